// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/openaichatdialect.h"

#include "core/llm/dialects/errorbody.h"
#include "core/llm/dialects/httpencoding.h"
#include "core/llm/dialects/openaichatdecoder.h"
#include "core/llm/dialects/ratelimitheaders.h"

#include <QtEndian>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Json toolCallJson(const ToolCall &call)
{
    Json json = {{"id", toJson(call.id)},
                 {"type", "function"},
                 {"function",
                  {{"name", toJson(call.name)},
                   {"arguments", dumpJson(argumentsObject(call)).toStdString()}}}};
    if (!call.signature.isEmpty())
        json["extra_content"]["google"]["thought_signature"] = call.signature.toStdString();
    return json;
}

// Text as a string where it is alone: every server takes that, an array only some.
Result<Json> userContent(const Message &message, const Capabilities &capabilities)
{
    const bool hasImage =
        std::any_of(message.parts.cbegin(), message.parts.cend(), [](const MessagePart &part) {
            return std::holds_alternative<ImagePart>(part);
        });
    if (!hasImage)
        return toJson(message.text());
    if (!capabilities.arrayContent)
        return badRequest(
            u"this provider takes text only; remove the image or choose another model"_s);
    Json content = Json::array();
    for (const MessagePart &part : message.parts) {
        if (const auto *text = std::get_if<TextPart>(&part))
            content.push_back({{"type", "text"}, {"text", toJson(text->text)}});
        else if (const auto *image = std::get_if<ImagePart>(&part))
            content.push_back({{"type", "image_url"}, {"image_url", {{"url", dataUrl(*image)}}}});
    }
    return content;
}

// One message of ours may be several of theirs: each tool result stands alone.
Result<void> appendMessage(const Message &message, const Capabilities &capabilities, Json &messages)
{
    for (const MessagePart &part : message.parts) {
        if (const auto *result = std::get_if<ToolResultPart>(&part))
            messages.push_back({{"role", "tool"},
                                {"tool_call_id", toJson(result->callId)},
                                {"content", toJson(result->text)}});
    }
    if (message.role == Role::Tool)
        return {};
    if (message.role == Role::User) {
        const Result<Json> content = userContent(message, capabilities);
        if (!content)
            return content.error();
        messages.push_back({{"role", "user"}, {"content", *content}});
        return {};
    }
    Json calls = Json::array();
    for (const MessagePart &part : message.parts) {
        if (const auto *call = std::get_if<ToolCall>(&part))
            calls.push_back(toolCallJson(*call));
    }
    Json json = {{"role", "assistant"}, {"content", toJson(message.text())}};
    if (!calls.empty())
        json["tool_calls"] = calls;
    messages.push_back(json);
    return {};
}

Result<Json> encodeMessages(const ChatRequest &request, const Capabilities &capabilities)
{
    Json messages = Json::array();
    const QString system = systemText(request);
    if (!system.isEmpty() && capabilities.systemMessage)
        messages.push_back({{"role", capabilities.developerRole ? "developer" : "system"},
                            {"content", toJson(system)}});
    bool isSystemSaid = system.isEmpty() || capabilities.systemMessage;
    for (Message message : request.messages) {
        if (message.role == Role::System)
            continue;
        if (message.role == Role::User && !std::exchange(isSystemSaid, true))
            message.parts.prepend(TextPart{system + u"\n\n"_s});
        if (const Result<void> appended = appendMessage(message, capabilities, messages); !appended)
            return appended.error();
    }
    return messages;
}

void encodeTools(const ChatRequest &request, Json &body)
{
    if (request.tools.isEmpty())
        return;
    Json tools = Json::array();
    for (const ToolSpec &tool : request.tools)
        tools.push_back({{"type", "function"},
                         {"function",
                          {{"name", toJson(tool.name)},
                           {"description", toJson(tool.description)},
                           {"parameters", tool.parameters}}}});
    body["tools"] = tools;
    switch (request.toolChoice.mode) {
    case ToolChoice::Mode::Auto:
        break;
    case ToolChoice::Mode::None:
        body["tool_choice"] = "none";
        break;
    case ToolChoice::Mode::Required:
        body["tool_choice"] = "required";
        break;
    case ToolChoice::Mode::Named:
        body["tool_choice"] = {{"type", "function"},
                               {"function", {{"name", toJson(request.toolChoice.name)}}}};
        break;
    }
}

void encodeFormat(const ResponseFormat &format, Json &body)
{
    if (format.kind == ResponseFormat::Kind::JsonObject)
        body["response_format"] = {{"type", "json_object"}};
    else if (format.kind == ResponseFormat::Kind::JsonSchema)
        body["response_format"] = {
            {"type", "json_schema"},
            {"json_schema",
             {{"name", toJson(format.name)}, {"strict", true}, {"schema", format.schema}}}};
}

