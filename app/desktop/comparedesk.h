// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/comparison.h"

#include <QObject>

#include <memory>
#include <vector>

namespace kagura {

//! Questions to several models at once, in the engine thread; one at a time for each conversation.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: ends before the store. Errors:
//! refused(), notice().
class CompareDesk final : public QObject
{
    Q_OBJECT

public:
    explicit CompareDesk(QObject *parent = nullptr);
    ~CompareDesk() override;

    void start(ConversationStore &store, Clock &clock, const ChatSession::Services &services);

    //! Of the conversations that begin from now on.
    void setInstructions(const Instructions &instructions) { m_newInstructions = instructions; }
    //! conversation: empty for a new one, which gets its id by named().
    void ask(const QString &conversation,
             const QString &text,
             const QList<MessagePart> &attachments,
             const QList<ModelRef> &models);
    void stop(const QString &conversation); //!< every answer there
    void stopAnswer(const QString &answer);

Q_SIGNALS:
    void named(const kagura::Conversation &conversation);
    void messageAdded(const kagura::StoredMessage &message);
    void streamStarted(const QString &answer, const kagura::LiveTextPointer &live);
    //! After the two above; in the order of the models.
    void answerStarted(const kagura::StoredMessage &answer);
    void textArrived(const QString &answer);
    void messageChanged(const kagura::StoredMessage &answer);
    void streamFinished(const QString &answer);
    //! The last answer there has ended.
    void ended(const QString &conversation);
    void refused(const QString &conversation, const QString &text, const kagura::Error &error);
    void notice(const QString &text);

private:
    [[nodiscard]] Comparison &comparisonOf(const QString &conversation);
    void follow(Comparison &comparison);

    ConversationStore *m_store = nullptr;
    Clock *m_clock = nullptr;
    ChatSession::Services m_services;
    Instructions m_newInstructions;
    std::vector<std::unique_ptr<Comparison>> m_comparisons;
};

} // namespace kagura
