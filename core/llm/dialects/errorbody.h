// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/net/httprequest.h"

#include <QByteArrayView>

namespace kagura {

//! The failure that an error object speaks of, whoever sent it: OpenAI and what is compatible,
//! Anthropic, Google, Ollama, FastAPI. The code in the body weighs more than the status, since a 429
//! may mean "no credit left" and a 200 may carry an error in its stream.
//! status: 0 for an error inside a stream.
[[nodiscard]] Error errorFromJson(const Json &body, int status);

//! The same for an answer whose status is not 2xx, with what its headers say about waiting. A body that
//! is no JSON (a web page of a proxy) is not quoted.
[[nodiscard]] Error errorFromAnswer(const HttpHead &head, QByteArrayView body);

//! Retry-After in seconds or as a date, or retry-after-ms.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterOf(
    const QList<HttpHeader> &headers);

} // namespace kagura
