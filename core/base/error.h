// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! What went wrong, and what a caller may do about it. The one vocabulary of failures: code, journal,
//! command line and workflow files all use these kinds.
struct Error
{
    enum class Kind : std::uint8_t {
        Cancelled, //!< the caller asked; never shown as a failure
        Timeout, //!< a deadline of ours passed
        Network, //!< DNS, TLS, refused, dropped
        Auth, //!< 401, 403, missing or wrong key
        RateLimited, //!< too many requests or tokens for now; see retryAfter
        Quota, //!< credit, billing or a daily limit: waiting a minute does not help
        Overloaded, //!< the server is up but has no room (503, 529)
        Server, //!< the server failed (5xx)
        BadRequest, //!< the server refused what was sent (4xx)
        ContextLength, //!< more tokens than the model can read
        ContentFilter, //!< the provider refuses this content
        Truncated, //!< the stream ended without the protocol's own end mark
        Protocol, //!< the answer broke the wire format or a size limit
        Storage, //!< disk, SQLite or keychain
        Internal, //!< a bug or wrong settings on our side
    };

    Kind kind = Kind::Internal;
    QString message; //!< English, for log and detail views; never holds a secret or a URL's query
    int httpStatus = 0; //!< 0: no HTTP answer
    std::optional<std::chrono::milliseconds> retryAfter = std::nullopt;
    bool isFinal = false; //!< the server asked not to be asked again, whatever the kind

    bool operator==(const Error &) const = default;
};

//! The kind as it is spelled on the command line, in files and in the journal: "rate_limited".
[[nodiscard]] QString errorKindName(Error::Kind kind);
[[nodiscard]] std::optional<Error::Kind> errorKindFromName(const QString &name);

} // namespace kagura
