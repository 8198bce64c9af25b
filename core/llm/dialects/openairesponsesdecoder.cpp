// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/openairesponsesdecoder.h"

#include "core/llm/dialects/errorbody.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Usage usageOf(const JsonView &usage)
{
    Usage counts;
    counts.cacheReadTokens = usage["input_tokens_details"]["cached_tokens"].integer();
    counts.cacheWriteTokens = usage["input_tokens_details"]["cache_write_tokens"].integer();
    if (const std::optional<qint64> input = usage["input_tokens"].integer())
        counts.inputTokens = std::max<qint64>(
            0, *input - counts.cacheReadTokens.value_or(0) - counts.cacheWriteTokens.value_or(0));
    counts.outputTokens = usage["output_tokens"].integer();
    counts.reasoningTokens = usage["output_tokens_details"]["reasoning_tokens"].integer();
    return counts;
}

bool isCall(const QString &type)
{
    return type == "function_call"_L1 || type == "custom_tool_call"_L1;
}

// A custom tool takes plain text; as JSON it is an object with that text.
QByteArray argumentsOf(const JsonView &item)
{
    if (item["type"].text() == "custom_tool_call"_L1)
        return dumpJson({{"input", toJson(item["input"].text())}});
    const QByteArray arguments = item["arguments"].bytes();
    return arguments.trimmed().isEmpty() ? QByteArray("{}") : arguments;
}

} // namespace

OpenAiResponsesDecoder::OpenAiResponsesDecoder()
    : StreamDecoder(JsonBody::Whole)
{}

void OpenAiResponsesDecoder::takeChunk(const JsonView &chunk,
                                       QByteArrayView,
                                       QList<ChatEvent> &events)
{
    const QString type = chunk["type"].text();
    const qint64 index = chunk["output_index"].integer().value_or(0);
    if (type.endsWith(".delta"_L1) || type == "response.reasoning_summary_part.added"_L1) {
        takeDelta(type, chunk, events);
    } else if (type == "response.output_item.added"_L1) {
        beginItem(index, chunk["item"], events);
    } else if (type == "response.output_item.done"_L1) {
        endItem(index, chunk["item"], events);
    } else if (type == "response.completed"_L1 || type == "response.incomplete"_L1) {
        takeResponseEnd(chunk["response"], events);
    } else if (type == "response.failed"_L1 || type == "error"_L1
               || (type.isEmpty() && chunk["error"].exists())) {
        report(usageOf(chunk["response"]["usage"]), events);
        takeFailure(type == "response.failed"_L1 ? chunk["response"] : chunk);
    } else if (chunk["response"].isObject()) {
        reportModel(chunk["response"]["model"].text(), events);
    }
}

void OpenAiResponsesDecoder::takeWhole(const JsonView &body, QList<ChatEvent> &events)
{
    const QString status = body["status"].text();
    if (status == "failed"_L1 || (body["error"].exists() && status != "completed"_L1)) {
        takeFailure(body);
        return;
    }
    if (!body["output"].isArray()) {
        fail({Error::Kind::Protocol, u"the answer is JSON, but no response; check the base URL"_s});
        return;
    }
    qint64 index = 0;
    body["output"].forEach(
        [this, &index, &events](const JsonView &item) { endItem(index++, item, events); });
    if (status == "completed"_L1 || status == "incomplete"_L1)
        takeResponseEnd(body, events);
}

void OpenAiResponsesDecoder::takeDelta(const QString &type,
                                       const JsonView &chunk,
                                       QList<ChatEvent> &events)
{
    Item &item = m_items[chunk["output_index"].integer().value_or(0)];
    const QString delta = chunk["delta"].text();
    if (type == "response.reasoning_summary_part.added"_L1) {
        if (std::exchange(item.hasSummary, true))
            events.append(ReasoningDelta{u"\n\n"_s});
        return;
    }
    if (delta.isEmpty())
        return;
    if (type == "response.output_text.delta"_L1 || type == "response.refusal.delta"_L1) {
        m_hasRefused = m_hasRefused || type == "response.refusal.delta"_L1;
        item.hasText = true;
        events.append(TextDelta{delta});
    } else if (type == "response.reasoning_summary_text.delta"_L1
               || type == "response.reasoning_text.delta"_L1) {
        item.hasText = true;
        events.append(ReasoningDelta{delta});
    } else if (item.callIndex >= 0
               && (type == "response.function_call_arguments.delta"_L1
                   || type == "response.custom_tool_call_input.delta"_L1)) {
        events.append(ToolCallDelta{item.callIndex, item.name, delta.toUtf8()});
    }
}

void OpenAiResponsesDecoder::beginItem(qint64 index, const JsonView &item, QList<ChatEvent> &events)
{
    if (!isCall(item["type"].text()))
        return;
    Item &known = m_items[index];
    known.callIndex = m_callCount++;
    known.name = item["name"].text();
    events.append(ToolCallDelta{known.callIndex, known.name, {}});
}

void OpenAiResponsesDecoder::endItem(qint64 index, const JsonView &item, QList<ChatEvent> &events)
{
    Item &known = m_items[index];
    const QString type = item["type"].text();
    if (isCall(type)) {
        if (known.callIndex < 0)
            known.callIndex = m_callCount++;
        QString id = item["call_id"].text();
        if (id.isEmpty())
            id = u"call_%1"_s.arg(known.callIndex + 1);
        events.append(ToolCall{id, item["name"].text(), argumentsOf(item)});
    } else if (type == "message"_L1 && !known.hasText) {
        // The whole answer, and servers that send no deltas.
        item["content"].forEach([this, &events](const JsonView &part) {
            const QString refusal = part["refusal"].text();
            m_hasRefused = m_hasRefused || !refusal.isEmpty();
            if (const QString text = part["text"].text() + refusal; !text.isEmpty())
                events.append(TextDelta{text});
        });
    } else if (type == "reasoning"_L1) {
        if (!known.hasText) {
            item["summary"].forEach([&events](const JsonView &part) {
                if (const QString text = part["text"].text(); !text.isEmpty())
                    events.append(ReasoningDelta{text});
            });
        }
        // The item as it came is what the next request must contain.
        if (item["encrypted_content"].isString())
            events.append(ReasoningSignature{item.json(), u"openai-responses"_s});
    }
}

void OpenAiResponsesDecoder::takeResponseEnd(const JsonView &response, QList<ChatEvent> &events)
{
    reportModel(response["model"].text(), events);
    report(usageOf(response["usage"]), events);
    const QString detail = response["incomplete_details"]["reason"].text();
    FinishReason reason = m_callCount > 0 ? FinishReason::ToolCalls
        : m_hasRefused                    ? FinishReason::Refusal
                                          : FinishReason::Stop;
    if (detail == "max_output_tokens"_L1)
        reason = FinishReason::Length;
    else if (detail == "content_filter"_L1)
        reason = FinishReason::ContentFilter;
    else if (response["status"].text() == "incomplete"_L1)
        reason = FinishReason::Other;
    complete(reason, detail.isEmpty() ? response["status"].text() : detail, events);
}

void OpenAiResponsesDecoder::takeFailure(const JsonView &carrier)
{
    // Documented flat, sent nested: both are read.
    const Result<Json> json = parseJson(carrier.json());
    fail(json ? errorFromJson(*json, 0) : json.error());
}

} // namespace kagura
