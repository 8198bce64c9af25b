// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/timescale.h"

#include "ui/runs/runwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using std::chrono::milliseconds;

// Round steps up to an hour; beyond, days of 24 of them.
constexpr std::array<qint64, 19> Steps = {100,       200,       500,        1'000,     2'000,
                                          5'000,     10'000,    15'000,     30'000,    60'000,
                                          120'000,   300'000,   600'000,    900'000,   1'800'000,
                                          3'600'000, 7'200'000, 21'600'000, 86'400'000};

QString labelOf(milliseconds moment, qint64 step)
{
    if (moment.count() == 0)
        return QCoreApplication::translate("kagura::TimeScale", "0 s");
    if (step >= 60'000 || moment.count() >= 600'000)
        return clockText(moment);
    return QLocale().toString(double(moment.count()) / 1000, 'f', step < 1000 ? 1 : 0);
}

} // namespace

TimeScale::TimeScale(milliseconds first, milliseconds length, qreal left, qreal width)
    : m_first(first)
    , m_length(std::max(length, milliseconds(1)))
    , m_left(left)
    , m_width(std::max(width, 1.0))
{}

qreal TimeScale::x(milliseconds moment) const
{
    return m_left + m_width * double((moment - m_first).count()) / double(m_length.count());
}

milliseconds TimeScale::at(qreal x) const
{
    return m_first + milliseconds(qint64((x - m_left) / m_width * double(m_length.count())));
}

QList<TimeScale::Tick> TimeScale::ticks(qreal gap) const
{
    const qint64 least = qint64(gap / m_width * double(m_length.count()));
    const auto found = std::lower_bound(Steps.cbegin(), Steps.cend(), least);
    const qint64 step = found != Steps.cend() ? *found : (least / Steps.back() + 1) * Steps.back();
    QList<Tick> ticks;
    const qint64 first = std::max<qint64>(0, (m_first.count() + step - 1) / step);
    for (qint64 at = first * step; at <= (m_first + m_length).count(); at += step)
        ticks.append({milliseconds(at), labelOf(milliseconds(at), step)});
    return ticks;
}

milliseconds TimeScale::lengthFor(milliseconds now)
{
    const qint64 wanted = std::max<qint64>(1000, now.count() + now.count() / 10);
    for (qint64 unit = 1000;; unit *= 10)
        for (const qint64 part : {10, 12, 15, 20, 25, 30, 40, 50, 60, 80})
            if (unit * part / 10 >= wanted)
                return milliseconds(unit * part / 10);
}

} // namespace kagura
