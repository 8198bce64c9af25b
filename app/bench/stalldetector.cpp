// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/stalldetector.h"

#include "app/bench/benchwindow.h"

#include <utility>

namespace kagura::bench {

void StallDetector::start()
{
    m_clock.start();
    m_lastCpu = threadMilliseconds();
    m_lastWall = 0;
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        const double cpu = threadMilliseconds();
        const double wall = double(m_clock.nsecsElapsed()) / 1e6;
        m_cpuGaps.append(cpu - std::exchange(m_lastCpu, cpu));
        m_wallGaps.append(wall - std::exchange(m_lastWall, wall));
    });
    m_timer.start(2);
}

} // namespace kagura::bench
