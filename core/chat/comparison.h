// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/chatsession.h"

#include <QObject>

#include <memory>
#include <vector>

namespace kagura {

//! One question to several models at once. Their answers are stored as versions of each other, as they
//! arrive, so that nothing is lost if nobody chooses; who chooses one shows it with
//! ConversationStore::showVersion().
//!
//! The answers are independent: each can be stopped, and one that fails does not touch the others.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: store and clock outlive it; its end
//! stops the answers and keeps what has come. Errors: refused(), and the failures of the answers.
class Comparison final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostModels = 8;

    //! conversation: its id; empty: a new one, made with the question.
    Comparison(ConversationStore &store,
               Clock &clock,
               ChatSession::Services services,
               const QString &conversation = {},
               QObject *parent = nullptr);
    ~Comparison() override;

    [[nodiscard]] QString conversation() const { return m_conversation; }
    [[nodiscard]] bool isBusy() const; //!< from ask() until the last answer has ended

    //! Asks after the end of the shown branch; the draft's own model is ignored.
    void ask(const ChatSession::Draft &draft, const QList<ModelRef> &models);
    void stop(); //!< all that arrive
    void stop(const QString &answer);

Q_SIGNALS:
    void conversationStarted(const kagura::Conversation &conversation);
    void questionAdded(const kagura::StoredMessage &question);
    //! In the order of the models; its words come through live.
    void answerStarted(const kagura::StoredMessage &answer, const kagura::LiveTextPointer &live);
    void textArrived(const QString &answer);
    void answerEnded(const kagura::StoredMessage &answer);
    //! Nothing was asked and nothing is stored.
    void refused(const QString &text, const kagura::Error &error);
    void storageFailed(const kagura::Error &error);

private:
    struct Asked;
    using AskedPointer = std::shared_ptr<Asked>;

    void begin(const AskedPointer &asked, const Branch &branch);
    void store(const AskedPointer &asked);
    void follow(const AskedPointer &asked, const StoredMessage &answer);
    void dispatch(const AskedPointer &asked,
                  AnswerRecorder &recorder,
                  const Result<Provider *> &provider);
    void refuse(const AskedPointer &asked, const Error &error);

    ConversationStore &m_store;
    Clock &m_clock;
    ChatSession::Services m_services;
    QString m_conversation;
    std::vector<std::unique_ptr<AnswerRecorder>> m_recorders; // of the last question
    qsizetype m_unstored = 0; // answers that are not begun yet
    bool m_isStopped = false;
};

} // namespace kagura
