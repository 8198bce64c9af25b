// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/chat/livetext.h"
#include "core/chat/storedmessage.h"
#include "core/llm/chatreply.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace kagura {

class ConversationStore;

//! Follows one answer from the reply into a LiveText and into the store.
//!
//! What has come is stored half a second later at the latest, so that with the writing it is on disk
//! within one; and at once when a paragraph ends. While a write is under way, no second one is posted:
//! a slow disk makes them fewer, not more.
//!
//! Thread: the engine thread. Lifetime: store and clock outlive it; its end before finished() ends the
//! reply and stores what has come as Interrupted. Errors: storageFailed(); the answer goes on.
class AnswerRecorder final : public QObject
{
    Q_OBJECT

public:
    using Cost = std::function<std::optional<qint64>(const ModelRef &model, const Usage &usage)>;

    //! answer: as stored; text that it has already is continued.
    AnswerRecorder(ConversationStore &store, Clock &clock, const StoredMessage &answer, Cost cost);
    ~AnswerRecorder() override;

    [[nodiscard]] const StoredMessage &answer() const { return m_answer; }
    [[nodiscard]] const LiveTextPointer &live() const { return m_live; }

    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }

    void follow(std::unique_ptr<ChatReply> reply);
    void cancel(); //!< ends the reply; finished() follows
    void fail(const Error &error); //!< ends an answer whose request never left; finished() follows

Q_SIGNALS:
    void textArrived();
    void retryScheduled(const kagura::RetryScheduled &retry);
    void storageFailed(const kagura::Error &error);
    //! The answer has ended and is stored, or could not be: then it is tried again as long as this lives.
    void finished(const kagura::StoredMessage &answer);

private:
    void hear(const QList<ChatEvent> &events);
    void hearEnd();
    void takeOver(const ChatAnswer &answer);
    void measureReasoning(const ChatEvent &event);
    void scheduleSave();
    void save();
    void end(StoredMessage::State state, const std::optional<Error> &failure);
    void storeEnd();

    ConversationStore &m_store;
    Clock &m_clock;
    Cost m_cost;
    StoredMessage m_answer;
    QString m_textBefore; // of the answer that is continued
    QString m_reasoningBefore;
    LiveTextPointer m_live;
    std::unique_ptr<ChatReply> m_reply;
    std::optional<std::chrono::microseconds> m_reasoningSince;
    bool m_isContinued;
    bool m_isUnsaved = false;
    bool m_isSaving = false;
    bool m_isSaveScheduled = false;
    bool m_isParagraphEnded = false; // since the save that is under way
    bool m_hasEnded = false;
    bool m_isStored = false;
    bool m_isFinishedTold = false;
};

} // namespace kagura
