// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/anthropicdialect.h"

#include "core/llm/dialects/anthropicdecoder.h"
#include "core/llm/dialects/errorbody.h"
#include "core/llm/dialects/httpencoding.h"
#include "core/llm/dialects/ratelimitheaders.h"

#include <type_traits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 DefaultMaxTokens = 4096; // the dialect demands a number
constexpr qint64 LowBudget = 1024; // the least thinking budget that is accepted
constexpr qint64 MediumBudget = 8192;
constexpr qint64 HighBudget = 24576;

Json imageBlock(const ImagePart &image)
{
    return {{"type", "image"},
            {"source",
             {{"type", "base64"},
              {"media_type", toJson(image.mimeType)},
              {"data", base64(image.data)}}}};
}

void appendPart(const MessagePart &part, Json &content)
{
    std::visit(
        [&content](const auto &one) {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextPart>) {
                if (!one.text.trimmed().isEmpty()) // blank text blocks are refused
                    content.push_back({{"type", "text"}, {"text", toJson(one.text)}});
            } else if constexpr (std::is_same_v<T, ImagePart>) {
                content.push_back(imageBlock(one));
            } else if constexpr (std::is_same_v<T, ReasoningPart>) {
                if (one.dialect == "anthropic"_L1)
                    content.push_back({{"type", "thinking"},
                                       {"thinking", toJson(one.text)},
                                       {"signature", one.signature.toStdString()}});
                else if (one.dialect == "anthropic-redacted"_L1)
                    content.push_back(
                        {{"type", "redacted_thinking"}, {"data", one.signature.toStdString()}});
            } else if constexpr (std::is_same_v<T, ToolCall>) {
                content.push_back({{"type", "tool_use"},
                                   {"id", toJson(one.id)},
                                   {"name", toJson(one.name)},
                                   {"input", argumentsObject(one)}});
            } else if constexpr (std::is_same_v<T, ToolResultPart>) {
                Json block = {{"type", "tool_result"},
                              {"tool_use_id", toJson(one.callId)},
                              {"content", toJson(one.text)}};
                if (one.isError)
                    block["is_error"] = true;
                content.push_back(block);
            }
        },
        part);
}

// Roles must alternate, so neighbours of one role become one message.
Json encodeMessages(const QList<Message> &messages)
{
    Json encoded = Json::array();
    for (const Message &message : messages) {
        if (message.role == Role::System)
            continue;
        const char *role = message.role == Role::Assistant ? "assistant" : "user";
        Json content = Json::array();
        for (const MessagePart &part : message.parts)
            appendPart(part, content);
        if (content.empty())
            continue;
        if (!encoded.empty() && encoded.back()["role"] == role)
            encoded.back()["content"].insert(encoded.back()["content"].end(), content.begin(),
                                             content.end());
        else
            encoded.push_back({{"role", role}, {"content", content}});
    }
    return encoded;
}

void encodeTools(const ChatRequest &request, Json &body)
{
    for (const ToolSpec &tool : request.tools)
        body["tools"].push_back({{"name", toJson(tool.name)},
                                 {"description", toJson(tool.description)},
                                 {"input_schema", tool.parameters}});
    if (request.tools.isEmpty())
        return;
    switch (request.toolChoice.mode) {
    case ToolChoice::Mode::Auto:
        break;
    case ToolChoice::Mode::None:
        body["tool_choice"] = {{"type", "none"}};
        break;
    case ToolChoice::Mode::Required:
        body["tool_choice"] = {{"type", "any"}};
        break;
    case ToolChoice::Mode::Named:
        body["tool_choice"] = {{"type", "tool"}, {"name", toJson(request.toolChoice.name)}};
        break;
    }
}

void encodeReasoning(ReasoningEffort effort, Json &body)
{
    if (effort == ReasoningEffort::Off)
        return;
    const qint64 budget = effort == ReasoningEffort::Low ? LowBudget
        : effort == ReasoningEffort::Medium              ? MediumBudget
                                                         : HighBudget;
    body["thinking"] = {{"type", "enabled"}, {"budget_tokens", budget}};
    // The budget counts against max_tokens and must leave room for the answer.
    body["max_tokens"] =
        std::max<qint64>(body["max_tokens"].get<qint64>(), budget + DefaultMaxTokens);
}

