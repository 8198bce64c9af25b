// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace kagura {

//! Why the cache did not answer, or did not keep an answer.
enum class CacheReason : std::uint8_t {
    None,
    // Why it did not answer
    NeverSeen,
    Expired,
    SoftlyInvalidated,
    Invalidated,
    Evicted,
    Corrupt, //!< it was there, and not what was stored
    TierError, //!< the disk could not be read
    TierTimeout, //!< the disk took too long
    // Why it was not asked
    Off,
    Tools, //!< the request declares tools, and its agent did not allow it
    Temperature, //!< by the agent's policy
    NoKey, //!< the request has no canonical form
    NotReading, //!< the call is to be answered anew
    // Why an answer was not kept
    LifetimeZero,
    Failed,
    Unfinished, //!< no end mark
    Length,
    ContentFilter,
    Refusal,
    OtherFinish, //!< an end that we do not know
    ToolCalls,
    Empty,
    TooLarge,
    BrokenSchema, //!< the answer is not of the shape that was asked for
    Joined, //!< whoever bore the cost keeps it
    Outdated, //!< there was an invalidation meanwhile
    Backlog, //!< more waits for the disk than may
    DiskFailed,
};

[[nodiscard]] QString cacheReasonName(CacheReason reason); //!< "never_seen"

} // namespace kagura
