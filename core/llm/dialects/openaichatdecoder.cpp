// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/openaichatdecoder.h"

#include "core/llm/dialects/errorbody.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

FinishReason reasonFor(const QString &raw)
{
    if (raw == "stop"_L1 || raw == "end_turn"_L1 || raw == "eos"_L1)
        return FinishReason::Stop;
    if (raw == "length"_L1 || raw == "max_tokens"_L1)
        return FinishReason::Length;
    if (raw == "tool_calls"_L1 || raw == "function_call"_L1 || raw == "tool_use"_L1)
        return FinishReason::ToolCalls;
    if (raw == "content_filter"_L1)
        return FinishReason::ContentFilter;
    return FinishReason::Other;
}

} // namespace

Usage openAiUsage(const JsonView &usage)
{
    Usage counts;
    counts.cacheReadTokens = usage["prompt_tokens_details"]["cached_tokens"].integer();
    if (!counts.cacheReadTokens)
        counts.cacheReadTokens = usage["prompt_cache_hit_tokens"].integer();
    counts.cacheWriteTokens = usage["prompt_tokens_details"]["cache_write_tokens"].integer();
    counts.reasoningTokens = usage["completion_tokens_details"]["reasoning_tokens"].integer();
    const std::optional<qint64> prompt = usage["prompt_tokens"].integer();
    if (prompt)
        counts.inputTokens = std::max<qint64>(
            0, *prompt - counts.cacheReadTokens.value_or(0) - counts.cacheWriteTokens.value_or(0));
    counts.outputTokens = usage["completion_tokens"].integer();
    // xAI counts its reasoning apart; only the total shows it.
    const std::optional<qint64> total = usage["total_tokens"].integer();
    if (prompt && total && counts.outputTokens && counts.reasoningTokens.value_or(0) > 0
        && *total == *prompt + *counts.outputTokens + *counts.reasoningTokens)
        counts.outputTokens = *counts.outputTokens + *counts.reasoningTokens;
    return counts;
}

OpenAiChatDecoder::OpenAiChatDecoder()
    : StreamDecoder(JsonBody::Whole)
{}

void OpenAiChatDecoder::takeChunk(const JsonView &chunk, QByteArrayView, QList<ChatEvent> &events)
{
    if (takeError(chunk))
        return;
    reportModel(chunk["model"].text(), events);
    chunk["choices"].forEach(
        [this, &events](const JsonView &choice) { takeChoice(choice, events); });
    takeUsage(chunk["usage"], events);
    takeUsage(chunk["x_groq"]["usage"], events);
}

void OpenAiChatDecoder::takeWhole(const JsonView &body, QList<ChatEvent> &events)
{
    // Some proxies wrap the error of another server into an array.
    if (takeError(body.isArray() ? body.at(0) : body))
        return;
    if (!body["choices"].isArray()) {
        fail({Error::Kind::Protocol,
              u"the answer is JSON, but no chat completion; check the base URL"_s});
        return;
    }
    takeChunk(body, {}, events);
    finish(events);
}

void OpenAiChatDecoder::takeDone(QList<ChatEvent> &events)
{
    finish(events);
}

void OpenAiChatDecoder::takeEnd(QList<ChatEvent> &events)
{
    if (!m_finishReason.isEmpty())
        finish(events);
}

bool OpenAiChatDecoder::takeError(const JsonView &chunk)
{
    const bool isError = chunk["error"].exists() || chunk["object"].text() == "error"_L1;
    if (!isError)
        return false;
    const Result<Json> error = parseJson(chunk.json());
    fail(error ? errorFromJson(*error, 0) : error.error());
    return true;
}

void OpenAiChatDecoder::takeUsage(const JsonView &usage, QList<ChatEvent> &events)
{
    if (usage.isObject())
        report(openAiUsage(usage), events);
}

void OpenAiChatDecoder::takeChoice(const JsonView &choice, QList<ChatEvent> &events)
{
    if (choice["index"].integer().value_or(0) != 0)
        return; // only one answer was asked for
    const JsonView delta = choice["delta"];
    takeMessage(delta.isObject() ? delta : choice["message"], events);
    takeUsage(choice["usage"], events);
    if (const QString reason = choice["finish_reason"].text(); !reason.isEmpty())
        m_finishReason = reason;
    if (m_finishReason == "error"_L1)
        fail({Error::Kind::Server, u"the provider broke off its answer with an error"_s});
}

void OpenAiChatDecoder::takeMessage(const JsonView &message, QList<ChatEvent> &events)
{
    QString reasoning = message["reasoning_content"].text();
    if (reasoning.isEmpty())
        reasoning = message["reasoning"].text();
    if (!reasoning.isEmpty())
        events.append(ReasoningDelta{reasoning});
    takeContent(message["content"], events);
    if (const QString refusal = message["refusal"].text(); !refusal.isEmpty()) {
        m_hasRefused = true;
        addText(refusal, events);
    }
    message["tool_calls"].forEach(
        [this, &events](const JsonView &call) { takeToolCall(call, events); });
    if (message["function_call"].isObject()) {
        const JsonView function = message["function_call"];
        m_calls.add({0, {}, function["name"].text(), function["arguments"].bytes(), {}, false},
                    events);
    }
}

void OpenAiChatDecoder::takeContent(const JsonView &content, QList<ChatEvent> &events)
{
    if (content.isString()) {
        addText(content.text(), events);
        return;
    }
    // Mistral: an array of typed parts, thoughts among them.
    content.forEach([this, &events](const JsonView &part) {
        if (part["type"].text() == "thinking"_L1) {
            part["thinking"].forEach([&events](const JsonView &thought) {
                if (const QString text = thought["text"].text(); !text.isEmpty())
                    events.append(ReasoningDelta{text});
            });
        } else {
            addText(part["text"].text(), events);
        }
    });
}

void OpenAiChatDecoder::takeToolCall(const JsonView &call, QList<ChatEvent> &events)
{
    const JsonView function = call["function"];
    const JsonView arguments = function["arguments"];
    ToolCallAssembler::Piece piece;
    piece.index = call["index"].integer();
    piece.id = call["id"].text();
    piece.name = function["name"].text();
    piece.isWhole = arguments.isObject();
    piece.arguments = piece.isWhole ? arguments.json() : arguments.bytes();
    piece.signature = call["extra_content"]["google"]["thought_signature"].bytes();
    m_calls.add(piece, events);
}

void OpenAiChatDecoder::addText(const QString &text, QList<ChatEvent> &events)
{
    if (!text.isEmpty())
        events.append(TextDelta{text});
}

void OpenAiChatDecoder::finish(QList<ChatEvent> &events)
{
    if (isOver())
        return;
    FinishReason reason = reasonFor(m_finishReason);
    if (m_hasRefused && reason != FinishReason::Length)
        reason = FinishReason::Refusal;
    // Ollama and Gemini say "stop" behind tool calls, others say nothing at all.
    if (!m_calls.isEmpty() && (reason == FinishReason::Stop || reason == FinishReason::Other))
        reason = FinishReason::ToolCalls;
    m_calls.finish(events);
    complete(reason, m_finishReason, events);
}

} // namespace kagura
