// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/breaker.h"

namespace kagura {

Breaker::Breaker(const Clock &clock, int failures, std::chrono::milliseconds pause)
    : m_clock(clock)
    , m_limit(failures)
    , m_pause(pause)
{}

bool Breaker::mayAsk()
{
    if (m_state == State::Closed)
        return true;
    if (m_state == State::HalfOpen || m_clock.monotonic() - m_openedAt < m_pause)
        return false;
    m_state = State::HalfOpen;
    return true;
}

void Breaker::succeeded()
{
    // One that was under way when it opened says nothing about now; the next probe will.
    if (m_state == State::Open)
        return;
    m_state = State::Closed;
    m_failures = 0;
}

void Breaker::failed()
{
    ++m_failures;
    if (m_state == State::Open || (m_state == State::Closed && m_failures < m_limit))
        return;
    m_state = State::Open;
    ++m_openings;
    m_openedAt = m_clock.monotonic();
}

} // namespace kagura
