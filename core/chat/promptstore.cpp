// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/promptstore.h"

#include "core/storage/statement.h"

#include <QUuid>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Durability = Database::Durability;

Result<QList<Prompt>> readAll(Connection &connection)
{
    QList<Prompt> prompts;
    Statement rows(connection,
                   u"SELECT id, name, text FROM prompts ORDER BY name COLLATE NOCASE, id"_s);
    while (rows.next())
        prompts.append({rows.text(0), rows.text(1), rows.text(2)});
    if (!rows.outcome())
        return rows.outcome().error();
    return prompts;
}

QString idFor(Connection &connection, const QString &name)
{
    Statement row(connection, u"SELECT id FROM prompts WHERE name = ? COLLATE NOCASE"_s);
    row.bind(name);
    return row.next() ? row.text(0) : QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<Prompt> write(Connection &connection, const Prompt &prompt)
{
    Prompt saved = prompt;
    saved.name = prompt.name.simplified();
    if (saved.name.isEmpty() || saved.text.trimmed().isEmpty())
        return Error{Error::Kind::BadRequest, u"a prompt needs a name and a text"_s};
    if (saved.id.isEmpty())
        saved.id = idFor(connection, saved.name);
    const Result<void> done = connection.execute(
        u"INSERT INTO prompts(id, name, text) VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
        "name = excluded.name, text = excluded.text"_s,
        saved.id, saved.name, saved.text);
    if (!done)
        return done.error();
    return saved;
}

} // namespace

PromptStore::PromptStore(Database &database)
    : m_database(database)
{}

QString PromptStore::table()
{
    return u"CREATE TABLE prompts("
           "id TEXT PRIMARY KEY,"
           "name TEXT NOT NULL,"
           "text TEXT NOT NULL)"_s;
}

ReadToken PromptStore::load(QObject *context, Done<QList<Prompt>> done)
{
    return m_database.read([](Connection &connection) { return readAll(connection); }, context,
                           std::move(done));
}

void PromptStore::save(const QList<Prompt> &prompts, QObject *context, Done<QList<Prompt>> done)
{
    m_database.write(
        Durability::Full,
        [prompts](Connection &connection) -> Result<QList<Prompt>> {
            QList<Prompt> saved;
            for (const Prompt &prompt : prompts) {
                const Result<Prompt> written = write(connection, prompt);
                if (!written)
                    return written.error();
                saved.append(*written);
            }
            return saved;
        },
        context, std::move(done));
}

void PromptStore::remove(const QString &id, QObject *context, Done<void> done)
{
    m_database.write(
        Durability::Full,
        [id](Connection &connection) {
            return connection.execute(u"DELETE FROM prompts WHERE id = ?"_s, id);
        },
        context, std::move(done));
}

} // namespace kagura
