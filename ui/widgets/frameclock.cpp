// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/frameclock.h"

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

void FrameClock::request(const QObject &view)
{
    if (!m_views.contains(&view))
        m_views.append(&view);
    m_waiting.insert(&view);
    wake();
}

bool FrameClock::takeTurn(const QObject &view)
{
    if (m_isHalved && m_views.indexOf(&view) % 2 != m_half)
        return false;
    m_waiting.remove(&view);
    return true;
}

void FrameClock::forget(const QObject &view)
{
    m_views.removeOne(&view);
    m_waiting.remove(&view);
}

void FrameClock::beat()
{
    if (!std::exchange(m_isWoken, false)) {
        m_timer.stop();
        return;
    }
    Q_EMIT collect();
    m_isHalved = m_waiting.size() > viewsAtOnce;
    m_half = 1 - m_half;
    Q_EMIT frame();
    if (!std::exchange(m_isHalved, false))
        m_waiting.clear(); // of views that are hidden by now
    else if (!m_waiting.isEmpty())
        m_isWoken = true;
}

} // namespace kagura
