// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/folderstore.h"

#include "core/chat/conversationtable.h"
#include "core/storage/statement.h"

#include <QUuid>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Durability = Database::Durability;

Result<QList<Folder>> readAll(Connection &connection)
{
    QList<Folder> folders;
    Statement rows(connection,
                   u"SELECT id, name FROM folders WHERE deleted_ms IS NULL "
                   "ORDER BY name COLLATE NOCASE, id"_s);
    while (rows.next())
        folders.append({rows.text(0), rows.text(1)});
    if (!rows.outcome())
        return rows.outcome().error();
    return folders;
}

} // namespace

FolderStore::FolderStore(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

ReadToken FolderStore::load(QObject *context, Done<QList<Folder>> done)
{
    return m_database.read([](Connection &connection) { return readAll(connection); }, context,
                           std::move(done));
}

void FolderStore::save(const Folder &folder, QObject *context, Done<Folder> done)
{
    Folder saved = folder;
    saved.name = folder.name.simplified();
    if (saved.id.isEmpty())
        saved.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database.write(
        Durability::Full,
        [saved, now = toStoredTime(m_clock.wall())](Connection &connection) -> Result<Folder> {
            if (saved.name.isEmpty())
                return Error{Error::Kind::BadRequest, u"a folder needs a name"_s};
            const Result<void> written =
                connection.execute(u"INSERT INTO folders(id, name, created_ms) VALUES(?, ?, ?) "
                                   "ON CONFLICT(id) DO UPDATE SET name = excluded.name"_s,
                                   saved.id, saved.name, now);
            if (!written)
                return written.error();
            return saved;
        },
        context, std::move(done));
}

void FolderStore::remove(const QString &id, QObject *context, Done<void> done)
{
    m_database.write(
        Durability::Full,
        [id, now = toStoredTime(m_clock.wall())](Connection &connection) {
            return connection.execute(u"UPDATE folders SET deleted_ms = ? WHERE id = ?"_s, now, id);
        },
        context, std::move(done));
}

void FolderStore::restore(const QString &id, QObject *context, Done<void> done)
{
    m_database.write(
        Durability::Full,
        [id](Connection &connection) {
            return connection.execute(u"UPDATE folders SET deleted_ms = NULL WHERE id = ?"_s, id);
        },
        context, std::move(done));
}

} // namespace kagura
