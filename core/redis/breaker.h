// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <cstdint>

namespace kagura {

//! Leaves a server alone that fails: after so many failures in a row nobody asks for a while, then one
//! may try.
//!
//! Ask mayAsk() before each call, and say afterwards how it went: a call that was let through and never
//! reported keeps the others waiting.
//!
//! Thread: one at a time. Lifetime: the clock outlives it. Errors: none.
class Breaker
{
public:
    enum class State : std::uint8_t {
        Closed, //!< all may ask
        Open, //!< nobody may
        HalfOpen, //!< one is asking, for all
    };

    Breaker(const Clock &clock, int failures, std::chrono::milliseconds pause);

    [[nodiscard]] bool mayAsk();
    void succeeded();
    void failed();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 openings() const { return m_openings; } //!< so far

private:
    const Clock &m_clock;
    int m_limit;
    std::chrono::milliseconds m_pause;
    State m_state = State::Closed;
    int m_failures = 0; // in a row
    qint64 m_openings = 0;
    std::chrono::microseconds m_openedAt{0};
};

} // namespace kagura
