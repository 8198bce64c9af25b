// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/schema.h"

#include "core/storage/connection.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Result<qint64> storedVersion(Connection &connection, const QString &room)
{
    return connection.integer(u"SELECT version FROM kagura_schema WHERE room = ?"_s, room);
}

Result<void> takeStep(Connection &connection, const Schema &schema, int index)
{
    const Schema::Step &step = schema.steps.at(index);
    for (const QString &statement : step.statements) {
        if (const Result<void> done = connection.execute(statement); !done)
            return done;
    }
    if (step.work) {
        if (const Result<void> done = step.work(connection); !done)
            return done;
    }
    return connection.execute(u"INSERT INTO kagura_schema(room, version) VALUES(?, ?) "
                              "ON CONFLICT(room) DO UPDATE SET version = excluded.version"_s,
                              schema.room, index + 1);
}

Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work)
{
    if (const Result<void> begun = connection.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<void> done = work();
    if (done)
        done = connection.execute(u"COMMIT"_s);
    if (!done) {
        const Connection::Trouble trouble = connection.trouble();
        static_cast<void>(connection.execute(u"ROLLBACK"_s));
        connection.setTrouble(trouble);
    }
    return done;
}

} // namespace

Result<SchemaStand> compareSchemas(Connection &connection, const QList<Schema> &schemas)
{
    const Result<qint64> all = connection.integer(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!all)
        return all.error();
    if (*all == 0)
        return SchemaStand{true, false, !schemas.isEmpty()};
    const Result<qint64> ours = connection.integer(
        u"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'kagura_schema'"_s);
    if (!ours)
        return ours.error();
    // Somebody else's database, which only has the name of ours.
    if (*ours == 0)
        return SchemaStand{false, true, false};
    SchemaStand stand;
    qsizetype known = 0;
    Statement rooms(connection, u"SELECT room, version FROM kagura_schema"_s);
    while (rooms.next()) {
        const auto schema = std::find_if(
            schemas.cbegin(), schemas.cend(),
            [room = rooms.text(0)](const Schema &candidate) { return candidate.room == room; });
        if (schema == schemas.cend() || rooms.integer(1) > schema->version())
            stand.isNewer = true;
        else if (rooms.integer(1) < schema->version())
            stand.isOlder = true;
        if (schema != schemas.cend())
            ++known;
    }
    if (!rooms.outcome())
        return rooms.outcome().error();
    if (known < schemas.size())
        stand.isOlder = true;
    return stand;
}

Result<void> migrate(Connection &connection, const QList<Schema> &schemas)
{
    // The number spells "Kagu": what the tool file(1) would tell the file by.
    const Result<void> begun = inTransaction(connection, [&]() -> Result<void> {
        if (const Result<void> done = connection.execute(u"PRAGMA application_id=1264674677"_s);
            !done)
            return done;
        return connection.execute(
            u"CREATE TABLE IF NOT EXISTS kagura_schema("
            "room TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID"_s);
    });
    if (!begun)
        return begun;
    for (const Schema &schema : schemas) {
        const Result<qint64> version = storedVersion(connection, schema.room);
        if (!version)
            return version.error();
        for (int index = static_cast<int>(*version); index < schema.version(); ++index) {
            const Result<void> taken =
                inTransaction(connection, [&] { return takeStep(connection, schema, index); });
            if (!taken)
                return taken;
        }
    }
    return {};
}

} // namespace kagura
