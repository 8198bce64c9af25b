// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/answerrecorder.h"

#include "core/chat/conversationstore.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto SavePause = 500ms; // the other half of the promised second is for the writing
constexpr auto StoreAgainPause = 1000ms;

qsizetype textLength(const QList<ChatEvent> &events)
{
    qsizetype length = 0;
    for (const ChatEvent &event : events) {
        if (const auto *text = std::get_if<TextDelta>(&event))
            length += text->text.size();
    }
    return length;
}

} // namespace

AnswerRecorder::AnswerRecorder(ConversationStore &store,
                               Clock &clock,
                               const StoredMessage &answer,
                               Cost cost)
    : m_store(store)
    , m_clock(clock)
    , m_cost(std::move(cost))
    , m_answer(answer)
    , m_textBefore(answer.text)
    , m_reasoningBefore(answer.reasoning)
    , m_live(std::make_shared<LiveText>())
    , m_isContinued(!answer.text.isEmpty() || !answer.reasoning.isEmpty())
{}

AnswerRecorder::~AnswerRecorder()
{
    if (m_reply)
        m_reply->disconnect(this);
    if (m_isStored)
        return;
    if (!m_hasEnded) {
        if (m_reply)
            takeOver(m_reply->answer());
        m_answer.state = StoredMessage::State::Interrupted;
    }
    m_store.finishAnswer(m_answer, nullptr, {});
}

void AnswerRecorder::follow(std::unique_ptr<ChatReply> reply)
{
    m_reply = std::move(reply);
    connect(m_reply.get(), &ChatReply::eventsAdded, this, &AnswerRecorder::hear);
    connect(m_reply.get(), &Handle::finished, this, &AnswerRecorder::hearEnd);
}

void AnswerRecorder::cancel()
{
    if (m_reply)
        m_reply->cancel();
    else
        end(StoredMessage::State::Cancelled, std::nullopt);
}

void AnswerRecorder::fail(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        end(StoredMessage::State::Cancelled, std::nullopt);
    else
        end(StoredMessage::State::Failed, error);
}

void AnswerRecorder::hear(const QList<ChatEvent> &events)
{
    bool hasWoken = false;
    bool hasText = false;
    for (const ChatEvent &event : events) {
        measureReasoning(event);
        if (const auto *text = std::get_if<TextDelta>(&event)) {
            hasWoken |= m_live->text.append(text->text).wasEmpty;
            hasText = true;
        } else if (const auto *thought = std::get_if<ReasoningDelta>(&event)) {
            hasWoken |= m_live->reasoning.append(thought->text).wasEmpty;
            hasText = true;
        } else if (std::holds_alternative<Restarted>(event)) {
            static_cast<void>(m_live->reasoning.restart());
            static_cast<void>(m_live->reasoning.append(m_reasoningBefore));
            static_cast<void>(m_live->text.restart());
            static_cast<void>(m_live->text.append(m_textBefore));
            hasWoken = true;
            hasText = true;
        } else if (const auto *retry = std::get_if<RetryScheduled>(&event)) {
            Q_EMIT retryScheduled(*retry);
        }
    }
    if (!hasText)
        return;
    const QString &whole = m_reply->answer().text;
    // Only what is new, and the character before it: the cost must not grow with the answer.
    const qsizetype tail = std::max<qsizetype>(0, whole.size() - 1 - textLength(events));
    m_isParagraphEnded |= QStringView(whole).sliced(tail).contains("\n\n"_L1);
    m_isUnsaved = true;
    scheduleSave();
    if (hasWoken)
        Q_EMIT textArrived();
}

void AnswerRecorder::measureReasoning(const ChatEvent &event)
{
    if (std::holds_alternative<ReasoningDelta>(event) && !m_reasoningSince)
        m_reasoningSince = m_clock.monotonic();
    if (std::holds_alternative<TextDelta>(event) && m_reasoningSince && !m_answer.reasoningTime)
        m_answer.reasoningTime = std::chrono::duration_cast<std::chrono::milliseconds>(
            m_clock.monotonic() - *m_reasoningSince);
}

