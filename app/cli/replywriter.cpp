// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/replywriter.h"

#include "core/base/json.h"

#include <type_traits>

namespace kagura::replywriter {

namespace {

// Keys in the documented order, which Json would sort away.
using OrderedJson = nlohmann::ordered_json;

QByteArray line(const OrderedJson &object)
{
    return QByteArray::fromStdString(
               object.dump(-1, ' ', false, OrderedJson::error_handler_t::replace))
        + '\n';
}

OrderedJson text(const QString &value)
{
    return value.toStdString();
}

template <typename T>
OrderedJson orNull(const std::optional<T> &value)
{
    return value ? OrderedJson(*value) : OrderedJson(nullptr);
}

OrderedJson milliseconds(const std::optional<std::chrono::milliseconds> &value)
{
    return value ? OrderedJson(value->count()) : OrderedJson(nullptr);
}

OrderedJson usageObject(const Usage &usage)
{
    return {{"input_tokens", orNull(usage.inputTokens)},
            {"output_tokens", orNull(usage.outputTokens)},
            {"cache_read_tokens", orNull(usage.cacheReadTokens)},
            {"cache_write_tokens", orNull(usage.cacheWriteTokens)},
            {"reasoning_tokens", orNull(usage.reasoningTokens)}};
}

// A model may write arguments that are no JSON; they are passed on as text rather than dropped.
OrderedJson arguments(const QByteArray &json)
{
    if (json.trimmed().isEmpty())
        return OrderedJson::object();
    const Result<Json> parsed = parseJson(json);
    return parsed ? OrderedJson(*parsed) : OrderedJson(json.toStdString());
}

OrderedJson errorObject(const Error &error)
{
    return {{"event", "error"},
            {"kind", text(errorKindName(error.kind))},
            {"message", text(error.message)},
            {"http_status",
             error.httpStatus > 0 ? OrderedJson(error.httpStatus) : OrderedJson(nullptr)},
            {"retry_after_ms", milliseconds(error.retryAfter)}};
}

OrderedJson eventObject(const ChatEvent &event)
{
    return std::visit(
        [](const auto &one) -> OrderedJson {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextDelta>) {
                return {{"event", "text"}, {"text", text(one.text)}};
            } else if constexpr (std::is_same_v<T, ReasoningDelta>) {
                return {{"event", "reasoning"}, {"text", text(one.text)}};
            } else if constexpr (std::is_same_v<T, ToolCall>) {
                return {{"event", "tool_call"},
                        {"id", text(one.id)},
                        {"name", text(one.name)},
                        {"arguments", arguments(one.arguments)}};
            } else if constexpr (std::is_same_v<T, RetryScheduled>) {
                return {{"event", "retry"},
                        {"attempt", one.attempt},
                        {"after_ms", one.after.count()},
                        {"kind", text(errorKindName(one.kind))}};
            } else if constexpr (std::is_same_v<T, FellBack>) {
                return {{"event", "fallback"},
                        {"provider", text(one.provider)},
                        {"model", text(one.model)}};
            } else if constexpr (std::is_same_v<T, Restarted>) {
                return {{"event", "restarted"}};
            } else {
                return nullptr;
            }
        },
        event);
}

OrderedJson cacheObject(const std::optional<CacheOutcome> &outcome)
{
    return outcome ? OrderedJson(cacheOutcomeToJson(*outcome)) : OrderedJson(nullptr);
}

QByteArray lineIn(OrderedJson object, const QString &conversation)
{
    if (!conversation.isEmpty())
        object["conversation"] = text(conversation);
    return line(object);
}

} // namespace

QByteArray startLine(const ChatReply &reply, const QString &conversation)
{
    return lineIn({{"event", "start"},
                   {"provider", text(reply.provider())},
                   {"model", text(reply.model())},
                   {"origin", text(originName(reply.origin()))},
                   {"cache", cacheObject(reply.cacheOutcome())}},
                  conversation);
}

QByteArray eventLines(const QList<ChatEvent> &events)
{
    QByteArray lines;
    for (const ChatEvent &event : events) {
        if (const OrderedJson object = eventObject(event); !object.is_null())
            lines += line(object);
    }
    return lines;
}

QByteArray endLine(const ChatReply &reply,
                   std::optional<double> costUsd,
                   const QString &conversation)
{
    const ChatAnswer &answer = reply.answer();
    if (reply.failure()) {
        OrderedJson object = errorObject(*reply.failure());
        object["usage"] =
            answer.usage == Usage() ? OrderedJson(nullptr) : usageObject(answer.usage);
        return lineIn(object, conversation);
    }
    const Finish finish = answer.finish.value_or(Finish());
    return lineIn(
        {{"event", "finish"},
         {"reason", text(finishReasonName(finish.reason))},
         {"raw_reason", text(finish.rawReason)},
         {"origin", text(originName(reply.origin()))},
         {"provider", text(reply.provider())},
         {"model", text(answer.servedModel.isEmpty() ? reply.model() : answer.servedModel)},
         {"usage", usageObject(answer.usage)},
         {"cost_usd", orNull(costUsd)},
         {"first_text_ms", milliseconds(reply.firstContentAfter())},
         {"total_ms", milliseconds(reply.totalTime())}},
        conversation);
}

QByteArray errorLine(const Error &error, const QString &conversation)
{
    return lineIn(errorObject(error), conversation);
}

} // namespace kagura::replywriter
