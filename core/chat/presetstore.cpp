// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/presetstore.h"

#include "core/storage/statement.h"

#include <QUuid>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Durability = Database::Durability;

Result<QList<Preset>> readAll(Connection &connection)
{
    QList<Preset> presets;
    Statement rows(connection,
                   u"SELECT id, name, system, parameters, is_default FROM presets "
                   "ORDER BY name COLLATE NOCASE, id"_s);
    while (rows.next()) {
        Preset preset;
        preset.id = rows.text(0);
        preset.name = rows.text(1);
        preset.instructions.system = rows.text(2);
        if (const Result<Json> parameters = parseJson(rows.text(3).toUtf8()))
            preset.instructions.parameters = parametersFromJson(*parameters);
        preset.isDefault = rows.flag(4);
        presets.append(preset);
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return presets;
}

Result<void> write(Connection &connection, const Preset &preset)
{
    Result<void> done = connection.execute(
        u"DELETE FROM presets WHERE name = ? COLLATE NOCASE AND id <> ?"_s, preset.name, preset.id);
    if (done && preset.isDefault)
        done = connection.execute(u"UPDATE presets SET is_default = 0"_s);
    if (!done)
        return done;
    return connection.execute(
        u"INSERT INTO presets(id, name, system, parameters, is_default) VALUES(?, ?, ?, ?, ?) "
        "ON CONFLICT(id) DO UPDATE SET name = excluded.name, system = excluded.system, "
        "parameters = excluded.parameters, is_default = excluded.is_default"_s,
        preset.id, preset.name, preset.instructions.system,
        QString::fromUtf8(dumpJson(parametersToJson(preset.instructions.parameters))),
        preset.isDefault);
}

} // namespace

PresetStore::PresetStore(Database &database)
    : m_database(database)
{}

QString PresetStore::table()
{
    return u"CREATE TABLE presets("
           "id TEXT PRIMARY KEY,"
           "name TEXT NOT NULL,"
           "system TEXT NOT NULL DEFAULT '',"
           "parameters TEXT NOT NULL DEFAULT '{}',"
           "is_default INTEGER NOT NULL DEFAULT 0)"_s;
}

ReadToken PresetStore::load(QObject *context, Done<QList<Preset>> done)
{
    return m_database.read([](Connection &connection) { return readAll(connection); }, context,
                           std::move(done));
}

void PresetStore::save(const Preset &preset, QObject *context, Done<Preset> done)
{
    Preset saved = preset;
    saved.name = preset.name.simplified();
    if (saved.id.isEmpty())
        saved.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database.write(
        Durability::Full,
        [saved](Connection &connection) -> Result<Preset> {
            if (saved.name.isEmpty())
                return Error{Error::Kind::BadRequest, u"a preset needs a name"_s};
            const Result<void> written = write(connection, saved);
            if (!written)
                return written.error();
            return saved;
        },
        context, std::move(done));
}

void PresetStore::remove(const QString &id, QObject *context, Done<void> done)
{
    m_database.write(
        Durability::Full,
        [id](Connection &connection) {
            return connection.execute(u"DELETE FROM presets WHERE id = ?"_s, id);
        },
        context, std::move(done));
}

} // namespace kagura
