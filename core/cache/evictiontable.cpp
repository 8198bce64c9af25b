// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/evictiontable.h"

#include "core/cache/stattable.h"
#include "core/storage/statement.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int HandSteps = 64; // entries that the hand looks at in one go
constexpr int SweepLimit = 200;
constexpr qint64 MaximumGhosts = 50'000;
constexpr qint64 GhostPause = 64; // entries between two looks at how many ghosts there are

} // namespace

EvictionTable::EvictionTable(Connection &connection)
    : m_connection(connection)
{}

Result<qint64> EvictionTable::evict(const Budget &budget, const QDateTime &now)
{
    const auto isOver = [&budget](const Balance &balance) {
        return balance.bytes > budget.bytes
            || (budget.entries > 0 && balance.entries > budget.entries);
    };
    Result<Balance> balance = readBalance();
    if (!balance)
        return balance.error();
    if (!isOver(*balance))
        return qint64(0);
    const qint64 before = balance->entries;
    // No more of it than must go: somebody may want it back.
    while (balance && isOver(*balance)) {
        const Result<QList<qint64>> trash = choose(u"trash_operation >= ? AND state = 2"_s, 0, 1);
        if (!trash)
            return trash.error();
        if (trash->isEmpty())
            break;
        if (const Result<qint64> removed = remove(*trash, now, QString()); !removed)
            return removed;
        balance = readBalance();
    }
    // Twice around finds a victim if there is one; all the rest is pinned.
    for (qint64 rounds = 2 * (before / HandSteps + 2); rounds > 0;) {
        if (!balance)
            return balance.error();
        if (!isOver(*balance))
            break;
        const qint64 entries = balance->entries;
        if (const Result<void> done = evictNext(balance.value(), now); !done)
            return done.error();
        rounds = balance->entries < entries ? rounds : rounds - 1;
    }
    if (!balance)
        return balance.error();
    const qint64 removed = before - balance->entries;
    if (const Result<void> counted = count(u"evicted"_s, removed, now); !counted)
        return counted.error();
    return removed;
}

Result<void> EvictionTable::count(const QString &reason, qint64 entries, const QDateTime &now)
{
    if (entries == 0)
        return {};
    CacheStat stat;
    stat.hour = now;
    stat.outcome = u"removed"_s;
    stat.detail = reason;
    stat.count = entries;
    return StatTable(m_connection).add({stat});
}

Result<EvictionTable::Preview> EvictionTable::preview(const Budget &budget)
{
    const Result<Balance> balance = readBalance();
    if (!balance)
        return balance.error();
    Preview preview;
    preview.bytesLeft = balance->bytes;
    qint64 left = balance->entries;
    // Trash first; then from the hand on what was not used, and once around what was.
    Statement rows(m_connection,
                   u"SELECT bytes, hits, coalesce(cost_micro_usd, 0), state = 2 FROM entry "
                   "WHERE pinned = 0 OR state = 2 "
                   "ORDER BY state < 2, state < 2 AND visited, state < 2 AND id <= ?, id"_s);
    rows.bind(balance->hand);
    while ((preview.bytesLeft > budget.bytes || (budget.entries > 0 && left > budget.entries))
           && rows.next()) {
        ++preview.entries;
        --left;
        preview.bytes += rows.integer(0);
        preview.bytesLeft -= rows.integer(0);
        // What is in the trash is no loss.
        if (rows.flag(3))
            continue;
        preview.used += rows.integer(1) > 0 ? 1 : 0;
        preview.costMicroUsd += rows.integer(2);
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return preview;
}

Result<EvictionTable::Balance> EvictionTable::readBalance()
{
    Statement row(m_connection, u"SELECT bytes, entries, hand FROM balance"_s);
    Balance balance;
    if (row.next())
        balance = {row.integer(0), row.integer(1), row.integer(2)};
    if (!row.outcome())
        return row.outcome().error();
    return balance;
}

// Ids grow with time, so the sieve's order is theirs. One victim at a time: how many must go depends on
// what they weigh.
Result<void> EvictionTable::evictNext(Balance &balance, const QDateTime &now)
{
    qint64 last = 0;
    qint64 bytes = 0;
    bool hasPassedMarks = false;
    std::optional<qint64> victim;
    {
        Statement rows(m_connection,
                       u"SELECT id, visited, pinned OR state = 2, bytes FROM entry "
                       "WHERE id > ? ORDER BY id LIMIT ?"_s);
        rows.bind(balance.hand);
        rows.bind(HandSteps);
        while (!victim && rows.next()) {
            last = rows.integer(0);
            hasPassedMarks = hasPassedMarks || rows.flag(1);
            bytes = rows.integer(3);
            if (!rows.flag(1) && !rows.flag(2))
                victim = last;
        }
        if (!rows.outcome())
            return rows.outcome().error();
    }
    Result<void> done;
    if (hasPassedMarks)
        done = m_connection.execute(
            u"UPDATE entry SET visited = 0 WHERE id > ? AND id <= ? AND visited = 1"_s,
            balance.hand, last);
    // Behind the newest it begins again at the oldest: what comes meanwhile is not its next.
    if (done)
        done = m_connection.execute(
            u"UPDATE balance SET hand = iif(EXISTS(SELECT 1 FROM entry WHERE id > ?), ?, 0)"_s,
            last, last);
    if (!done)
        return done;
    balance.hand = last;
    if (!victim)
        return {};
    if (const Result<qint64> removed = remove({*victim}, now, u"evicted"_s); !removed)
        return removed.error();
    balance.bytes -= bytes;
    --balance.entries;
    return {};
}

Result<qint64> EvictionTable::sweep(const QDateTime &now, std::chrono::milliseconds grace)
{
    const qint64 nowMs = now.toMSecsSinceEpoch();
    const Result<QList<qint64>> expired =
        choose(u"pinned = 0 AND state < 2 AND expires_ms IS NOT NULL AND expires_ms < ?"_s,
               nowMs - grace.count(), SweepLimit);
    if (!expired)
        return expired.error();
    const Result<qint64> first = remove(*expired, now, u"expired"_s);
    if (!first)
        return first;
    const Result<QList<qint64>> trash = choose(
        u"trash_operation IN (SELECT id FROM operation WHERE undo_until_ms < ?) AND state = 2"_s,
        nowMs, SweepLimit);
    if (!trash)
        return trash.error();
    const Result<qint64> second = remove(*trash, now, QString());
    if (!second)
        return second;
    if (const Result<void> counted = count(u"expired"_s, *first, now); !counted)
        return counted.error();
    return *first + *second;
}

Result<QList<qint64>> EvictionTable::choose(const QString &where, qint64 value, int limit)
{
    Statement rows(m_connection, u"SELECT id FROM entry WHERE %1 LIMIT %2"_s.arg(where).arg(limit));
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
    // Now and then is enough.
    if (!ids.isEmpty() && (ids.size() > 1 || ids.first() % GhostPause == 0)) {
        const Result<void> done = m_connection.execute(
            u"DELETE FROM ghost WHERE seq <= (SELECT max(seq) FROM ghost) - ?"_s, MaximumGhosts);
        if (!done)
            return done.error();
    }
    return ids.size();
}

} // namespace kagura
