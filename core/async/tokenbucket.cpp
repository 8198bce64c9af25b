// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

constexpr double MicrosecondsPerMinute = 60e6;
constexpr double BurstsPerMinute = 6;

} // namespace

TokenBucket::TokenBucket(std::optional<std::int64_t> perMinute)
{
    if (perMinute.value_or(0) < 1)
        return;
    const double rate = static_cast<double>(*perMinute);
    m_perMicrosecond = rate / MicrosecondsPerMinute;
    m_capacity = std::max(1.0, rate / BurstsPerMinute);
    m_level = m_capacity;
}

TokenBucket::Time TokenBucket::readyAt(std::int64_t units, Time now)
{
    if (m_perMicrosecond <= 0)
        return now;
    refill(now);
    const double missing = std::min(static_cast<double>(units), m_capacity) - m_level;
    if (missing <= 0)
        return now;
    // At least one tick, or rounding could ask for this very moment again and again.
    return now + Time(std::max(1LL, std::llround(std::ceil(missing / m_perMicrosecond))));
}

void TokenBucket::take(std::int64_t units, Time now)
{
    if (m_perMicrosecond <= 0)
        return;
    refill(now);
    m_level -= static_cast<double>(units);
}

void TokenBucket::giveBack(std::int64_t units)
{
    m_level = std::min(m_capacity, m_level + static_cast<double>(units));
}

void TokenBucket::refill(Time now)
{
    if (m_filledAt && now > *m_filledAt) {
        const double grown = static_cast<double>((now - *m_filledAt).count()) * m_perMicrosecond;
        m_level = std::min(m_capacity, m_level + grown);
    }
    if (!m_filledAt || now > *m_filledAt)
        m_filledAt = now;
}

} // namespace kagura
