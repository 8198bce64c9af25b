// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/modelport.h"
#include "tests/support/fakeprovider.h"

#include <QHash>

#include <functional>
#include <vector>

namespace kagura::test {

//! Models that answer what a function says, in a later turn of the event loop, and count what they were
//! asked. A function that says nothing leaves the reply open, for the test to play.
//!
//! A token in costs 1, one out 2 millionths of a dollar.
class FakeModels final : public ModelPort, public Provider
{
public:
    using Answer = std::function<std::optional<FakeProvider::Script>(const ChatRequest &)>;

    FakeModels();
    ~FakeModels() override;

    void answerWith(Answer answer) { m_answer = std::move(answer); }
    //! Says what the last message said, as "answer to …".
    void echo();

    [[nodiscard]] int askedCount() const { return static_cast<int>(m_asked.size()); }
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }
    [[nodiscard]] const std::vector<FakeProvider::Asked> &asked() const { return m_asked; }
    //! How often the last message was that.
    [[nodiscard]] int countOf(const QString &text) const { return m_counts.value(text); }
    [[nodiscard]] QList<QPointer<FakeReply>> open() const;
    bool isCached = false; //!< answers come from a cache, and nothing leaves

    void prepare(const QString &provider, QObject *context, Prepared done) override;
    [[nodiscard]] std::optional<qint64> costMicroUsd(const QString &provider,
                                                     const QString &model,
                                                     const Usage &usage) const override;
    [[nodiscard]] Result<CallIdentity> identify(const ChatRequest &request,
                                                const CallOptions &options) const override;
    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatRequest &request,
                                                  const CallOptions &options) override;

private:
    Answer m_answer;
    std::vector<FakeProvider::Asked> m_asked;
    QList<QPointer<FakeReply>> m_replies;
    QHash<QString, int> m_counts;
    int m_atOnce = 0;
    int m_mostAtOnce = 0;
};

//! An answer with a usage of ten tokens in and five out.
[[nodiscard]] FakeProvider::Script saying(const QString &text);
[[nodiscard]] FakeProvider::Script failing(Error::Kind kind);

} // namespace kagura::test
