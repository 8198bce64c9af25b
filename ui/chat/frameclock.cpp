// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/frameclock.h"

#include <utility>

namespace kagura {

FrameClock::FrameClock(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &FrameClock::beat);
}

void FrameClock::wake()
{
    m_isWoken = true;
    if (!m_timer.isActive())
        m_timer.start();
}

void FrameClock::beat()
{
    if (!std::exchange(m_isWoken, false)) {
        m_timer.stop();
        return;
    }
    Q_EMIT collect();
    Q_EMIT frame();
}

} // namespace kagura
