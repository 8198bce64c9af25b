// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/invalidationtable.h"

#include "core/storage/statement.h"

#include <QTimeZone>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

//! Lets SQLite keep the pages that a change of many entries goes to and fro between.
class RoomForMany final
{
public:
    explicit RoomForMany(Connection &connection)
        : m_connection(connection)
    {
        static_cast<void>(m_connection.execute(u"PRAGMA cache_size=-65536"_s)); // KiB
    }
    ~RoomForMany() { static_cast<void>(m_connection.execute(u"PRAGMA cache_size=-2000"_s)); }
    Q_DISABLE_COPY_MOVE(RoomForMany)

private:
    Connection &m_connection;
};

QString kindName(InvalidationTable::Kind kind)
{
    return kind == InvalidationTable::Kind::Soft ? u"soft"_s : u"hard"_s;
}

QDateTime fromMs(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
}

Error refusal(const QString &why)
{
    return {Error::Kind::BadRequest, why};
}

// What is stale already need not be made so again.
SqlCondition touched(const SqlCondition &meant, InvalidationTable::Kind kind)
{
    SqlCondition condition = meant;
    condition.text = kind == InvalidationTable::Kind::Soft ? u"(%1) AND pinned = 0 AND state = 0"_s
                                                           : u"(%1) AND pinned = 0 AND state < 2"_s;
    condition.text = condition.text.arg(meant.text);
    return condition;
}

InvalidationTable::Operation readOperation(const Statement &row)
{
    InvalidationTable::Operation operation;
    operation.id = row.integer(0);
    operation.at = fromMs(row.integer(1));
    operation.kind =
        row.text(2) == "soft"_L1 ? InvalidationTable::Kind::Soft : InvalidationTable::Kind::Hard;
    operation.query = row.text(3);
    operation.count.entries = row.integer(4);
    operation.count.bytes = row.integer(5);
    operation.undoUntil = fromMs(row.integer(6));
    operation.isUndone = !row.isNull(7);
    return operation;
}

const auto OperationColumns =
    u"id, at_ms, kind, predicate, entries, bytes, undo_until_ms, undone_ms"_s;

} // namespace

InvalidationTable::InvalidationTable(Connection &connection)
    : m_connection(connection)
{}

Result<InvalidationTable::Operation> InvalidationTable::dryRun(const CacheQuery &query,
                                                               Kind kind,
                                                               const QDateTime &now)
{
    const SqlCondition meant = query.condition(now);
    BrowserTable browser(m_connection);
    Result<BrowserTable::Count> count = browser.count(touched(meant, kind));
    if (!count)
        return count.error();
    SqlCondition pinned = meant;
    pinned.text = u"(%1) AND pinned = 1 AND state < 2"_s.arg(meant.text);
    const Result<BrowserTable::Count> skipped = browser.count(pinned);
    if (!skipped)
        return skipped.error();
    Operation operation;
    operation.kind = kind;
    operation.at = now;
    operation.count = *count;
    operation.count.pinned = skipped->entries;
    return operation;
}

Result<InvalidationTable::Operation> InvalidationTable::invalidate(
    const CacheQuery &query,
    const QString &typed,
    Kind kind,
    const QDateTime &now,
    std::chrono::milliseconds undoWindow)
{
    Result<Operation> planned = dryRun(query, kind, now);
    if (!planned)
        return planned;
    Operation operation = *planned;
    operation.query = typed;
    operation.undoUntil = now.addMSecs(undoWindow.count());
    if (operation.count.entries == 0)
        return operation;
    const Result<void> noted = m_connection.execute(
        u"INSERT INTO operation(at_ms, kind, predicate, entries, bytes, undo_until_ms) "
        "VALUES(?,?,?,?,?,?)"_s,
        now.toMSecsSinceEpoch(), kindName(kind), typed, operation.count.entries,
        operation.count.bytes, operation.undoUntil.toMSecsSinceEpoch());
    if (!noted)
        return noted.error();
    const Result<qint64> id = m_connection.integer(u"SELECT last_insert_rowid()"_s);
    if (!id)
        return id.error();
    operation.id = *id;
    const RoomForMany room(m_connection);
    const SqlCondition condition = touched(query.condition(now), kind);
    const QString change = kind == Kind::Soft
        ? u"UPDATE entry SET state = 1, stale_operation = ? WHERE %1"_s
        : u"UPDATE entry SET trashed_from = state, state = 2, trash_operation = ? WHERE %1"_s;
    if (kind == Kind::Hard) {
        Statement ghosts(m_connection,
                         u"INSERT OR REPLACE INTO ghost(key, at_ms, reason) "
                         "SELECT key, ?, 'invalidated' FROM entry WHERE %1"_s.arg(condition.text));
        ghosts.bind(now.toMSecsSinceEpoch());
        bindAll(ghosts, condition.values);
        if (const Result<void> done = ghosts.run(); !done)
            return done.error();
    }
    Statement update(m_connection, change.arg(condition.text));
    update.bind(operation.id);
    bindAll(update, condition.values);
    if (const Result<void> done = update.run(); !done)
        return done.error();
    return operation;
}

