// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachereport.h"
#include "ui/plots/plotdata.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <cstdint>

namespace kagura {

//! How far back the statistics go.
enum class StatisticsSpan : std::uint8_t { Day, Week, Month, Quarter };

//! The hours or days of a span that ends now, in the person's own time.
[[nodiscard]] CacheReport::Period statisticsPeriod(StatisticsSpan span,
                                                   const QDateTime &now,
                                                   const QString &model,
                                                   const QString &agent);

//! What the page of statistics shows: a report in words, figures and pictures.
//!
//! A call that joined another one under way had its answer for nothing: it counts as a hit of a tier of
//! its own. Rates are of calls that were looked up; what went past the cache is told apart.
//!
//! Thread: a value. Lifetime: none. Errors: none.
struct StatisticsView
{
    struct Figure
    {
        QString value;
        QString change; //!< against as long a time before; empty: nothing was known then
        QList<double> trend;

        bool operator==(const Figure &) const = default;
    };
    struct Row
    {
        QString name;
        QList<double> trend; //!< of its hit rate
        QString hitRate;
        QString lookups;
        QString saved;

        bool operator==(const Row &) const = default;
    };

    bool isEmpty = true; //!< the cache was not asked in that time
    QString span; //!< "24 Oct to 22 Nov · 61,420 lookups"
    Figure hitRate;
    Figure money;
    Figure time;
    Figure tokens;
    AreaData tiers;
    BarData misses;
    QString missTotal;
    QString avoidable; //!< of them
    BarData removals;
    QList<Row> models;
    QList<Row> agents;
    CurveData whatIf;
    QString whatIfNote; //!< what it stands on, or why there is none
    qint64 offeredBudget = 0; //!< that would answer more; 0: none would

    [[nodiscard]] static StatisticsView of(const CacheReport &report, qint64 diskBudget);

    bool operator==(const StatisticsView &) const = default;
};

} // namespace kagura
