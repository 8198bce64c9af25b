// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/ollamadecoder.h"

#include "core/llm/dialects/errorbody.h"

namespace kagura {

using namespace Qt::StringLiterals;

OllamaDecoder::OllamaDecoder()
    : StreamDecoder(JsonBody::Lines)
{}

void OllamaDecoder::takeChunk(const JsonView &chunk, QByteArrayView, QList<ChatEvent> &events)
{
    if (chunk["error"].exists()) {
        const Result<Json> error = parseJson(chunk.json());
        fail(error ? errorFromJson(*error, 0) : error.error());
        return;
    }
    reportModel(chunk["model"].text(), events);
    const JsonView message = chunk["message"];
    QString thinking = message["thinking"].text();
    if (thinking.isEmpty())
        thinking = message["reasoning_content"]
                       .text(); // what speaks Ollama's language is not always Ollama
    if (!thinking.isEmpty())
        events.append(ReasoningDelta{thinking});
    if (const QString text = message["content"].text(); !text.isEmpty())
        events.append(TextDelta{text});
    message["tool_calls"].forEach(
        [this, &events](const JsonView &call) { takeToolCall(call, events); });
    if (chunk["done"].isTrue())
        finish(chunk, events);
}

void OllamaDecoder::takeWhole(const JsonView &, QList<ChatEvent> &)
{
    // The whole answer is a stream of one line, and comes as such.
}

void OllamaDecoder::takeToolCall(const JsonView &call, QList<ChatEvent> &events)
{
    const JsonView function = call["function"];
    ToolCall whole;
    whole.id = call["id"].text();
    if (whole.id.isEmpty())
        whole.id = u"call_%1"_s.arg(m_callCount + 1);
    whole.name = function["name"].text();
    const JsonView arguments = function["arguments"];
    if (arguments.isObject())
        whole.arguments = arguments.json();
    else if (!arguments.bytes().trimmed().isEmpty())
        whole.arguments = arguments.bytes();
    events.append(ToolCallDelta{m_callCount++, whole.name, whole.arguments});
    events.append(whole);
}

void OllamaDecoder::finish(const JsonView &chunk, QList<ChatEvent> &events)
{
    Usage usage;
    usage.inputTokens = chunk["prompt_eval_count"].integer();
    usage.outputTokens = chunk["eval_count"].integer();
    report(usage, events);
    const QString raw = chunk["done_reason"].text();
    FinishReason reason = raw == "length"_L1 ? FinishReason::Length
        : raw == "stop"_L1 || raw.isEmpty()  ? FinishReason::Stop
                                             : FinishReason::Other;
    if (m_callCount > 0 && reason != FinishReason::Length)
        reason = FinishReason::ToolCalls;
    complete(reason, raw, events);
}

} // namespace kagura
