// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/conversationstore.h"
#include "core/chat/livetext.h"
#include "core/chat/outgrown.h"
#include "core/llm/calloptions.h"
#include "core/llm/chatrequest.h"
#include "core/llm/provider.h"

#include <QObject>

#include <functional>
#include <memory>

namespace kagura {

class AnswerRecorder;

//! A call that has just left, for who wants to watch it; the reply must not be kept longer than its
//! finished().
struct SentCall
{
    QString message; //!< the answer that it is for
    ModelRef model;
    Provider &provider;
    const ChatRequest &request;
    const CallOptions &options;
    ChatReply &reply;
};

//! One conversation in use: sends what a person wrote, keeps and tells what comes back.
//!
//! A message is on disk before its request leaves; what cannot be stored is not sent, and comes back
//! with sendRefused(). The words of the answer go to a LiveText at once and to the store at least once
//! a second. stop() works at every moment. At most one answer at a time: whoever sends while one is
//! arriving is refused.
//!
//! Thread: the engine thread; signals carry values, for receivers in any thread. Lifetime: store and
//! clock outlive it; its end stops the answer and keeps what has come. Errors: sendRefused(), and the
//! failure of the message.
class ChatSession final : public QObject
{
    Q_OBJECT

public:
    //! Where calls come from and what they cost.
    struct Services
    {
        using Ready = std::function<void(const Result<Provider *> &)>;

        //! Finds the provider of that name and calls ready in the thread of context.
        std::function<void(const QString &provider, QObject *context, Ready ready)> provider;
        //! Empty function or answer: not known.
        std::function<std::optional<qint64>(const ModelRef &model, const Usage &usage)>
            costMicroUsd;
        //! How many tokens a model reads; empty function or answer: not known, and nobody is asked.
        std::function<std::optional<qint64>(const ModelRef &model)> contextTokens = {};
        //! Is shown each call before anything of it is heard; may be empty.
        std::function<void(const SentCall &call)> sent = {};
    };

    //! What a person sends.
    struct Draft
    {
        QString text = {};
        QList<MessagePart> attachments = {}; //!< put before the text
        ModelRef model = {};
        Instructions instructions = {}; //!< of a new conversation; else ignored
        //! Temperature and the like for this call, before those of the conversation; model and messages
        //! are ignored.
        ChatRequest parameters = {};
        CallOptions options = {};
    };

    //! conversation: its id; empty: a new one, made with the first message.
    ChatSession(ConversationStore &store,
                Clock &clock,
                Services services,
                const QString &conversation = {},
                QObject *parent = nullptr);
    ~ChatSession() override;

    [[nodiscard]] QString conversation() const
    {
        return m_conversation;
    } //!< empty until it has one
    //! From send() until the answer has ended.
    [[nodiscard]] bool isBusy() const { return m_stage != Stage::Idle; }

    //! Adds a message after the end of the shown branch and asks for an answer.
    void send(const Draft &draft);
    //! Another version of an earlier message of a person, which keeps its attachments, and an answer.
    void edit(const QString &message, const Draft &draft);
    //! Another version of an answer; text and attachments of the draft are ignored.
    void regenerate(const QString &answer, const Draft &draft);
    //! Goes on with an answer that ended early; text and attachments of the draft are ignored.
    void continueAnswer(const QString &answer, const Draft &draft);
    void stop();
    //! What to do with a request of which outgrown() told.
    void proceed(OutgrownChoice choice);

Q_SIGNALS:
    //! The request is more than the model can read; nothing is stored or sent before proceed().
    void outgrown(const kagura::Outgrown &request);
    //! The new conversation got its id.
    void conversationStarted(const kagura::Conversation &conversation);
    void messageAdded(const kagura::StoredMessage &message);
    void messageChanged(const kagura::StoredMessage &message);
    //! The answer is awaited; its words come through live.
    void streamStarted(const QString &message, const kagura::LiveTextPointer &live);
    //! Something new is in a LiveText that was empty: have the frame clock run.
    void textArrived(const QString &message);
    void retryScheduled(const QString &message, const kagura::RetryScheduled &retry);
    //! The answer has ended, well or badly; messageChanged() with the whole of it came before.
    void streamFinished(const QString &message);
    //! Nothing was sent and nothing is stored; the text belongs back into the composer.
    void sendRefused(const QString &text, const kagura::Error &error);
    //! The answer goes on, but its words cannot be written to disk now.
    void storageFailed(const kagura::Error &error);

private:
    enum class Stage : std::uint8_t { Idle, Asking, Storing, Preparing, Streaming };

    struct Asked; // what one call of send() and the like is about
    using AskedPointer = std::shared_ptr<Asked>;

    void begin(const AskedPointer &asked);
    [[nodiscard]] std::optional<Error> place(Asked &asked, const Branch &branch) const;
    [[nodiscard]] static ChatRequest requestOf(const Asked &asked);
    [[nodiscard]] bool isOutgrown(const AskedPointer &asked);
    void store(const AskedPointer &asked);
    void follow(const AskedPointer &asked, const StoredMessage &answer);
    void dispatch(const AskedPointer &asked, const Result<Provider *> &provider);
    void refuse(const AskedPointer &asked, const Error &error);

    ConversationStore &m_store;
    Clock &m_clock;
    Services m_services;
    QString m_conversation;
    AskedPointer m_asking; // waits for proceed()
    std::unique_ptr<AnswerRecorder> m_recorder;
    Stage m_stage = Stage::Idle;
    bool m_isStopped = false; // stop() was called before there was a reply
};

} // namespace kagura
