// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/stattable.h"

#include "core/storage/statement.h"

#include <QTimeZone>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 HourMs = 3600 * 1000;

} // namespace

void CacheStat::add(const CacheStat &other)
{
    count += other.count;
    savedInputTokens += other.savedInputTokens;
    savedOutputTokens += other.savedOutputTokens;
    savedMicroUsd += other.savedMicroUsd;
    savedTime += other.savedTime;
}

StatTable::StatTable(Connection &connection)
    : m_connection(connection)
{}

Result<void> StatTable::add(const QList<CacheStat> &stats)
{
    for (const CacheStat &stat : stats) {
        const Result<void> done = m_connection.execute(
            u"INSERT INTO stat(hour, model, agent, outcome, detail, n, saved_input, saved_output, "
            "saved_micro_usd, saved_ms) VALUES(?,?,?,?,?,?,?,?,?,?) "
            "ON CONFLICT(hour, model, agent, outcome, detail) DO UPDATE SET n = n + excluded.n, "
            "saved_input = saved_input + excluded.saved_input, "
            "saved_output = saved_output + excluded.saved_output, "
            "saved_micro_usd = saved_micro_usd + excluded.saved_micro_usd, "
            "saved_ms = saved_ms + excluded.saved_ms"_s,
            stat.hour.toMSecsSinceEpoch() / HourMs, stat.model, stat.agent, stat.outcome,
            stat.detail, stat.count, stat.savedInputTokens, stat.savedOutputTokens,
            stat.savedMicroUsd, qint64(stat.savedTime.count()));
        if (!done)
            return done;
    }
    return {};
}

Result<QList<CacheStat>> StatTable::read(const QDateTime &from, const QDateTime &to, By by)
{
    const QString hour = by == By::Hour ? u"hour"_s : u"0"_s;
    const QString model = by == By::Model ? u"model"_s : u"''"_s;
    const QString agent = by == By::Agent ? u"agent"_s : u"''"_s;
    Statement rows(
        m_connection,
        u"SELECT %1, %2, %3, outcome, detail, sum(n), sum(saved_input), "
        "sum(saved_output), sum(saved_micro_usd), sum(saved_ms) FROM stat "
        "WHERE hour >= ? AND hour < ? GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"_s.arg(
            hour, model, agent));
    rows.bind(from.toMSecsSinceEpoch() / HourMs);
    rows.bind((to.toMSecsSinceEpoch() + HourMs - 1) / HourMs);
    QList<CacheStat> stats;
    while (rows.next()) {
        CacheStat stat;
        if (by == By::Hour)
            stat.hour = QDateTime::fromMSecsSinceEpoch(rows.integer(0) * HourMs, QTimeZone::utc());
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

} // namespace kagura
