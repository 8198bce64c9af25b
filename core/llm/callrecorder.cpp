// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/callrecorder.h"

#include <algorithm>
#include <type_traits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct Told
{
    QString name;
    QString content;
};

QString countsOf(const Usage &usage)
{
    QStringList parts;
    const auto add = [&parts](const char *name, const std::optional<qint64> &count) {
        if (count)
            parts.append(u"%1 %2"_s.arg(QLatin1String(name)).arg(*count));
    };
    add("input", usage.inputTokens);
    add("output", usage.outputTokens);
    add("cache_read", usage.cacheReadTokens);
    add("cache_write", usage.cacheWriteTokens);
    add("reasoning", usage.reasoningTokens);
    return parts.join(u", "_s);
}

Told told(const ChatEvent &event)
{
    return std::visit(
        [](const auto &one) -> Told {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextDelta>)
                return {u"text"_s, one.text};
            else if constexpr (std::is_same_v<T, ReasoningDelta>)
                return {u"reasoning"_s, one.text};
            else if constexpr (std::is_same_v<T, ReasoningSignature>)
                return {u"reasoning_signature"_s, u"%1 bytes"_s.arg(one.signature.size())};
            else if constexpr (std::is_same_v<T, ToolCallDelta>)
                return {u"tool_call_delta"_s,
                        (one.name + u' ' + QString::fromUtf8(one.arguments)).trimmed()};
            else if constexpr (std::is_same_v<T, ToolCall>)
                return {u"tool_call"_s, one.name + u' ' + QString::fromUtf8(one.arguments)};
            else if constexpr (std::is_same_v<T, UsageReported>)
                return {u"usage"_s, countsOf(one.usage)};
            else if constexpr (std::is_same_v<T, ServedModel>)
                return {u"served_model"_s, one.model};
            else if constexpr (std::is_same_v<T, Restarted>)
                return {u"restarted"_s, {}};
            else if constexpr (std::is_same_v<T, RetryScheduled>)
                return {u"retry"_s, errorKindName(one.kind)};
            else if constexpr (std::is_same_v<T, FellBack>)
                return {u"fell_back"_s, one.provider + u'/' + one.model};
            else
                return {u"finish"_s, finishReasonName(one.reason)};
        },
        event);
}

} // namespace

QString chatEventName(const ChatEvent &event)
{
    return told(event).name;
}

CallRecorder::CallRecorder(const std::optional<HttpRequest> &request,
                           const QString &provider,
                           const QString &model,
                           ChatReply &reply,
                           const Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_reply(&reply)
    , m_sentAt(clock.monotonic())
{
    m_record.provider = provider;
    m_record.model = model;
    m_record.sent = clock.wall();
    m_record.request = request;
    if (request) {
        m_record.bodyBytes = request->body.size();
        if (m_record.bodyBytes > keptBody)
            m_record.request->body.clear();
        for (CredentialHeader &credential : m_record.request->credentials)
            credential.secret = {};
    }
    connect(&reply, &ChatReply::queuedChanged, this, [this] {
        if (m_reply && !m_reply->isQueued())
            m_record.queuedFor = elapsed();
    });
    connect(&reply, &ChatReply::started, this, [this] {
        m_record.startedAfter = elapsed();
        m_record.origin = m_reply->origin();
        m_record.cache = m_reply->cacheOutcome();
        Q_EMIT answeredFrom();
    });
    connect(&reply, &ChatReply::eventsAdded, this, &CallRecorder::hear);
    connect(&reply, &Handle::finished, this, &CallRecorder::hearEnd);
    connect(&reply, &QObject::destroyed, this, [this] {
        if (hasEnded())
            return;
        m_record.totalTime = elapsed();
        m_record.failure = Error{Error::Kind::Cancelled, u"nobody waits for the answer"_s};
        Q_EMIT ended();
    });
}

std::chrono::milliseconds CallRecorder::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_sentAt);
}

void CallRecorder::hear(const QList<ChatEvent> &events)
{
    const std::chrono::milliseconds now = elapsed();
    m_record.eventCount += events.size();
    for (const ChatEvent &event : events) {
        if (isContent(event) && !m_record.firstContentAfter)
            m_record.firstContentAfter = now;
        if (const auto *text = std::get_if<TextDelta>(&event))
            countCharacters(text->text.size());
        else if (const auto *thought = std::get_if<ReasoningDelta>(&event))
            countCharacters(thought->text.size());
        else if (const auto *retry = std::get_if<RetryScheduled>(&event))
            m_record.retries.append({now, *retry});
        else if (const auto *other = std::get_if<FellBack>(&event))
            m_record.fallbacks.append(*other);
        if (m_record.events.size() < keptEvents) {
            const Told one = told(event);
            m_record.events.append({now, one.name, one.content.left(keptContent)});
        }
    }
    m_record.usage = m_reply->answer().usage;
}

void CallRecorder::countCharacters(qsizetype count)
{
    qsizetype at = elapsed() / m_record.step;
    while (at >= keptSteps) {
        QList<qint64> halved;
        for (qsizetype i = 0; i < m_record.characters.size(); i += 2)
            halved.append(m_record.characters.at(i) + m_record.characters.value(i + 1));
        m_record.characters = halved;
        m_record.step *= 2;
        at /= 2;
    }
    if (at >= m_record.characters.size())
        m_record.characters.resize(at + 1);
    m_record.characters[at] += count;
}

void CallRecorder::hearEnd()
{
    m_record.origin = m_reply->origin();
    m_record.cache = m_reply->cacheOutcome();
    m_record.rateLimit = m_reply->rateLimit();
    m_record.totalTime = m_reply->totalTime().value_or(elapsed());
    if (m_reply->firstContentAfter())
        m_record.firstContentAfter = m_reply->firstContentAfter();
    m_record.usage = m_reply->answer().usage;
    m_record.servedModel = m_reply->answer().servedModel;
    m_record.finish = m_reply->answer().finish;
    m_record.failure = m_reply->failure();
    Q_EMIT ended();
}

} // namespace kagura
