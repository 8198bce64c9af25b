// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/statement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// SQLite's primary result codes, which are part of its file format's promises and never change.
constexpr int CodeBusy = 5;
constexpr int CodeLocked = 6;
constexpr int CodeReadOnly = 8;
constexpr int CodeIo = 10;
constexpr int CodeCorrupt = 11;
constexpr int CodeFull = 13;
constexpr int CodeNotADatabase = 26;
constexpr int PrimaryMask = 0xff;

Connection::Trouble troubleOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & PrimaryMask) {
    case CodeBusy:
    case CodeLocked:
        return Connection::Trouble::Busy;
    case CodeFull:
    case CodeIo:
    case CodeReadOnly:
        return Connection::Trouble::NoSpace;
    case CodeCorrupt:
    case CodeNotADatabase:
        return Connection::Trouble::Damaged;
    default:
        return Connection::Trouble::Other;
    }
}

} // namespace

Statement::Statement(Connection &connection, const QString &sql)
    : m_connection(connection)
    , m_sql(sql)
{
    PreparedStatements::Prepared kept = connection.m_prepared.take(sql);
    if (kept.query) {
        m_query = std::move(kept.query);
        m_expected = kept.values;
        return;
    }
    m_query = std::make_unique<QSqlQuery>(QSqlDatabase::database(connection.m_name, false));
    m_query->setForwardOnly(true);
    if (!m_query->prepare(sql))
        failWithQuery();
}

Statement::~Statement()
{
    m_query->finish();
    if (m_isStarted && m_outcome)
        m_connection.m_prepared.give(m_sql, {std::move(m_query), m_bound});
}

void Statement::bind(const QString &text)
{
    m_query->bindValue(m_bound++, text.isNull() ? u""_s : text);
}

void Statement::bind(const QByteArray &bytes)
{
    m_query->bindValue(m_bound++, bytes.isNull() ? QByteArray("") : bytes);
}

void Statement::bind(double number)
{
    m_query->bindValue(m_bound++, number);
}

void Statement::bind(bool flag)
{
    bindInteger(flag ? 1 : 0);
}

void Statement::bindNull()
{
    m_query->bindValue(m_bound++, QVariant(QMetaType::fromType<QString>()));
}

void Statement::bindInteger(qint64 number)
{
    m_query->bindValue(m_bound++, number);
}

void Statement::start()
{
    m_isStarted = true;
    // A statement that ran before still has room for the values of that time, and would not complain.
    if (m_expected && *m_expected != m_bound)
        fail({Error::Kind::Storage,
              u"%1 values were given to a statement that takes %2: %3"_s.arg(m_bound)
                  .arg(*m_expected)
                  .arg(m_sql)});
    else if (!m_query->exec())
        failWithQuery();
    else
        m_connection.m_changedRows = m_query->numRowsAffected();
}

bool Statement::next()
{
    if (!m_outcome)
        return false;
    if (m_connection.isCancelled()) {
        fail({Error::Kind::Cancelled, u"the request was taken back"_s});
        return false;
    }
    if (!m_isStarted)
        start();
    if (!m_outcome)
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        failWithQuery();
    return false;
}

Result<void> Statement::run()
{
    while (next()) {}
    return m_outcome;
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Statement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return integer(column);
}

std::optional<QString> Statement::optionalText(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return text(column);
}

void Statement::fail(const Error &error)
{
    m_outcome = error;
    m_query->finish();
}

void Statement::failWithQuery()
{
    const QSqlError error = m_query->lastError();
    m_connection.m_trouble = troubleOf(error);
    fail({Error::Kind::Storage,
          u"SQLite %1: %2"_s.arg(error.nativeErrorCode(),
                                 error.databaseText().isEmpty() ? error.driverText()
                                                                : error.databaseText())});
}

} // namespace kagura