void AnswerRecorder::scheduleSave()
{
    if (m_isSaving || m_hasEnded)
        return;
    if (m_isParagraphEnded) {
        save();
    } else if (!std::exchange(m_isSaveScheduled, true)) {
        m_clock.callLater(SavePause, this, [this] {
            m_isSaveScheduled = false;
            if (m_isUnsaved && !m_isSaving && !m_hasEnded)
                save();
        });
    }
}

void AnswerRecorder::save()
{
    m_isSaving = true;
    m_isUnsaved = false;
    m_isParagraphEnded = false;
    const ChatAnswer &answer = m_reply->answer();
    m_store.savePartial(m_answer.id, m_textBefore + answer.text,
                        m_reasoningBefore + answer.reasoning, this,
                        [this](const Result<void> &saved) {
                            m_isSaving = false;
                            if (!saved && !m_hasEnded) {
                                m_isUnsaved = true;
                                Q_EMIT storageFailed(saved.error());
                            }
                            if (m_isUnsaved)
                                scheduleSave();
                        });
}

void AnswerRecorder::hearEnd()
{
    // The reply may not die in its own signal.
    m_reply->disconnect(this);
    takeOver(m_reply->answer());
    m_answer.firstContentAfter = m_reply->firstContentAfter();
    m_answer.totalTime = m_reply->totalTime();
    const std::optional<Error> failure = m_reply->failure();
    m_reply.release()->deleteLater();
    if (!failure)
        end(StoredMessage::State::Complete, std::nullopt);
    else if (failure->kind == Error::Kind::Cancelled)
        end(StoredMessage::State::Cancelled, std::nullopt);
    else
        end(StoredMessage::State::Failed, failure);
}

void AnswerRecorder::takeOver(const ChatAnswer &answer)
{
    m_answer.text = m_textBefore + answer.text;
    m_answer.reasoning = m_reasoningBefore + answer.reasoning;
    m_answer.servedModel =
        answer.servedModel == m_answer.model.model ? QString() : answer.servedModel;
    m_answer.usage.update(answer.usage);
    if (m_reply) {
        m_answer.origin = originName(m_reply->origin());
        m_answer.cache = m_reply->cacheOutcome();
        // A cached answer and one that joined another bill nothing.
        std::optional<qint64> cost = 0;
        if (m_reply->origin() == ChatReply::Origin::Live)
            cost = m_cost ? m_cost(m_answer.model, answer.usage) : std::nullopt;
        const bool isKnown = cost && (!m_isContinued || m_answer.costMicroUsd);
        m_answer.costMicroUsd =
            isKnown ? std::optional(*cost + m_answer.costMicroUsd.value_or(0)) : std::nullopt;
    }
    if (answer.finish) {
        m_answer.finishReason = answer.finish->reason;
        m_answer.rawFinishReason = answer.finish->rawReason;
    }
    m_answer.parts.clear();
    if (!answer.reasoningParts.isEmpty() || !answer.toolCalls.isEmpty()) {
        Message message = answer.toMessage();
        if (!m_textBefore.isEmpty())
            message.parts.prepend(TextPart{m_textBefore});
        m_answer.parts = message.parts;
    }
}

void AnswerRecorder::end(StoredMessage::State state, const std::optional<Error> &failure)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_answer.state = state;
    m_answer.failure = failure;
    storeEnd();
}

void AnswerRecorder::storeEnd()
{
    m_store.finishAnswer(m_answer, this, [this](const Result<StoredMessage> &stored) {
        m_isStored = stored.has_value();
        // BadRequest: the conversation was erased in the meantime, and the answer with it.
        if (!stored && stored.error().kind == Error::Kind::BadRequest)
            m_isStored = true;
        if (!stored)
            Q_EMIT storageFailed(stored.error());
        if (!m_isStored)
            m_clock.callLater(StoreAgainPause, this, [this] { storeEnd(); });
        if (!std::exchange(m_isFinishedTold, true)) {
            m_answer.owner.clear();
            Q_EMIT finished(m_answer);
        }
    });
}

} // namespace kagura
