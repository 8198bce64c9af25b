// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/geminidialect.h"

#include "core/llm/dialects/errorbody.h"
#include "core/llm/dialects/geminidecoder.h"
#include "core/llm/dialects/httpencoding.h"

#include <type_traits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int LowBudget = 1024;
constexpr int MediumBudget = 8192;
constexpr int HighBudget = 24576;

QString modelPath(const QString &model, const QString &method)
{
    const QString name = model.startsWith("models/"_L1) || model.startsWith("tunedModels/"_L1)
        ? model
        : u"models/"_s + model;
    return u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name, "/")) + method;
}

Json encodePart(const MessagePart &part)
{
    return std::visit(
        [](const auto &one) -> Json {
            using T = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<T, TextPart>) {
                return {{"text", toJson(one.text)}};
            } else if constexpr (std::is_same_v<T, ImagePart>) {
                return {{"inlineData",
                         {{"mimeType", toJson(one.mimeType)}, {"data", base64(one.data)}}}};
            } else if constexpr (std::is_same_v<T, ReasoningPart>) {
                // Its own signature is echoed, on an empty text; the thoughts themselves are not asked for.
                return one.dialect == "gemini"_L1 && !one.signature.isEmpty()
                    ? Json{{"text", ""}, {"thoughtSignature", one.signature.toStdString()}}
                    : Json(nullptr);
            } else if constexpr (std::is_same_v<T, ToolCall>) {
                Json json = {
                    {"functionCall", {{"name", toJson(one.name)}, {"args", argumentsObject(one)}}}};
                if (!one.signature.isEmpty())
                    json["thoughtSignature"] = one.signature.toStdString();
                return json;
            } else {
                return {{"functionResponse",
                         {{"name", toJson(one.name)},
                          {"response", {{one.isError ? "error" : "result", toJson(one.text)}}}}}};
            }
        },
        part);
}

Json encodeContents(const QList<Message> &messages)
{
    Json contents = Json::array();
    for (const Message &message : messages) {
        if (message.role == Role::System)
            continue;
        Json parts = Json::array();
        for (const MessagePart &part : message.parts) {
            if (const Json encoded = encodePart(part); !encoded.is_null())
                parts.push_back(encoded);
        }
        if (!parts.empty())
            contents.push_back(
                {{"role", message.role == Role::Assistant ? "model" : "user"}, {"parts", parts}});
    }
    return contents;
}

Json generationConfig(const ChatRequest &request)
{
    Json config = Json::object();
    if (request.temperature)
        config["temperature"] = *request.temperature;
    if (request.topP)
        config["topP"] = *request.topP;
    if (request.maxTokens)
        config["maxOutputTokens"] = *request.maxTokens;
    if (request.seed)
        config["seed"] = *request.seed;
    for (const QString &stop : request.stop)
        config["stopSequences"].push_back(toJson(stop));
    if (request.format.kind != ResponseFormat::Kind::Text)
        config["responseMimeType"] = "application/json";
    if (request.format.kind == ResponseFormat::Kind::JsonSchema)
        config["responseJsonSchema"] = request.format.schema;
    if (request.reasoning) {
        const int budget = *request.reasoning == ReasoningEffort::Off ? 0
            : *request.reasoning == ReasoningEffort::Low              ? LowBudget
            : *request.reasoning == ReasoningEffort::Medium           ? MediumBudget
                                                                      : HighBudget;
        config["thinkingConfig"] = {{"thinkingBudget", budget}, {"includeThoughts", budget > 0}};
    }
    return config;
}

