// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/entryreplay.h"

namespace kagura {

namespace {

using namespace std::chrono_literals;

constexpr auto Beat = 33ms;

} // namespace

EntryReplay::EntryReplay(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(Beat);
    connect(&m_timer, &QTimer::timeout, this, &EntryReplay::tell);
}

QList<StreamBeat> EntryReplay::timed(QList<StreamBeat> beats)
{
    if (beats.isEmpty() || beats.constLast().at <= Longest)
        return beats;
    const auto last = beats.constLast().at;
    for (StreamBeat &beat : beats)
        beat.at = std::chrono::milliseconds(beat.at.count() * Longest.count() / last.count());
    return beats;
}

void EntryReplay::start(const QList<StreamBeat> &beats)
{
    stop();
    m_beats = timed(beats);
    m_told = 0;
    m_since.start();
    m_timer.start();
}

void EntryReplay::stop()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT ended();
}

void EntryReplay::tell()
{
    const std::chrono::milliseconds now(m_since.elapsed());
    while (m_told < m_beats.size() && m_beats.at(m_told).at <= now)
        Q_EMIT arrived(m_beats.at(m_told++));
    if (m_told == m_beats.size())
        stop();
}

} // namespace kagura
