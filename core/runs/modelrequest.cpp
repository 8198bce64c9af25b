// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/modelrequest.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 BytesPerToken = 4; // as tokens() of expressions counts
constexpr qint64 UsualOutputTokens = 1024; // where the request sets no bound
constexpr qint64 ImageTokens = 1000;

void applyParam(ChatRequest &request, const std::string &name, const Json &value)
{
    const bool isNumber = value.is_number();
    if (name == "temperature" && isNumber)
        request.temperature = value.get<double>();
    else if (name == "top_p" && isNumber)
        request.topP = value.get<double>();
    else if (name == "max_tokens" && value.is_number_integer())
        request.maxTokens = value.get<qint64>();
    else if (name == "seed" && value.is_number_integer())
        request.seed = value.get<qint64>();
    else if (name == "stop" && value.is_array()) {
        request.stop.clear();
        for (const Json &one : value)
            request.stop.append(toQString(one));
    } else if (name == "stop" && value.is_string())
        request.stop = {toQString(value)};
    else if (name == "reasoning" && value == "off")
        request.reasoning = ReasoningEffort::Off;
    else if (name == "reasoning" && value == "low")
        request.reasoning = ReasoningEffort::Low;
    else if (name == "reasoning" && value == "medium")
        request.reasoning = ReasoningEffort::Medium;
    else if (name == "reasoning" && value == "high")
        request.reasoning = ReasoningEffort::High;
    else
        request.extra[name] = value;
}

Json partToJson(const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return {{"text", toJson(text->text)}};
    if (const auto *call = std::get_if<ToolCall>(&part))
        return {{"tool", toJson(call->name)},
                {"id", toJson(call->id)},
                {"arguments", call->arguments.toStdString()}};
    if (const auto *result = std::get_if<ToolResultPart>(&part))
        return {{"result_of", toJson(result->callId)},
                {"text", toJson(result->text)},
                {"is_error", result->isError}};
    if (const auto *reasoning = std::get_if<ReasoningPart>(&part))
        return {{"reasoning", toJson(reasoning->text)}};
    return {{"image", toJson(std::get<ImagePart>(part).name)}};
}

const char *roleName(Role role)
{
    switch (role) {
    case Role::System:
        return "system";
    case Role::User:
        return "user";
    case Role::Assistant:
        return "assistant";
    case Role::Tool:
        break;
    }
    return "tool";
}

template <typename T>
void put(Json &json, const char *name, const std::optional<T> &value)
{
    if (value)
        json[name] = *value;
}

} // namespace

void applyParams(ChatRequest &request, const Json &params)
{
    if (!params.is_object())
        return;
    for (const auto &[name, value] : params.items())
        applyParam(request, name, value);
}

RetryPolicy retryPolicy(const WorkflowRetry &retry)
{
    RetryPolicy policy;
    policy.maxAttempts = retry.maxAttempts;
    policy.base = retry.initial;
    policy.cap = retry.max;
    policy.kinds.clear();
    for (const QString &name : retry.on) {
        if (const std::optional<Error::Kind> kind = errorKindFromName(name))
            policy.kinds.append(*kind);
    }
    // A stream that was cut off is the network's fault.
    if (policy.kinds.contains(Error::Kind::Network))
        policy.kinds.append(Error::Kind::Truncated);
    return policy;
}

CacheMode cacheMode(const WorkflowCache &cache, const ChatRequest &request)
{
    using Temperature = WorkflowCache::Temperature;
    const bool isDeterministic = request.temperature == 0.0;
    if (cache.temperature == Temperature::Never
        || (cache.temperature == Temperature::DeterministicOnly && !isDeterministic))
        return CacheMode::Off;
    if (!request.tools.isEmpty() && !cache.hasModelSteps)
        return CacheMode::Off;
    switch (cache.mode) {
    case WorkflowCache::Mode::ReadWrite:
        return CacheMode::ReadWrite;
    case WorkflowCache::Mode::ReadOnly:
        return CacheMode::ReadOnly;
    case WorkflowCache::Mode::WriteOnly:
        return CacheMode::WriteOnly;
    case WorkflowCache::Mode::Refresh:
        return CacheMode::Refresh;
    case WorkflowCache::Mode::Off:
        break;
    }
    return CacheMode::Off;
}

std::optional<Deadlines> deadlines(const WorkflowTimeout &timeout)
{
    if (!timeout.total && !timeout.firstToken && !timeout.idle)
        return std::nullopt;
    Deadlines limits;
    if (timeout.firstToken)
        limits.firstByte = timeout.firstToken;
    if (timeout.idle)
        limits.idle = timeout.idle;
    limits.total = timeout.total;
    return limits;
}

