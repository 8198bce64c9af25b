// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/anthropicdecoder.h"

#include "core/llm/dialects/errorbody.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Usage usageOf(const JsonView &usage)
{
    // Already disjoint: input_tokens leaves out what the cache read or wrote.
    Usage counts;
    counts.inputTokens = usage["input_tokens"].integer();
    counts.outputTokens = usage["output_tokens"].integer();
    counts.cacheReadTokens = usage["cache_read_input_tokens"].integer();
    counts.cacheWriteTokens = usage["cache_creation_input_tokens"].integer();
    return counts;
}

FinishReason reasonFor(const QString &raw)
{
    if (raw == "end_turn"_L1 || raw == "stop_sequence"_L1)
        return FinishReason::Stop;
    if (raw == "max_tokens"_L1 || raw == "model_context_window_exceeded"_L1)
        return FinishReason::Length;
    if (raw == "tool_use"_L1)
        return FinishReason::ToolCalls;
    if (raw == "refusal"_L1)
        return FinishReason::Refusal;
    return FinishReason::Other;
}

} // namespace

AnthropicDecoder::AnthropicDecoder()
    : StreamDecoder(JsonBody::Whole)
{}

void AnthropicDecoder::takeChunk(const JsonView &chunk, QByteArrayView, QList<ChatEvent> &events)
{
    const QString type = chunk["type"].text();
    const qint64 index = chunk["index"].integer().value_or(0);
    if (type == "content_block_delta"_L1) {
        takeDelta(index, chunk["delta"], events);
    } else if (type == "message_start"_L1) {
        beginMessage(chunk["message"], events);
    } else if (type == "content_block_start"_L1) {
        beginBlock(index, chunk["content_block"], events);
    } else if (type == "content_block_stop"_L1) {
        endBlock(index, events);
    } else if (type == "message_delta"_L1) {
        takeStop(chunk["delta"]);
        report(usageOf(chunk["usage"]), events);
    } else if (type == "message_stop"_L1) {
        finish(events);
    } else if (type == "error"_L1 || chunk["error"].exists()) {
        const Result<Json> error = parseJson(chunk.json());
        fail(error ? errorFromJson(*error, 0) : error.error());
    }
    // Everything else, pings among it, is new to this version and means nothing to it.
}

void AnthropicDecoder::takeWhole(const JsonView &body, QList<ChatEvent> &events)
{
    if (body["type"].text() != "message"_L1) {
        const Result<Json> error = parseJson(body.json());
        fail(body["error"].exists() && error
                 ? errorFromJson(*error, 0)
                 : Error{Error::Kind::Protocol,
                         u"the answer is JSON, but no message; check the base URL"_s});
        return;
    }
    reportModel(body["model"].text(), events);
    qint64 index = 0;
    body["content"].forEach([this, &index, &events](const JsonView &block) {
        beginBlock(index, block, events);
        endBlock(index++, events);
    });
    takeStop(body);
    report(usageOf(body["usage"]), events);
    finish(events);
}

void AnthropicDecoder::beginMessage(const JsonView &message, QList<ChatEvent> &events)
{
    // A gateway that fails over splices a second answer behind the first; a mere repetition is none.
    if (std::exchange(m_hasBegun, true) && m_hasBlocks) {
        events.append(Restarted{});
        m_open.clear();
        m_stopReason.clear();
        m_callCount = 0;
        m_hasBlocks = false;
        forgetReports();
    }
    reportModel(message["model"].text(), events);
    report(usageOf(message["usage"]), events);
}

void AnthropicDecoder::beginBlock(qint64 index, const JsonView &block, QList<ChatEvent> &events)
{
    m_hasBlocks = true;
    Block &open = m_open[index];
    open = {};
    open.type = block["type"].text();
    if (open.type == "text"_L1) {
        if (const QString text = block["text"].text(); !text.isEmpty())
            events.append(TextDelta{text});
    } else if (open.type == "thinking"_L1) {
        open.signature = block["signature"].bytes();
        if (const QString text = block["thinking"].text(); !text.isEmpty())
            events.append(ReasoningDelta{text});
    } else if (open.type == "redacted_thinking"_L1) {
        open.signature = block["data"].bytes();
    } else if (open.type == "tool_use"_L1) {
        open.callIndex = m_callCount++;
        open.call.id = block["id"].text();
        open.call.name = block["name"].text();
        open.call.arguments = block["input"].isObject() ? block["input"].json() : QByteArray("{}");
        events.append(ToolCallDelta{open.callIndex, open.call.name, {}});
    }
}

void AnthropicDecoder::takeDelta(qint64 index, const JsonView &delta, QList<ChatEvent> &events)
{
    const QString type = delta["type"].text();
    if (type == "text_delta"_L1) {
        m_hasBlocks = true;
        if (const QString text = delta["text"].text(); !text.isEmpty())
            events.append(TextDelta{text});
    } else if (type == "thinking_delta"_L1) {
        m_hasBlocks = true;
        if (const QString text = delta["thinking"].text(); !text.isEmpty())
            events.append(ReasoningDelta{text});
    } else if (type == "signature_delta"_L1) {
        m_open[index].signature += delta["signature"].bytes();
    } else if (type == "input_json_delta"_L1) {
        Block &open = m_open[index];
        const QByteArray piece = delta["partial_json"].bytes();
        if (piece.isEmpty())
            return; // the first is empty, and the only one where the tool takes no arguments
        if (open.call.arguments == "{}")
            open.call.arguments.clear();
        open.call.arguments += piece;
        events.append(ToolCallDelta{open.callIndex, open.call.name, piece});
    }
}

void AnthropicDecoder::endBlock(qint64 index, QList<ChatEvent> &events)
{
    const auto found = m_open.constFind(index);
    if (found == m_open.constEnd())
        return;
    const Block block = found.value();
    m_open.erase(found);
    if (block.type == "tool_use"_L1)
        events.append(block.call);
    else if (block.type == "redacted_thinking"_L1)
        events.append(ReasoningSignature{block.signature, u"anthropic-redacted"_s});
    else if (block.type == "thinking"_L1 && !block.signature.isEmpty())
        events.append(ReasoningSignature{block.signature, u"anthropic"_s});
}

void AnthropicDecoder::takeStop(const JsonView &carrier)
{
    if (const QString reason = carrier["stop_reason"].text(); !reason.isEmpty())
        m_stopReason = reason;
}

void AnthropicDecoder::finish(QList<ChatEvent> &events)
{
    for (const qint64 index : m_open.keys())
        endBlock(index, events); // a length cut may leave one open
    const bool isUnsaid = m_stopReason.isEmpty() && m_callCount > 0;
    complete(isUnsaid ? FinishReason::ToolCalls : reasonFor(m_stopReason), m_stopReason, events);
}

} // namespace kagura
