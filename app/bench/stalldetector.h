// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QTimer>

namespace kagura::bench {

//! How long the thread of its maker was busy between two ticks of 2 ms: in CPU time, which other
//! programs on the machine do not change much, and by the clock.
//!
//! Thread: its maker's. Lifetime: a measurement. Errors: none.
class StallDetector
{
public:
    void start();
    void stop() { m_timer.stop(); }

    [[nodiscard]] const QList<double> &cpuGaps() const { return m_cpuGaps; } //!< ms
    [[nodiscard]] const QList<double> &wallGaps() const { return m_wallGaps; } //!< ms

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_lastCpu = 0;
    double m_lastWall = 0;
    QList<double> m_cpuGaps;
    QList<double> m_wallGaps;
};

} // namespace kagura::bench
