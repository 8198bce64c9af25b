// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/openairesponsesdialect.h"

#include "core/llm/dialects/httpencoding.h"
#include "core/llm/dialects/openairesponsesdecoder.h"

#include <type_traits>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// Each part in its order; text and images of one message stay together.
void appendMessage(const Message &message, Json &input)
{
    const bool isAnswer = message.role == Role::Assistant;
    Json content = Json::array();
    const auto flush = [&] {
        if (!content.empty())
            input.push_back({{"role", isAnswer ? "assistant" : "user"},
                             {"content", std::exchange(content, Json::array())}});
    };
    for (const MessagePart &part : message.parts) {
        std::visit(
            [&](const auto &one) {
                using T = std::decay_t<decltype(one)>;
                if constexpr (std::is_same_v<T, TextPart>) {
                    content.push_back({{"type", isAnswer ? "output_text" : "input_text"},
                                       {"text", toJson(one.text)}});
                } else if constexpr (std::is_same_v<T, ImagePart>) {
                    content.push_back({{"type", "input_image"}, {"image_url", dataUrl(one)}});
                } else if constexpr (std::is_same_v<T, ReasoningPart>) {
                    const Result<Json> item = parseJson(one.signature);
                    if (one.dialect == "openai-responses"_L1 && item) {
                        flush();
                        input.push_back(*item);
                    }
                } else if constexpr (std::is_same_v<T, ToolCall>) {
                    flush();
                    input.push_back({{"type", "function_call"},
                                     {"call_id", toJson(one.id)},
                                     {"name", toJson(one.name)},
                                     {"arguments", dumpJson(argumentsObject(one)).toStdString()}});
                } else if constexpr (std::is_same_v<T, ToolResultPart>) {
                    flush();
                    input.push_back({{"type", "function_call_output"},
                                     {"call_id", toJson(one.callId)},
                                     {"output", toJson(one.text)}});
                }
            },
            part);
    }
    flush();
}

void encodeTools(const ChatRequest &request, Json &body)
{
    for (const ToolSpec &tool : request.tools)
        body["tools"].push_back({{"type", "function"},
                                 {"name", toJson(tool.name)},
                                 {"description", toJson(tool.description)},
                                 {"parameters", tool.parameters}});
    if (request.tools.isEmpty() || request.toolChoice.mode == ToolChoice::Mode::Auto)
        return;
    if (request.toolChoice.mode == ToolChoice::Mode::Named)
        body["tool_choice"] = {{"type", "function"}, {"name", toJson(request.toolChoice.name)}};
    else
        body["tool_choice"] =
            request.toolChoice.mode == ToolChoice::Mode::None ? "none" : "required";
}

} // namespace

Result<HttpRequest> OpenAiResponsesDialect::encodeChat(const ChatRequest &request,
                                                       const ProviderConfig &config) const
{
    if (!request.stop.isEmpty())
        return badRequest(
            u"the Responses dialect knows no stop sequences; use openai-chat for them"_s);
    if (request.seed)
        return badRequest(u"the Responses dialect knows no seed; use openai-chat for it"_s);
    Json body = {{"model", toJson(request.model)},
                 {"input", Json::array()},
                 {"stream", request.stream},
                 {"store", false}};
    if (const QString system = systemText(request); !system.isEmpty())
        body["instructions"] = toJson(system);
    for (const Message &message : request.messages) {
        if (message.role != Role::System)
            appendMessage(message, body["input"]);
    }
    if (request.temperature)
        body["temperature"] = *request.temperature;
    if (request.topP)
        body["top_p"] = *request.topP;
    if (request.maxTokens)
        body["max_output_tokens"] = *request.maxTokens;
    if (request.reasoning) {
        body["reasoning"] = {{"effort", effortName(*request.reasoning)}};
        body["include"] = {"reasoning.encrypted_content"};
        if (*request.reasoning != ReasoningEffort::Off)
            body["reasoning"]["summary"] = "auto";
    }
    encodeTools(request, body);
    if (request.format.kind == ResponseFormat::Kind::JsonObject)
        body["text"]["format"] = {{"type", "json_object"}};
    else if (request.format.kind == ResponseFormat::Kind::JsonSchema)
        body["text"]["format"] = {{"type", "json_schema"},
                                  {"name", toJson(request.format.name)},
                                  {"strict", true},
                                  {"schema", request.format.schema}};
    mergeExtra(body, request.extra);
    return postChat(config, u"/responses"_s, body, request.stream);
}

std::unique_ptr<ReplyDecoder> OpenAiResponsesDialect::chatDecoder() const
{
    return std::make_unique<OpenAiResponsesDecoder>();
}

} // namespace kagura
