// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! So many units a minute, in an even flow with small bursts: a sixth of a minute's worth may go at
//! once, so that no minute sees more than 7/6 of the rate.
//!
//! What is larger than a burst goes when the bucket is full and leaves a debt.
//!
//! Thread: one at a time. Lifetime: a value. Errors: none.
class TokenBucket
{
public:
    using Time = std::chrono::microseconds;

    //! Empty or less than 1: no limit.
    explicit TokenBucket(std::optional<std::int64_t> perMinute);

    //! When that many units can be taken; now or earlier: at once.
    [[nodiscard]] Time readyAt(std::int64_t units, Time now);
    void take(std::int64_t units, Time now);

    //! Fewer were needed than were taken; a negative number: more.
    void giveBack(std::int64_t units);

private:
    void refill(Time now);

    double m_perMicrosecond = 0; // 0: no limit
    double m_capacity = 0;
    double m_level = 0;
    std::optional<Time> m_filledAt;
};

} // namespace kagura
