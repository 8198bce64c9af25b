// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QPointer>

#include <vector>

namespace kagura::test {

//! A clock that stands still until advance(); what is due then runs in order of its time, in the
//! thread that advances.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime wall() const override { return m_wall; }
    [[nodiscard]] std::chrono::microseconds monotonic() const override { return m_monotonic; }
    void callLater(std::chrono::milliseconds delay,
                   QObject *context,
                   std::function<void()> work) override;

    void advance(std::chrono::milliseconds step);
    void setWall(const QDateTime &wall) { m_wall = wall; }

    //! Delays asked for so far, in order: what a back-off test compares.
    [[nodiscard]] const std::vector<std::chrono::milliseconds> &delays() const { return m_delays; }
    [[nodiscard]] std::size_t pending() const { return m_timers.size(); }

private:
    struct Timer
    {
        std::chrono::microseconds due;
        QPointer<QObject> context;
        std::function<void()> work;
    };

    QDateTime m_wall = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    std::chrono::microseconds m_monotonic{0};
    std::vector<Timer> m_timers;
    std::vector<std::chrono::milliseconds> m_delays;
};

} // namespace kagura::test
