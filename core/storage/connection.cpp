// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/connection.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

// SQLite gives its other files the mode of the main one, so that one must be right from the start.
// An existing file is not opened here: closing it would drop the locks that other connections of this
// process have on it (POSIX locks belong to the process).
Result<void> makePrivateFile(const QString &path)
{
    QFile file(path);
    if (file.exists()) {
        QFile::setPermissions(path, OwnerOnly);
        return {};
    }
    if (!file.open(QIODevice::ReadWrite | QIODevice::NewOnly, OwnerOnly) && !file.exists())
        return Error{Error::Kind::Storage,
                     u"%1 cannot be made: %2"_s.arg(path, file.errorString())};
    return {};
}

} // namespace

Connection::Connection(QString name)
    : m_name(std::move(name))
{}

Connection::~Connection()
{
    m_prepared.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode, Trouble *why)
{
    static std::atomic_int count = 0;
    if (why)
        *why = Trouble::Other;
    if (mode == Mode::ReadWrite) {
        if (const Result<void> made = makePrivateFile(path); !made)
            return made.error();
    } else if (!QFileInfo::exists(path)) {
        return Error{Error::Kind::Storage, u"%1 is not there"_s.arg(path)};
    }
    std::unique_ptr<Connection> connection(new Connection(u"kagura-%1"_s.arg(++count)));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    if (!database.isValid())
        return Error{Error::Kind::Storage,
                     u"Qt's SQLite driver is missing; install libqt6sql6-sqlite"_s};
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return Error{Error::Kind::Storage,
                     u"%1 cannot be opened: %2"_s.arg(path, database.lastError().databaseText())};
    const Result<void> configured = connection->configure(mode);
    if (why)
        *why = connection->trouble();
    if (!configured)
        return configured.error();
    return connection;
}

Result<void> Connection::configure(Mode mode)
{
    for (const QString &pragma : {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA trusted_schema=OFF"_s,
                                  u"PRAGMA cell_size_check=ON"_s, u"PRAGMA temp_store=MEMORY"_s}) {
        if (const Result<void> done = execute(pragma); !done)
            return done;
    }
    if (mode == Mode::ReadOnly) {
        if (const Result<void> done = execute(u"PRAGMA wal_autocheckpoint=0"_s); !done)
            return done;
        return execute(u"PRAGMA query_only=ON"_s);
    }
    if (const Result<void> done = execute(u"PRAGMA journal_mode=WAL"_s); !done)
        return done;
    return execute(u"PRAGMA journal_size_limit=16777216"_s);
}

} // namespace kagura
