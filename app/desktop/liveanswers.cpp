// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/liveanswers.h"

namespace kagura {

namespace {

std::chrono::milliseconds inMilliseconds(std::chrono::microseconds time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time);
}

TranscriptMessage::State stateOf(const StoredMessage &message, bool hasText)
{
    switch (message.state) {
    case StoredMessage::State::Complete:
        return TranscriptMessage::State::Complete;
    case StoredMessage::State::Streaming:
        return hasText ? TranscriptMessage::State::Streaming : TranscriptMessage::State::Waiting;
    case StoredMessage::State::Interrupted:
        return TranscriptMessage::State::Interrupted;
    case StoredMessage::State::Failed:
        return TranscriptMessage::State::Failed;
    case StoredMessage::State::Cancelled:
        break;
    }
    return TranscriptMessage::State::Stopped;
}

} // namespace

void LiveAnswers::start(const QString &message, const LiveTextPointer &buffer)
{
    m_live.insert(message, {buffer, {}, {}, m_clock.monotonic()});
}

TranscriptMessage LiveAnswers::shown(const BranchMessage &branchMessage) const
{
    const StoredMessage &message = branchMessage.message;
    TranscriptMessage row;
    row.id = message.id;
    row.author = message.role == Role::User ? TranscriptMessage::Author::User
                                            : TranscriptMessage::Author::Model;
    row.text = message.text;
    row.reasoning = message.reasoning;
    if (const auto live = m_live.constFind(message.id); live != m_live.constEnd()) {
        row.text = live->text;
        row.reasoning = live->reasoning;
        row.sentAt = live->sentAt;
    } else if (message.state == StoredMessage::State::Streaming) {
        row.sentAt = m_clock.monotonic();
    }
    row.state = stateOf(message, !row.text.isEmpty() || !row.reasoning.isEmpty());
    row.reasoningTime = message.reasoningTime;
    row.model = message.servedModel.isEmpty() ? message.model.model : message.servedModel;
    row.outputTokens = message.usage.outputTokens;
    row.costMicroUsd = message.costMicroUsd;
    row.firstText = message.firstContentAfter;
    row.duration = message.totalTime;
    if (message.cache && message.cache->kind == CacheOutcome::Kind::Hit) {
        row.cachedAge = std::chrono::seconds(
            message.cache->answered.value_or(message.created).secsTo(message.created));
        row.savedMicroUsd = message.cache->savedMicroUsd;
        row.cacheKey = message.cache->key;
    }
    row.isCapped = message.finishReason == FinishReason::Length;
    row.failure = message.failure;
    row.version = branchMessage.version;
    row.versionCount = branchMessage.versionCount;
    return row;
}

void LiveAnswers::collect(const std::function<TranscriptModel *(const QString &message)> &modelOf)
{
    for (auto live = m_live.begin(); live != m_live.end(); ++live) {
        const StreamBuffer::Taken text = live->buffer->text.take();
        const StreamBuffer::Taken reasoning = live->buffer->reasoning.take();
        const bool isRestarted = text.isRestarted || reasoning.isRestarted;
        if (isRestarted) {
            live->text.clear();
            live->reasoning.clear();
        }
        live->text += text.text;
        live->reasoning += reasoning.text;
        if (live->thinkingSince.count() == 0 && !reasoning.text.isEmpty())
            live->thinkingSince = m_clock.monotonic();
        if (TranscriptModel *model = modelOf(live.key()))
            show(live.key(), *live, text.text, reasoning.text, *model, isRestarted);
    }
}

void LiveAnswers::show(const QString &id,
                       const Live &live,
                       const QString &newText,
                       const QString &newReasoning,
                       TranscriptModel &model,
                       bool isWhole) const
{
    TranscriptMessage message = model.message(model.rowOf(id));
    const bool isFirst = message.state == TranscriptMessage::State::Waiting
        && !(newText.isEmpty() && newReasoning.isEmpty());
    const bool hasThought =
        live.thinkingSince.count() > 0 && !newText.isEmpty() && live.text.size() == newText.size();
    if (!isFirst && !hasThought && !isWhole) {
        if (!newReasoning.isEmpty())
            model.appendReasoning(id, newReasoning);
        if (!newText.isEmpty())
            model.appendText(id, newText);
        return;
    }
    const std::chrono::microseconds now = m_clock.monotonic();
    message.state = TranscriptMessage::State::Streaming;
    if (isFirst)
        message.firstText = inMilliseconds(now - live.sentAt);
    if (hasThought)
        message.reasoningTime = inMilliseconds(now - live.thinkingSince);
    message.text = live.text;
    message.reasoning = live.reasoning;
    model.replace(message);
}

} // namespace kagura