Result<void> checkExpressible(const ChatRequest &request, const Capabilities &can)
{
    if (request.seed)
        return badRequest(u"Anthropic models know no seed"_s);
    if (request.temperature && request.topP && !can.temperatureWithTopP)
        return badRequest(u"Anthropic models take temperature or top_p, not both"_s);
    if (request.temperature && *request.temperature > 1.0)
        return badRequest(u"Anthropic models take a temperature from 0 to 1"_s);
    if (request.format.kind == ResponseFormat::Kind::JsonObject)
        return badRequest(u"Anthropic models take a JSON schema, not a bare JSON mode"_s);
    return {};
}

} // namespace

Result<HttpRequest> AnthropicDialect::encodeChat(const ChatRequest &request,
                                                 const ProviderConfig &config) const
{
    if (const Result<void> expressible = checkExpressible(request, config.capabilities);
        !expressible)
        return expressible.error();
    Json body = {{"model", toJson(request.model)},
                 {"messages", encodeMessages(request.messages)},
                 {"max_tokens", request.maxTokens.value_or(DefaultMaxTokens)},
                 {"stream", request.stream}};
    if (const QString system = systemText(request); !system.isEmpty())
        body["system"] = toJson(system);
    if (request.temperature)
        body["temperature"] = *request.temperature;
    if (request.topP)
        body["top_p"] = *request.topP;
    for (const QString &stop : request.stop)
        body["stop_sequences"].push_back(toJson(stop));
    encodeTools(request, body);
    if (request.reasoning)
        encodeReasoning(*request.reasoning, body);
    if (request.format.kind == ResponseFormat::Kind::JsonSchema)
        body["output_config"] = {
            {"format", {{"type", "json_schema"}, {"schema", request.format.schema}}}};
    mergeExtra(body, request.extra);
    HttpRequest http = postChat(config, u"/messages"_s, body, request.stream);
    http.headers.append(HttpHeader{"anthropic-version", "2023-06-01"});
    return http;
}

std::unique_ptr<ReplyDecoder> AnthropicDialect::chatDecoder() const
{
    return std::make_unique<AnthropicDecoder>();
}

HttpRequest AnthropicDialect::encodeModels(const ProviderConfig &config, const QString &page) const
{
    const QString after = page.isEmpty()
        ? QString()
        : u"&after_id="_s + QString::fromLatin1(QUrl::toPercentEncoding(page));
    HttpRequest http = getJson(config, u"/models?limit=1000"_s + after);
    http.headers.append(HttpHeader{"anthropic-version", "2023-06-01"});
    return http;
}

Result<ModelPage> AnthropicDialect::decodeModels(QByteArrayView body) const
{
    const Result<Json> json = parseJson(body);
    if (!json)
        return json.error();
    const Json &data = jsonMember(*json, "data");
    if (!data.is_array())
        return Error{Error::Kind::Protocol,
                     u"the answer holds no list of models; check the base URL"_s};
    ModelPage page;
    for (const Json &model : data)
        page.models.append({jsonString(model, "id"), jsonString(model, "display_name"),
                            jsonInteger(model, "max_input_tokens"),
                            jsonInteger(model, "max_tokens")});
    if (jsonMember(*json, "has_more") == Json(true))
        page.nextPage = jsonString(*json, "last_id");
    return page;
}

Result<HttpRequest> AnthropicDialect::encodeEmbeddings(const EmbeddingRequest &,
                                                       const ProviderConfig &) const
{
    return badRequest(u"Anthropic offers no embeddings; choose another provider for them"_s);
}

Result<EmbeddingAnswer> AnthropicDialect::decodeEmbeddings(QByteArrayView) const
{
    return badRequest(u"Anthropic offers no embeddings"_s);
}

CredentialHeader AnthropicDialect::credential(const Secret &key) const
{
    return {"x-api-key", {}, key};
}

QList<QByteArray> AnthropicDialect::semanticHeaders() const
{
    return {"anthropic-version", "anthropic-beta"};
}

Error AnthropicDialect::decodeError(const HttpHead &head, QByteArrayView body) const
{
    return errorFromAnswer(head, body);
}

RateLimitStatus AnthropicDialect::rateLimit(const HttpHead &head) const
{
    return anthropicRateLimit(head.headers);
}

} // namespace kagura
