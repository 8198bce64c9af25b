// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclock.h"

#include <algorithm>
#include <utility>

namespace kagura::test {

void FakeClock::callLater(std::chrono::milliseconds delay,
                          QObject *context,
                          std::function<void()> work)
{
    m_delays.push_back(delay);
    m_timers.push_back({m_monotonic + delay, context, std::move(work)});
}

void FakeClock::advance(std::chrono::milliseconds step)
{
    const std::chrono::microseconds end = m_monotonic + step;
    const auto earlier = [](const Timer &a, const Timer &b) { return a.due < b.due; };
    for (;;) {
        const auto next = std::min_element(m_timers.begin(), m_timers.end(), earlier);
        if (next == m_timers.end() || next->due > end)
            break;
        Timer timer = std::move(*next);
        m_timers.erase(next);
        m_wall = m_wall.addMSecs(
            std::chrono::duration_cast<std::chrono::milliseconds>(timer.due - m_monotonic).count());
        m_monotonic = std::max(m_monotonic, timer.due);
        if (timer.context)
            timer.work();
    }
    m_wall = m_wall.addMSecs(
        std::chrono::duration_cast<std::chrono::milliseconds>(end - m_monotonic).count());
    m_monotonic = end;
}

} // namespace kagura::test
