// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/llm/chatrequest.h"
#include "core/llm/providerconfig.h"
#include "core/net/httprequest.h"

#include <QString>

namespace kagura {

//! base URL + path, with exactly one slash between them. A path may have a query.
[[nodiscard]] QUrl joinUrl(const QUrl &base, const QString &path);

//! A POST of body as JSON to that path, with the provider's own headers.
[[nodiscard]] HttpRequest postJson(const ProviderConfig &config,
                                   const QString &path,
                                   const Json &body);

//! The same with what an answer in events asks for.
[[nodiscard]] HttpRequest postChat(const ProviderConfig &config,
                                   const QString &path,
                                   const Json &body,
                                   bool stream);

[[nodiscard]] HttpRequest getJson(const ProviderConfig &config, const QString &path);

//! The request's extra keys replace those of body.
void mergeExtra(Json &body, const Json &extra);

[[nodiscard]] std::string base64(const QByteArray &bytes);
[[nodiscard]] std::string dataUrl(const ImagePart &image);

//! What a tool call holds, as a JSON object; what is no JSON becomes an object with the text in it, so
//! that a broken call of the past does not make every later request fail.
[[nodiscard]] Json argumentsObject(const ToolCall &call);

[[nodiscard]] Error badRequest(const QString &message);

//! "low", "medium", "high"; off is the dialect's own affair.
[[nodiscard]] std::string effortName(ReasoningEffort effort);

//! The system text of the request and its system messages, as one.
[[nodiscard]] QString systemText(const ChatRequest &request);

} // namespace kagura
