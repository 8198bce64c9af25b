// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/ollamadialect.h"

#include "core/llm/dialects/errorbody.h"
#include "core/llm/dialects/httpencoding.h"
#include "core/llm/dialects/ollamadecoder.h"

#include <type_traits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

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

void appendMessage(const Message &message, Json &messages)
{
    Json json = {{"role", roleName(message.role)}, {"content", toJson(message.text())}};
    bool hasResult = false;
    for (const MessagePart &part : message.parts) {
        std::visit(
            [&](const auto &one) {
                using T = std::decay_t<decltype(one)>;
                if constexpr (std::is_same_v<T, ImagePart>) {
                    json["images"].push_back(base64(one.data));
                } else if constexpr (std::is_same_v<T, ToolCall>) {
                    json["tool_calls"].push_back(
                        {{"function",
                          {{"name", toJson(one.name)}, {"arguments", argumentsObject(one)}}}});
                } else if constexpr (std::is_same_v<T, ToolResultPart>) {
                    hasResult = true;
                    messages.push_back({{"role", "tool"},
                                        {"tool_name", toJson(one.name)},
                                        {"content", toJson(one.text)}});
                }
            },
            part);
    }
    if (!hasResult || message.role != Role::Tool)
        messages.push_back(json);
}

Json encodeOptions(const ChatRequest &request)
{
    Json options = Json::object();
    if (request.temperature)
        options["temperature"] = *request.temperature;
    if (request.topP)
        options["top_p"] = *request.topP;
    if (request.maxTokens)
        options["num_predict"] = *request.maxTokens;
    if (request.seed)
        options["seed"] = *request.seed;
    for (const QString &stop : request.stop)
        options["stop"].push_back(toJson(stop));
    return options;
}

} // namespace

Result<HttpRequest> OllamaDialect::encodeChat(const ChatRequest &request,
                                              const ProviderConfig &config) const
{
    if (request.toolChoice.mode != ToolChoice::Mode::Auto)
        return badRequest(
            u"Ollama cannot be told which tool to call; leave the choice to the model"_s);
    Json body = {
        {"model", toJson(request.model)}, {"messages", Json::array()}, {"stream", request.stream}};
    if (!request.system.isEmpty())
        body["messages"].push_back({{"role", "system"}, {"content", toJson(request.system)}});
    for (const Message &message : request.messages)
        appendMessage(message, body["messages"]);
    if (const Json options = encodeOptions(request); !options.empty())
        body["options"] = options;
    for (const ToolSpec &tool : request.tools)
        body["tools"].push_back({{"type", "function"},
                                 {"function",
                                  {{"name", toJson(tool.name)},
                                   {"description", toJson(tool.description)},
                                   {"parameters", tool.parameters}}}});
    if (request.reasoning)
        body["think"] = *request.reasoning == ReasoningEffort::Off
            ? Json(false)
            : Json(effortName(*request.reasoning));
    if (request.format.kind == ResponseFormat::Kind::JsonObject)
        body["format"] = "json";
    else if (request.format.kind == ResponseFormat::Kind::JsonSchema)
        body["format"] = request.format.schema;
    mergeExtra(body, request.extra);
    return postChat(config, u"/api/chat"_s, body, request.stream);
}

std::unique_ptr<ReplyDecoder> OllamaDialect::chatDecoder() const
{
    return std::make_unique<OllamaDecoder>();
}

HttpRequest OllamaDialect::encodeModels(const ProviderConfig &config, const QString &) const
{
    return getJson(config, u"/api/tags"_s);
}

Result<ModelPage> OllamaDialect::decodeModels(QByteArrayView body) const
{
    const Result<Json> json = parseJson(body);
    if (!json)
        return json.error();
    const Json &models = jsonMember(*json, "models");
    if (!models.is_array())
        return Error{Error::Kind::Protocol,
                     u"the answer holds no list of models; is this Ollama?"_s};
    ModelPage page;
    for (const Json &model : models) {
        if (const QString name = jsonString(model, "name", jsonString(model, "model"));
            !name.isEmpty())
            page.models.append({name, {}, std::nullopt, std::nullopt});
    }
    return page;
}

Result<HttpRequest> OllamaDialect::encodeEmbeddings(const EmbeddingRequest &request,
                                                    const ProviderConfig &config) const
{
    Json body = {{"model", toJson(request.model)}, {"input", Json::array()}};
    for (const QString &input : request.inputs)
        body["input"].push_back(toJson(input));
    if (request.dimensions)
        body["dimensions"] = *request.dimensions;
    return postJson(config, u"/api/embed"_s, body);
}

Result<EmbeddingAnswer> OllamaDialect::decodeEmbeddings(QByteArrayView body) const
{
    const Result<Json> json = parseJson(body);
    if (!json)
        return json.error();
    const Json &embeddings = jsonMember(*json, "embeddings");
    if (!embeddings.is_array())
        return Error{Error::Kind::Protocol, u"the answer holds no embeddings"_s};
    EmbeddingAnswer answer;
    for (const Json &embedding : embeddings) {
        QList<float> vector;
        for (const Json &number : embedding) {
            if (number.is_number())
                vector.append(number.get<float>());
        }
        answer.vectors.append(vector);
    }
    answer.usage.inputTokens = jsonInteger(*json, "prompt_eval_count");
    return answer;
}

CredentialHeader OllamaDialect::credential(const Secret &key) const
{
    return {"Authorization", "Bearer ", key};
}

QList<QByteArray> OllamaDialect::semanticHeaders() const
{
    return {};
}

Error OllamaDialect::decodeError(const HttpHead &head, QByteArrayView body) const
{
    return errorFromAnswer(head, body);
}

RateLimitStatus OllamaDialect::rateLimit(const HttpHead &) const
{
    return {}; // a local server has no such limits
}

} // namespace kagura
