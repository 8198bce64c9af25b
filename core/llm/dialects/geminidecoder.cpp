// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/geminidecoder.h"

#include "core/llm/dialects/errorbody.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Usage usageOf(const JsonView &usage)
{
    Usage counts;
    counts.cacheReadTokens = usage["cachedContentTokenCount"].integer();
    counts.reasoningTokens = usage["thoughtsTokenCount"].integer();
    if (const std::optional<qint64> prompt = usage["promptTokenCount"].integer())
        counts.inputTokens = std::max<qint64>(0, *prompt - counts.cacheReadTokens.value_or(0))
            + usage["toolUsePromptTokenCount"].integer().value_or(0);
    // Thoughts are billed as output and counted beside it.
    const std::optional<qint64> candidates = usage["candidatesTokenCount"].integer();
    if (candidates || counts.reasoningTokens)
        counts.outputTokens = candidates.value_or(0) + counts.reasoningTokens.value_or(0);
    return counts;
}

FinishReason reasonFor(const QString &raw)
{
    if (raw == "STOP"_L1)
        return FinishReason::Stop;
    if (raw == "MAX_TOKENS"_L1)
        return FinishReason::Length;
    static const QStringList filters = {
        u"SAFETY"_s, u"RECITATION"_s,         u"BLOCKLIST"_s,    u"LANGUAGE"_s,
        u"SPII"_s,   u"PROHIBITED_CONTENT"_s, u"IMAGE_SAFETY"_s, u"IMAGE_PROHIBITED_CONTENT"_s};
    return filters.contains(raw) ? FinishReason::ContentFilter : FinishReason::Other;
}

} // namespace

GeminiDecoder::GeminiDecoder()
    : StreamDecoder(JsonBody::Array)
{}

void GeminiDecoder::takeChunk(const JsonView &chunk, QByteArrayView, QList<ChatEvent> &events)
{
    if (chunk["error"].exists()) {
        const Result<Json> error = parseJson(chunk.json());
        fail(error ? errorFromJson(*error, 0) : error.error());
        return;
    }
    reportModel(chunk["modelVersion"].text(), events);
    const JsonView candidate = chunk["candidates"].at(0);
    candidate["content"]["parts"].forEach(
        [this, &events](const JsonView &part) { takePart(part, events); });
    if (const QString reason = candidate["finishReason"].text(); !reason.isEmpty())
        m_finishReason = reason;
    if (const QString reason = chunk["promptFeedback"]["blockReason"].text(); !reason.isEmpty())
        m_blockReason = reason;
    if (chunk["usageMetadata"].isObject())
        report(usageOf(chunk["usageMetadata"]), events);
}

void GeminiDecoder::takeWhole(const JsonView &, QList<ChatEvent> &)
{
    // A whole answer is an array of one chunk, or that chunk alone; both come as chunks.
}

void GeminiDecoder::takeEnd(QList<ChatEvent> &events)
{
    if (!m_blockReason.isEmpty()) {
        complete(FinishReason::ContentFilter, m_blockReason, events);
    } else if (!m_finishReason.isEmpty()) {
        FinishReason reason = reasonFor(m_finishReason);
        if (m_callCount > 0 && (reason == FinishReason::Stop || reason == FinishReason::Other))
            reason = FinishReason::ToolCalls;
        complete(reason, m_finishReason, events);
    }
}

void GeminiDecoder::takePart(const JsonView &part, QList<ChatEvent> &events)
{
    const QByteArray signature = part["thoughtSignature"].bytes();
    if (part["functionCall"].isObject()) {
        const JsonView function = part["functionCall"];
        ToolCall call;
        call.id = function["id"].text();
        if (call.id.isEmpty())
            call.id = u"call_%1"_s.arg(m_callCount + 1);
        call.name = function["name"].text();
        if (function["args"].isObject())
            call.arguments = function["args"].json();
        call.signature = signature;
        events.append(ToolCallDelta{m_callCount++, call.name, call.arguments});
        events.append(call);
        return;
    }
    if (const QString text = part["text"].text(); !text.isEmpty()) {
        if (part["thought"].isTrue())
            events.append(ReasoningDelta{text});
        else
            events.append(TextDelta{text});
    }
    if (!signature.isEmpty())
        events.append(ReasoningSignature{signature, u"gemini"_s});
}

} // namespace kagura
