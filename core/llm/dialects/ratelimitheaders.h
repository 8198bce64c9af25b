// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatreply.h"
#include "core/net/httprequest.h"

namespace kagura {

//! x-ratelimit-{limit,remaining,reset}-{requests,tokens}; a reset is a duration as Go writes it: "6m0s".
[[nodiscard]] RateLimitStatus openAiRateLimit(const QList<HttpHeader> &headers);

//! anthropic-ratelimit-{requests,tokens}-{limit,remaining,reset}; a reset is an RFC 3339 time, measured
//! from the answer's own Date where it has one.
[[nodiscard]] RateLimitStatus anthropicRateLimit(const QList<HttpHeader> &headers);

//! "12ms", "1s", "6m0s", "1h2m3.5s", or plain seconds.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseGoDuration(const QByteArray &text);

} // namespace kagura
