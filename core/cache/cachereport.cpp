// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachereport.h"

#include "core/storage/statement.h"

#include <QTimeZone>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 HourMs = 3600 * 1000;

qint64 hourOf(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() / HourMs;
}

//! What rows are put together by, beside their outcome.
struct Grouping
{
    bool byStep = false;
    bool byDetail = false;
    bool byModel = false;
    bool byAgent = false;
};

QString column(bool isWanted, const QString &name)
{
    return isWanted ? name : u"''"_s;
}

Result<QList<CacheStat>> grouped(Connection &connection,
                                 const CacheReport::Period &period,
                                 const Grouping &by)
{
    const bool isOfNoAgent = period.agent == QLatin1String(CacheReport::NoAgent);
    QString where = u"hour >= ? AND hour < ?"_s;
    if (!period.model.isEmpty())
        where += u" AND model = ?"_s;
    if (!period.agent.isEmpty())
        where += u" AND agent = ?"_s;
    Statement rows(
        connection,
        u"SELECT %1, %2, %3, outcome, %4, sum(n), sum(saved_input), sum(saved_output), "
        "sum(saved_micro_usd), sum(saved_ms) FROM stat WHERE %5 GROUP BY 1, 2, 3, 4, 5"_s.arg(
            by.byStep ? u"(hour - %1) / %2"_s.arg(hourOf(period.from)).arg(period.step.count())
                      : u"0"_s,
            column(by.byModel, u"model"_s), column(by.byAgent, u"agent"_s),
            column(by.byDetail, u"detail"_s), where));
    rows.bind(hourOf(period.from));
    rows.bind(hourOf(period.to));
    if (!period.model.isEmpty())
        rows.bind(period.model);
    if (!period.agent.isEmpty())
        rows.bind(isOfNoAgent ? QString() : period.agent);
    QList<CacheStat> stats;
    while (rows.next()) {
        CacheStat stat;
        stat.hour = QDateTime::fromMSecsSinceEpoch(
            (hourOf(period.from) + rows.integer(0) * period.step.count()) * HourMs,
            QTimeZone::utc());
        stat.model = rows.text(1);
        stat.agent = rows.text(2);
        stat.outcome = rows.text(3);
        stat.detail = rows.text(4);
        stat.count = rows.integer(5);
        stat.savedInputTokens = rows.integer(6);
        stat.savedOutputTokens = rows.integer(7);
        stat.savedMicroUsd = rows.integer(8);
        stat.savedTime = std::chrono::milliseconds(rows.integer(9));
        stats.append(stat);
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return stats;
}

// Those that were asked, the busiest first.
Result<QStringList> names(Connection &connection,
                          const QString &what,
                          const CacheReport::Period &period)
{
    Statement rows(connection,
                   u"SELECT %1 FROM stat WHERE hour >= ? AND hour < ? AND %1 <> '' "
                   "GROUP BY 1 ORDER BY sum(n) DESC"_s.arg(what));
    rows.bind(hourOf(period.from));
    rows.bind(hourOf(period.to));
    QStringList names;
    while (rows.next())
        names.append(rows.text(0));
    if (!rows.outcome())
        return rows.outcome().error();
    return names;
}

} // namespace

Result<CacheReport> CacheReport::read(Connection &connection, const Period &period)
{
    CacheReport report;
    report.period = period;
    Period earlier = period;
    earlier.to = period.from;
    earlier.from = period.from.addMSecs(-period.from.msecsTo(period.to));
    const auto fill = [](auto &into, auto value) -> Result<void> {
        if (!value)
            return value.error();
        into = *value;
        return {};
    };
    Result<void> done =
        fill(report.overTime, grouped(connection, period, {true, true, false, false}));
    if (done)
        done = fill(report.before, grouped(connection, earlier, {false, true, false, false}));
    if (done)
        done = fill(report.byModel, grouped(connection, period, {true, true, true, false}));
    if (done)
        done = fill(report.byAgent, grouped(connection, period, {true, true, false, true}));
    if (done)
        done = fill(report.models, names(connection, u"model"_s, period));
    if (done)
        done = fill(report.agents, names(connection, u"agent"_s, period));
    if (done)
        done = fill(report.whatIf, AccessTable(connection).read());
    if (done)
        done = fill(report.bytes, connection.integer(u"SELECT bytes FROM balance"_s));
    if (done)
        done = fill(report.entries, connection.integer(u"SELECT entries FROM balance"_s));
    if (!done)
        return done.error();
    return report;
}

} // namespace kagura