QList<float> vectorOf(const Json &embedding)
{
    QList<float> vector;
    if (embedding.is_string()) {
        // The official clients ask for base64: little-endian floats, a third of the size.
        const QByteArray bytes = QByteArray::fromBase64(toQString(embedding).toLatin1());
        vector.resize(bytes.size() / 4);
        qFromLittleEndian<float>(bytes.constData(), vector.size(), vector.data());
        return vector;
    }
    for (const Json &number : embedding) {
        if (number.is_number())
            vector.append(number.get<float>());
    }
    return vector;
}

} // namespace

Result<HttpRequest> OpenAiChatDialect::encodeChat(const ChatRequest &request,
                                                  const ProviderConfig &config) const
{
    const Capabilities &can = config.capabilities;
    const Result<Json> messages = encodeMessages(request, can);
    if (!messages)
        return messages.error();
    Json body = {
        {"model", toJson(request.model)}, {"messages", *messages}, {"stream", request.stream}};
    if (request.stream && can.streamOptions)
        body["stream_options"] = {{"include_usage", true}};
    if (request.temperature)
        body["temperature"] = *request.temperature;
    if (request.topP)
        body["top_p"] = *request.topP;
    if (request.maxTokens)
        body[can.maxCompletionTokens ? "max_completion_tokens" : "max_tokens"] = *request.maxTokens;
    if (request.seed)
        body["seed"] = *request.seed;
    for (const QString &stop : request.stop)
        body["stop"].push_back(toJson(stop));
    if (request.reasoning)
        body["reasoning_effort"] = effortName(*request.reasoning);
    encodeTools(request, body);
    encodeFormat(request.format, body);
    mergeExtra(body, request.extra);
    return postChat(config, u"/chat/completions"_s, body, request.stream);
}

std::unique_ptr<ReplyDecoder> OpenAiChatDialect::chatDecoder() const
{
    return std::make_unique<OpenAiChatDecoder>();
}

HttpRequest OpenAiChatDialect::encodeModels(const ProviderConfig &config, const QString &) const
{
    return getJson(config, u"/models"_s);
}

Result<ModelPage> OpenAiChatDialect::decodeModels(QByteArrayView body) const
{
    const Result<Json> json = parseJson(body);
    if (!json)
        return json.error();
    // Together sends the array bare.
    const Json &list = json->is_array() ? *json : jsonMember(*json, "data");
    if (!list.is_array())
        return Error{Error::Kind::Protocol,
                     u"the answer holds no list of models; check the base URL"_s};
    ModelPage page;
    for (const Json &model : list) {
        ModelInfo info{jsonString(model, "id"), jsonString(model, "name"),
                       jsonInteger(model, "context_length"), std::nullopt};
        if (!info.contextTokens)
            info.contextTokens = jsonInteger(model, "max_model_len");
        if (!info.contextTokens)
            info.contextTokens = jsonInteger(jsonMember(model, "meta"), "n_ctx_train");
        info.outputTokens = jsonInteger(jsonMember(model, "top_provider"), "max_completion_tokens");
        if (!info.id.isEmpty())
            page.models.append(info);
    }
    return page;
}

Result<HttpRequest> OpenAiChatDialect::encodeEmbeddings(const EmbeddingRequest &request,
                                                        const ProviderConfig &config) const
{
    Json body = {
        {"model", toJson(request.model)}, {"input", Json::array()}, {"encoding_format", "float"}};
    for (const QString &input : request.inputs)
        body["input"].push_back(toJson(input));
    if (request.dimensions)
        body["dimensions"] = *request.dimensions;
    return postJson(config, u"/embeddings"_s, body);
}

Result<EmbeddingAnswer> OpenAiChatDialect::decodeEmbeddings(QByteArrayView body) const
{
    const Result<Json> json = parseJson(body);
    if (!json)
        return json.error();
    const Json &data = jsonMember(*json, "data");
    if (!data.is_array())
        return Error{Error::Kind::Protocol, u"the answer holds no embeddings"_s};
    EmbeddingAnswer answer;
    answer.vectors.resize(static_cast<qsizetype>(data.size()));
    for (std::size_t i = 0; i < data.size(); ++i) {
        const qint64 index = jsonInteger(data[i], "index").value_or(static_cast<qint64>(i));
        if (index < 0 || index >= answer.vectors.size())
            return Error{Error::Kind::Protocol,
                         u"an embedding has an index that was not asked for"_s};
        answer.vectors[index] = vectorOf(jsonMember(data[i], "embedding"));
    }
    answer.usage.inputTokens = jsonInteger(jsonMember(*json, "usage"), "prompt_tokens");
    return answer;
}

CredentialHeader OpenAiChatDialect::credential(const Secret &key) const
{
    return {"Authorization", "Bearer ", key};
}

QList<QByteArray> OpenAiChatDialect::semanticHeaders() const
{
    return {"OpenAI-Organization", "OpenAI-Project", "OpenAI-Beta", "api-version"};
}

Error OpenAiChatDialect::decodeError(const HttpHead &head, QByteArrayView body) const
{
    return errorFromAnswer(head, body);
}

RateLimitStatus OpenAiChatDialect::rateLimit(const HttpHead &head) const
{
    return openAiRateLimit(head.headers);
}

} // namespace kagura
