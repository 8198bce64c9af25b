// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/valuetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct ValueText
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ValueText)
};

QString dash()
{
    return u"\u2014"_s;
}

//! Two figures, and the unit that leaves the fewest before the point.
template <std::size_t N>
QString scaled(qint64 value, qint64 step, const std::array<QString, N> &units)
{
    double rest = double(value);
    std::size_t unit = 0;
    while (unit + 1 < N && rest >= double(step)) {
        rest /= double(step);
        ++unit;
    }
    return QLocale().toString(rest, 'f', unit > 0 && rest < 9.95 ? 1 : 0) + units.at(unit);
}

} // namespace

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 ms = std::max<qint64>(0, duration.count());
    if (ms < 1000)
        return ValueText::tr("%1 ms").arg(ms);
    if (ms < 10'000)
        return ValueText::tr("%1 s").arg(QLocale().toString(double(ms) / 1000.0, 'f', 1));
    if (ms < 60'000)
        return ValueText::tr("%1 s").arg(ms / 1000);
    return ValueText::tr("%1 min %2 s").arg(ms / 60'000).arg(ms % 60'000 / 1000);
}

QString costText(std::optional<qint64> microUsd)
{
    if (!microUsd)
        return dash();
    const double dollars = double(*microUsd) / 1e6;
    const int digits = *microUsd == 0 || dollars >= 1 ? 2 : dollars >= 0.001 ? 3 : 6;
    return QStringLiteral("$") + QLocale().toString(dollars, 'f', digits);
}

QString tokensText(qint64 tokens)
{
    return tokens == 1 ? ValueText::tr("1 token")
                       : ValueText::tr("%1 tokens").arg(QLocale().toString(tokens));
}

QString timeColumnText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const QDateTime today = now.toLocalTime();
    const qint64 days = local.date().daysTo(today.date());
    if (time.secsTo(now) < 60)
        return ValueText::tr("now");
    if (days <= 1)
        return QLocale().toString(local.time(), QStringLiteral("HH:mm"));
    if (days <= 7)
        return QLocale().dayName(local.date().dayOfWeek(), QLocale::ShortFormat);
    if (local.date().year() == today.date().year())
        return QLocale().toString(local.date(), QStringLiteral("d MMM"));
    return QLocale().toString(local.date(), QStringLiteral("MMM yyyy"));
}

QString ageText(std::chrono::seconds age)
{
    const qint64 seconds = std::max<qint64>(0, age.count());
    if (seconds < 60)
        return ValueText::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return ValueText::tr("%1 min").arg(seconds / 60);
    return seconds < 86'400 ? ValueText::tr("%1 h").arg(seconds / 3600)
                            : ValueText::tr("%1 d").arg(seconds / 86'400);
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString shortCountText(qint64 count)
{
    return scaled<4>(count, 1000, {QString(), u"k"_s, u"M"_s, u"G"_s});
}

QString sizeText(qint64 bytes)
{
    return scaled<5>(bytes, 1024,
                     {ValueText::tr(" B"), ValueText::tr(" KB"), ValueText::tr(" MB"),
                      ValueText::tr(" GB"), ValueText::tr(" TB")});
}

} // namespace kagura