void encodeTools(const ChatRequest &request, Json &body)
{
    if (request.tools.isEmpty())
        return;
    Json declarations = Json::array();
    for (const ToolSpec &tool : request.tools)
        declarations.push_back({{"name", toJson(tool.name)},
                                {"description", toJson(tool.description)},
                                {"parametersJsonSchema", tool.parameters}});
    body["tools"] = {{{"functionDeclarations", declarations}}};
    const ToolChoice &choice = request.toolChoice;
    if (choice.mode == ToolChoice::Mode::Auto)
        return;
    Json calling = {{"mode", choice.mode == ToolChoice::Mode::None ? "NONE" : "ANY"}};
    if (choice.mode == ToolChoice::Mode::Named)
        calling["allowedFunctionNames"] = {toJson(choice.name)};
    body["toolConfig"] = {{"functionCallingConfig", calling}};
}

} // namespace

Result<HttpRequest> GeminiDialect::encodeChat(const ChatRequest &request,
                                              const ProviderConfig &config) const
{
    Json body = {{"contents", encodeContents(request.messages)}};
    if (const QString system = systemText(request); !system.isEmpty())
        body["systemInstruction"] = {{"parts", {{{"text", toJson(system)}}}}};
    if (const Json generation = generationConfig(request); !generation.empty())
        body["generationConfig"] = generation;
    encodeTools(request, body);
    mergeExtra(body, request.extra);
    const QString method =
        request.stream ? u":streamGenerateContent?alt=sse"_s : u":generateContent"_s;
    return postChat(config, modelPath(request.model, method), body, request.stream);
}

std::unique_ptr<ReplyDecoder> GeminiDialect::chatDecoder() const
{
    return std::make_unique<GeminiDecoder>();
}

HttpRequest GeminiDialect::encodeModels(const ProviderConfig &config, const QString &page) const
{
    const QString token = page.isEmpty()
        ? QString()
        : u"&pageToken="_s + QString::fromLatin1(QUrl::toPercentEncoding(page));
    return getJson(config, u"/models?pageSize=1000"_s + token);
}

Result<ModelPage> GeminiDialect::decodeModels(QByteArrayView body) const
{
    const Result<Json> json = parseJson(body);
    if (!json)
        return json.error();
    const Json &models = jsonMember(*json, "models");
    if (!models.is_array())
        return Error{Error::Kind::Protocol,
                     u"the answer holds no list of models; check the base URL"_s};
    ModelPage page;
    page.nextPage = jsonString(*json, "nextPageToken");
    for (const Json &model : models) {
        QString id = jsonString(model, "name");
        if (id.startsWith("models/"_L1))
            id.remove(0, 7);
        if (!id.isEmpty())
            page.models.append({id, jsonString(model, "displayName"),
                                jsonInteger(model, "inputTokenLimit"),
                                jsonInteger(model, "outputTokenLimit")});
    }
    return page;
}

Result<HttpRequest> GeminiDialect::encodeEmbeddings(const EmbeddingRequest &request,
                                                    const ProviderConfig &config) const
{
    Json body = {{"requests", Json::array()}};
    for (const QString &input : request.inputs) {
        Json one = {{"model", toJson(u"models/"_s + request.model)},
                    {"content", {{"parts", {{{"text", toJson(input)}}}}}}};
        if (request.dimensions)
            one["outputDimensionality"] = *request.dimensions;
        body["requests"].push_back(one);
    }
    return postJson(config, modelPath(request.model, u":batchEmbedContents"_s), body);
}

Result<EmbeddingAnswer> GeminiDialect::decodeEmbeddings(QByteArrayView body) const
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
        for (const Json &number : jsonMember(embedding, "values")) {
            if (number.is_number())
                vector.append(number.get<float>());
        }
        answer.vectors.append(vector);
    }
    return answer;
}

CredentialHeader GeminiDialect::credential(const Secret &key) const
{
    return {"x-goog-api-key", {}, key};
}

QList<QByteArray> GeminiDialect::semanticHeaders() const
{
    return {"x-goog-user-project"};
}

Error GeminiDialect::decodeError(const HttpHead &head, QByteArrayView body) const
{
    return errorFromAnswer(head, body);
}

RateLimitStatus GeminiDialect::rateLimit(const HttpHead &) const
{
    return {}; // Gemini says nothing in its headers
}

} // namespace kagura
