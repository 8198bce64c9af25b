// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"
#include "core/net/httprequest.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace kagura {

//! How often and how patiently a failed attempt is repeated. Applied by RetryingProvider alone.
//! Source: the curve of OpenAI's clients; the cap on Retry-After is openai-python's.
struct RetryPolicy
{
    int maxAttempts = 3; //!< over all; 1 means never repeat
    std::chrono::milliseconds base{500}; //!< doubled at every attempt
    std::chrono::milliseconds cap{8000};
    std::chrono::milliseconds retryAfterCap =
        std::chrono::seconds(120); //!< a server that asks for more is not waited for
    QList<Error::Kind> kinds = {
        Error::Kind::Network,     Error::Kind::Timeout,
        Error::Kind::RateLimited, Error::Kind::Overloaded,
        Error::Kind::Server,      Error::Kind::Truncated}; //!< and only before the first content

    bool operator==(const RetryPolicy &) const = default;
};

enum class CacheMode : std::uint8_t { ReadWrite, ReadOnly, WriteOnly, Refresh, Off, OfflineOnly };

//! How a call is made; what is asked stands in ChatRequest.
struct CallOptions
{
    CacheMode cacheMode = CacheMode::ReadWrite;
    int sampleIndex = 0; //!< different indices never share an answer
    RetryPolicy retry;
    std::optional<Deadlines> deadlines; //!< instead of the provider's
    QStringList tags; //!< "agent:critic", "conversation:…": for statistics and invalidation

    //! Runs once after a cache miss and before anything leaves, in the engine thread; an Error ends the
    //! call with it. Budgets reserve here. May be empty.
    std::function<std::optional<Error>()> beforeDispatch;
};

} // namespace kagura