Json requestToJson(const QString &provider, const ChatRequest &request, int sample)
{
    Json json = {{"provider", toJson(provider)}, {"model", toJson(request.model)}};
    if (!request.system.isEmpty())
        json["system"] = toJson(request.system);
    Json &messages = json["messages"] = Json::array();
    for (const Message &message : request.messages) {
        Json parts = Json::array();
        for (const MessagePart &part : message.parts)
            parts.push_back(partToJson(part));
        messages.push_back({{"role", roleName(message.role)}, {"parts", std::move(parts)}});
    }
    put(json, "temperature", request.temperature);
    put(json, "top_p", request.topP);
    put(json, "max_tokens", request.maxTokens);
    put(json, "seed", request.seed);
    for (const QString &stop : request.stop)
        json["stop"].push_back(toJson(stop));
    for (const ToolSpec &tool : request.tools)
        json["tools"].push_back({{"name", toJson(tool.name)},
                                 {"description", toJson(tool.description)},
                                 {"parameters", tool.parameters}});
    if (request.toolChoice.mode != ToolChoice::Mode::Auto)
        json["tool_choice"] = static_cast<int>(request.toolChoice.mode);
    if (request.format.kind != ResponseFormat::Kind::Text)
        json["schema"] = request.format.schema;
    if (request.reasoning)
        json["reasoning"] = static_cast<int>(*request.reasoning);
    if (!request.extra.empty())
        json["extra"] = request.extra;
    if (sample > 0)
        json["sample"] = sample;
    return json;
}

Json answerToJson(const ChatAnswer &answer)
{
    Json json = {{"text", toJson(answer.text)}};
    if (!answer.reasoning.isEmpty())
        json["reasoning"] = toJson(answer.reasoning);
    for (const ReasoningPart &part : answer.reasoningParts)
        json["reasoning_parts"].push_back({{"text", toJson(part.text)},
                                           {"signature", part.signature.toBase64().toStdString()},
                                           {"dialect", toJson(part.dialect)}});
    for (const ToolCall &call : answer.toolCalls)
        json["tool_calls"].push_back({{"id", toJson(call.id)},
                                      {"name", toJson(call.name)},
                                      {"arguments", call.arguments.toStdString()},
                                      {"signature", call.signature.toBase64().toStdString()}});
    if (answer.finish)
        json["finish"] = toJson(finishReasonName(answer.finish->reason));
    return json;
}

ChatAnswer answerFromJson(const Json &json)
{
    const auto bytes = [](const Json &object, const char *key) {
        return QByteArray::fromBase64(jsonString(object, key).toLatin1());
    };
    ChatAnswer answer;
    answer.text = jsonString(json, "text");
    answer.reasoning = jsonString(json, "reasoning");
    if (const Json &parts = jsonMember(json, "reasoning_parts"); parts.is_array()) {
        for (const Json &part : parts)
            answer.reasoningParts.append(
                {jsonString(part, "text"), bytes(part, "signature"), jsonString(part, "dialect")});
    }
    if (const Json &calls = jsonMember(json, "tool_calls"); calls.is_array()) {
        for (const Json &call : calls)
            answer.toolCalls.append({jsonString(call, "id"), jsonString(call, "name"),
                                     jsonString(call, "arguments").toUtf8(),
                                     bytes(call, "signature")});
    }
    answer.finish =
        Finish{finishReasonFromName(jsonString(json, "finish")).value_or(FinishReason::Other), {}};
    return answer;
}

Json usageToJson(const Usage &usage)
{
    Json json = Json::object();
    put(json, "input", usage.inputTokens);
    put(json, "output", usage.outputTokens);
    put(json, "cache_read", usage.cacheReadTokens);
    put(json, "cache_write", usage.cacheWriteTokens);
    put(json, "reasoning", usage.reasoningTokens);
    return json;
}

Usage estimatedUsage(const ChatRequest &request)
{
    qint64 bytes = request.system.toUtf8().size();
    qint64 images = 0;
    for (const Message &message : request.messages) {
        for (const MessagePart &part : message.parts) {
            if (std::holds_alternative<ImagePart>(part))
                ++images;
            else if (const auto *result = std::get_if<ToolResultPart>(&part))
                bytes += result->text.toUtf8().size();
        }
        bytes += message.text().toUtf8().size();
    }
    Usage usage;
    usage.inputTokens = (bytes + BytesPerToken - 1) / BytesPerToken + images * ImageTokens;
    usage.outputTokens = request.maxTokens.value_or(UsualOutputTokens);
    return usage;
}

} // namespace kagura
