// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/evictiontable.h"

#include "core/storage/statement.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int HandSteps = 64; // entries that the hand looks at in one go
constexpr int SweepLimit = 200;
constexpr qint64 MaximumGhosts = 50'000;

} // namespace

EvictionTable::EvictionTable(Connection &connection)
    : m_connection(connection)
{}

Result<qint64> EvictionTable::evict(const Budget &budget, const QDateTime &now)
{
    qint64 total = 0;
    Result<bool> over = isOver(budget);
    if (over && *over) {
        const Result<QList<qint64>> trash =
            choose(u"trash_operation >= ? AND state = 2"_s, 0);
        if (!trash)
            return trash.error();
        const Result<qint64> removed = remove(*trash, now, QString());
        if (!removed)
            return removed;
        total += *removed;
        over = isOver(budget);
    }
    // Twice around finds a victim if there is one; all the rest is pinned.
    const Result<qint64> entries = m_connection.integer(u"SELECT entries FROM balance"_s);
    if (!entries)
        return entries;
    for (qint64 rounds = 2 * (*entries / HandSteps + 2); rounds > 0 && over && *over;) {
        const Result<qint64> removed = evictSome(now);
        if (!removed)
            return removed;
        total += *removed;
        rounds = *removed > 0 ? rounds : rounds - 1;
        over = isOver(budget);
    }
    if (!over)
        return over.error();
    return total;
}

Result<bool> EvictionTable::isOver(const Budget &budget)
{
    Statement row(m_connection, u"SELECT bytes, entries FROM balance"_s);
    const bool isThere = row.next();
    if (!row.outcome())
        return row.outcome().error();
    return isThere
        && (row.integer(0) > budget.bytes
            || (budget.entries > 0 && row.integer(1) > budget.entries));
}

// Ids grow with time, so the sieve's order is theirs. One victim at a time: how many must go depends on
// what they weigh.
Result<qint64> EvictionTable::evictSome(const QDateTime &now)
{
    const Result<qint64> hand = m_connection.integer(u"SELECT hand FROM balance"_s);
    if (!hand)
        return hand;
    qint64 last = 0;
    std::optional<qint64> victim;
    {
        Statement rows(m_connection,
                       u"SELECT id, visited OR pinned OR state = 2 FROM entry "
                       "WHERE id > ? ORDER BY id LIMIT ?"_s);
        rows.bind(*hand);
        rows.bind(HandSteps);
        while (!victim && rows.next()) {
            last = rows.integer(0);
            if (!rows.flag(1))
                victim = last;
        }
        if (!rows.outcome())
            return rows.outcome().error();
    }
    // Behind the newest it begins again at the oldest: what comes meanwhile is not its next.
    Result<void> done = m_connection.execute(
        u"UPDATE balance SET hand = iif(EXISTS(SELECT 1 FROM entry WHERE id > ?), ?, 0)"_s, last,
        last);
    if (done && last > 0)
        done = m_connection.execute(
            u"UPDATE entry SET visited = 0 WHERE id > ? AND id <= ? AND visited = 1"_s, *hand,
            last);
    if (!done)
        return done.error();
    if (!victim)
        return qint64(0);
    return remove({*victim}, now, u"evicted"_s);
}

Result<qint64> EvictionTable::sweep(const QDateTime &now, std::chrono::milliseconds grace)
{
    const qint64 nowMs = now.toMSecsSinceEpoch();
    const Result<QList<qint64>> expired =
        choose(u"pinned = 0 AND state < 2 AND expires_ms IS NOT NULL AND expires_ms < ?"_s,
               nowMs - grace.count());
    if (!expired)
        return expired.error();
    const Result<qint64> first = remove(*expired, now, u"expired"_s);
    if (!first)
        return first;
    const Result<QList<qint64>> trash = choose(
        u"trash_operation IN (SELECT id FROM operation WHERE undo_until_ms < ?) AND state = 2"_s,
        nowMs);
    if (!trash)
        return trash.error();
    const Result<qint64> second = remove(*trash, now, QString());
    if (!second)
        return second;
    return *first + *second;
}

Result<QList<qint64>> EvictionTable::choose(const QString &where, qint64 value)
{
    Statement rows(m_connection,
                   u"SELECT id FROM entry WHERE %1 LIMIT %2"_s.arg(where).arg(SweepLimit));
    rows.bind(value);
    QList<qint64> ids;
    while (rows.next())
        ids.append(rows.integer(0));
    if (!rows.outcome())
        return rows.outcome().error();
    return ids;
}

// reason: why a later look-up misses; empty where that was noted before.
Result<qint64> EvictionTable::remove(const QList<qint64> &ids,
                                     const QDateTime &now,
                                     const QString &reason)
{
    for (const qint64 id : ids) {
        Result<void> done;
        if (!reason.isEmpty())
            done = m_connection.execute(u"INSERT OR REPLACE INTO ghost(key, at_ms, reason) "
                                        "SELECT key, ?, ? FROM entry WHERE id = ?"_s,
                                        now.toMSecsSinceEpoch(), reason, id);
        if (done)
            done = m_connection.execute(u"DELETE FROM search WHERE rowid = ?"_s, id);
        if (done)
            done = m_connection.execute(u"DELETE FROM entry WHERE id = ?"_s, id);
        if (!done)
            return done.error();
    }
    if (!ids.isEmpty()) {
        const Result<void> done = m_connection.execute(
            u"DELETE FROM ghost WHERE seq <= (SELECT max(seq) FROM ghost) - ?"_s, MaximumGhosts);
        if (!done)
            return done.error();
    }
    return ids.size();
}

} // namespace kagura
