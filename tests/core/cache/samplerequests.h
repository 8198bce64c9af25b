// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/callidentity.h"
#include "core/llm/dialects/dialect.h"

namespace kagura::test {

//! A request with a bit of everything, as far as the dialect knows it.
[[nodiscard]] inline ChatRequest richRequest(DialectId dialect)
{
    using namespace Qt::StringLiterals;
    ChatRequest request;
    request.model = u"model-1"_s;
    request.system = u"Be brief. Ünïcode 日本 😀"_s;
    request.temperature = 0.7;
    request.maxTokens = 500;
    const ToolCall call{u"toolu_9f3"_s, u"look"_s, R"({"place":"here","deep":{"b":1,"a":[2,3]}})"};
    request.messages = {
        Message{Role::User,
                {TextPart{u"What is this?"_s}, ImagePart{QByteArray(500, 'x'), u"image/png"_s}}},
        Message{Role::Assistant, {TextPart{u"I look."_s}, call}},
        Message{Role::Tool, {ToolResultPart{call.id, call.name, u"A cat"_s}}},
        Message::fromText(Role::User, u"Are you sure?"_s),
    };
    Json schema = Json::object();
    schema["type"] = "object";
    schema["properties"]["place"]["type"] = "string";
    schema["properties"]["deep"]["type"] = "object";
    request.tools = {ToolSpec{u"look"_s, u"Looks at a place"_s, schema}};
    if (dialect == DialectId::OpenAiChat)
        request.seed = 7;
    request.extra["top_k"] = 40;
    return request;
}

[[nodiscard]] inline CallIdentity identityOf(DialectId dialect, const ChatRequest &request)
{
    using namespace Qt::StringLiterals;
    ProviderConfig config;
    config.dialect = dialect;
    config.baseUrl = QUrl(u"https://api.example.com/v1"_s);
    const Result<HttpRequest> encoded = dialectFor(dialect).encodeChat(request, config);
    CallIdentity identity;
    identity.dialect = dialectName(dialect);
    identity.origin = u"https://api.example.com:443/v1"_s;
    identity.scope = u"5c09"_s;
    identity.model = request.model;
    identity.body = encoded ? encoded->body : QByteArray();
    identity.headers = {{"anthropic-version", "2023-06-01"}, {"anthropic-beta", "b,a"}};
    return identity;
}

} // namespace kagura::test
