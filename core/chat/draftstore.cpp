// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/draftstore.h"

#include "core/chat/conversationtable.h"
#include "core/chat/messageparts.h"
#include "core/storage/statement.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Durability = Database::Durability;

const auto Drafts = u"CREATE TABLE drafts("
                    "conversation TEXT PRIMARY KEY,"
                    "text TEXT NOT NULL DEFAULT '',"
                    "parts TEXT NOT NULL DEFAULT '',"
                    "updated_ms INTEGER NOT NULL)"_s;
// Apart from those of messages: what was never sent must leave nothing behind.
const auto DraftAttachments =
    u"CREATE TABLE draft_attachments("
    "conversation TEXT NOT NULL REFERENCES drafts(conversation) ON DELETE CASCADE,"
    "hash TEXT NOT NULL,"
    "bytes BLOB NOT NULL,"
    "PRIMARY KEY(conversation, hash))"_s;
const auto DraftsGo = u"CREATE TRIGGER drafts_go AFTER DELETE ON conversations BEGIN "
                      "DELETE FROM drafts WHERE conversation = old.id; END"_s;

Result<void> removeIfEmpty(Connection &connection, const QString &conversation)
{
    return connection.execute(
        u"DELETE FROM drafts WHERE conversation = ? AND text = '' AND parts = ''"_s, conversation);
}

Result<void> writeAttachments(Connection &connection,
                              const QString &conversation,
                              const QHash<QString, QByteArray> &attachments)
{
    Result<void> done =
        connection.execute(u"DELETE FROM draft_attachments WHERE conversation = ?"_s, conversation);
    for (auto one = attachments.cbegin(); done && one != attachments.cend(); ++one)
        done = connection.execute(
            u"INSERT INTO draft_attachments(conversation, hash, bytes) VALUES(?, ?, ?)"_s,
            conversation, one.key(), one.value());
    return done;
}

Result<QList<StoredDraft>> readAll(Connection &connection)
{
    QList<StoredDraft> drafts;
    Statement rows(connection, u"SELECT conversation, text, parts FROM drafts"_s);
    while (rows.next()) {
        StoredDraft draft;
        draft.conversation = rows.text(0);
        draft.text = rows.text(1);
        draft.attachments = loadParts(rows.text(2), [&](const QString &hash) {
            Statement blob(
                connection,
                u"SELECT bytes FROM draft_attachments WHERE conversation = ? AND hash = ?"_s);
            blob.bind(draft.conversation);
            blob.bind(hash);
            return blob.next() ? blob.bytes(0) : QByteArray();
        });
        drafts.append(draft);
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return drafts;
}

} // namespace

DraftStore::DraftStore(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Schema::Step DraftStore::tables()
{
    return {{Drafts, DraftAttachments, DraftsGo}};
}

void DraftStore::saveText(const QString &conversation, const QString &text)
{
    m_database.write(Durability::Normal,
                     [conversation, text,
                      now = toStoredTime(m_clock.wall())](Connection &connection) -> Result<void> {
                         const Result<void> done = connection.execute(
                             u"INSERT INTO drafts(conversation, text, updated_ms) VALUES(?, ?, ?) "
                             "ON CONFLICT(conversation) DO UPDATE SET "
                             "text = excluded.text, updated_ms = excluded.updated_ms"_s,
                             conversation, text, now);
                         return done ? removeIfEmpty(connection, conversation) : done;
                     });
}

void DraftStore::saveAttachments(const QString &conversation, const QList<MessagePart> &attachments)
{
    m_database.write(Durability::Normal,
                     [conversation, attachments,
                      now = toStoredTime(m_clock.wall())](Connection &connection) -> Result<void> {
                         const StoredParts parts = storeParts(attachments);
                         Result<void> done = connection.execute(
                             u"INSERT INTO drafts(conversation, parts, updated_ms) VALUES(?, ?, ?) "
                             "ON CONFLICT(conversation) DO UPDATE SET "
                             "parts = excluded.parts, updated_ms = excluded.updated_ms"_s,
                             conversation, parts.json, now);
                         if (done)
                             done = writeAttachments(connection, conversation, parts.attachments);
                         return done ? removeIfEmpty(connection, conversation) : done;
                     });
}

void DraftStore::remove(const QString &conversation)
{
    m_database.write(Durability::Normal, [conversation](Connection &connection) {
        return connection.execute(u"DELETE FROM drafts WHERE conversation = ?"_s, conversation);
    });
}

ReadToken DraftStore::load(QObject *context, Loaded done)
{
    return m_database.read([](Connection &connection) { return readAll(connection); }, context,
                           std::move(done));
}

} // namespace kagura
