// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/provider.h"

#include <QList>
#include <QPointer>

#include <deque>
#include <vector>

namespace kagura::test {

//! A reply that the test plays by hand.
class FakeReply final : public ChatReply
{
    Q_OBJECT

public:
    FakeReply();
    ~FakeReply() override;

    void say(const QList<ChatEvent> &events) { add(events); }
    void sayText(const QString &text) { add({TextDelta{text}}); }
    void sayHead(const QString &provider, const QString &model, Origin origin = Origin::Live);
    void sayRateLimit(const RateLimitStatus &status) { setRateLimit(status); }
    void sayQueued(bool isQueued) { setQueued(isQueued); }
    void succeed(); //!< Finish and the end
    void fail(const Error &error) { end(error); }

protected:
    void abortWork() override;
};

//! A Provider that answers from a list of scripts, or waits for the test to play its replies by hand
//! where there is no script left. Says what it was asked.
class FakeProvider final : public Provider
{
public:
    struct Script
    {
        QList<ChatEvent> events; //!< one batch
        std::optional<Error> failure; //!< empty: success, with a Finish of its own
        RateLimitStatus rateLimit;
    };

    struct Asked
    {
        ChatRequest request;
        CallOptions options;
    };

    explicit FakeProvider(const QString &name = QStringLiteral("fake"));
    ~FakeProvider() override;

    void addScript(const Script &script) { m_scripts.push_back(script); }
    void addFailure(Error::Kind kind,
                    std::optional<std::chrono::milliseconds> retryAfter = std::nullopt);
    void addText(const QString &text) { addScript({{TextDelta{text}}, {}, {}}); }

    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

    [[nodiscard]] const std::vector<Asked> &asked() const { return m_asked; }
    //! The reply of the call of that index; null once its owner let it go.
    [[nodiscard]] FakeReply *reply(std::size_t index) const { return m_replies.at(index); }
    [[nodiscard]] std::size_t alive() const; //!< replies that are neither finished nor gone

private:
    QString m_name;
    std::deque<Script> m_scripts;
    std::vector<Asked> m_asked;
    std::vector<QPointer<FakeReply>> m_replies;
};

//! A user's question to a model of no importance.
[[nodiscard]] ChatRequest question(const QString &text, const QString &model = QStringLiteral("m"));

} // namespace kagura::test