Result<InvalidationTable::Undone> InvalidationTable::undo(qint64 id, const QDateTime &now)
{
    std::optional<Operation> operation;
    {
        Statement row(m_connection,
                      u"SELECT %1 FROM operation WHERE id = ?"_s.arg(OperationColumns));
        row.bind(id);
        if (row.next())
            operation = readOperation(row);
        if (!row.outcome())
            return row.outcome().error();
    }
    if (!operation)
        return refusal(u"there is no operation %1; \"cache undo\" lists those there are"_s.arg(id));
    if (operation->isUndone)
        return refusal(u"operation %1 has been undone already"_s.arg(id));
    if (now > operation->undoUntil)
        return refusal(u"operation %1 could be undone until %2; what it took away is gone"_s.arg(
            QString::number(id), operation->undoUntil.toString(Qt::ISODate)));

    const RoomForMany room(m_connection);
    Undone undone;
    Result<void> done;
    if (operation->kind == Kind::Soft) {
        done = m_connection.execute(u"UPDATE entry SET state = 0, stale_operation = NULL "
                                    "WHERE stale_operation = ? AND state = 1"_s,
                                    id);
        undone.restored = m_connection.changedRows();
        undone.superseded = operation->count.entries - undone.restored;
    } else {
        // Where the answer was asked for anew meanwhile, the newer one stays.
        const auto superseded = u"EXISTS(SELECT 1 FROM entry AS live WHERE live.key = entry.key "
                                "AND live.state < 2)"_s;
        const Result<qint64> count =
            m_connection.integer(u"SELECT count(*) FROM entry WHERE trash_operation = ? AND "
                                 "state = 2 AND "_s
                                     + superseded,
                                 id);
        if (!count)
            return count.error();
        undone.superseded = *count;
        done = m_connection.execute(
            u"UPDATE entry SET state = trashed_from, trashed_from = NULL, trash_operation = NULL "
            "WHERE trash_operation = ? AND state = 2 AND NOT "_s
                + superseded,
            id);
        undone.restored = m_connection.changedRows();
        undone.lost = operation->count.entries - undone.restored - undone.superseded;
        if (done)
            done =
                m_connection.execute(u"DELETE FROM ghost WHERE reason = 'invalidated' AND key IN "
                                     "(SELECT key FROM entry WHERE state < 2)"_s);
    }
    if (done)
        done = m_connection.execute(u"UPDATE operation SET undone_ms = ? WHERE id = ?"_s,
                                    now.toMSecsSinceEpoch(), id);
    if (!done)
        return done.error();
    return undone;
}

Result<QList<InvalidationTable::Operation>> InvalidationTable::operations(int limit)
{
    Statement rows(m_connection,
                   u"SELECT %1 FROM operation ORDER BY id DESC LIMIT ?"_s.arg(OperationColumns));
    rows.bind(limit);
    QList<Operation> operations;
    while (rows.next())
        operations.append(readOperation(rows));
    if (!rows.outcome())
        return rows.outcome().error();
    return operations;
}

Result<qint64> InvalidationTable::erase(const CacheQuery &query, const QDateTime &now)
{
    const SqlCondition condition = query.condition(now);
    QList<qint64> ids;
    {
        Statement rows(m_connection,
                       u"SELECT id FROM entry WHERE key IN "
                       "(SELECT key FROM entry WHERE %1)"_s.arg(condition.text));
        bindAll(rows, condition.values);
        while (rows.next())
            ids.append(rows.integer(0));
        if (!rows.outcome())
            return rows.outcome().error();
    }
    if (ids.isEmpty())
        return qint64(0);
    const RoomForMany room(m_connection);
    // The pages that become free are overwritten with zeros, also those of the search.
    Result<void> done = m_connection.execute(u"PRAGMA secure_delete = ON"_s);
    for (const qint64 id : ids) {
        if (done)
            done = m_connection.execute(
                u"DELETE FROM ghost WHERE key = (SELECT key FROM entry WHERE id = ?)"_s, id);
        if (done)
            done = m_connection.execute(u"DELETE FROM search WHERE rowid = ?"_s, id);
        if (done)
            done = m_connection.execute(u"DELETE FROM entry WHERE id = ?"_s, id);
    }
    // A deletion only marks words as gone; this writes the index anew without them.
    if (done)
        done = m_connection.execute(u"INSERT INTO search(search) VALUES('optimize')"_s);
    const Result<void> reset = m_connection.execute(u"PRAGMA secure_delete = OFF"_s);
    if (done)
        done = reset;
    if (!done)
        return done.error();
    return ids.size();
}

} // namespace kagura
