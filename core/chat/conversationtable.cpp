// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationtable.h"

#include "core/storage/statement.h"

#include <QTimeZone>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const auto Columns = u"id, title, titled, pinned, folder, provider, model, system, active_leaf, "
                     "created_ms, updated_ms, deleted_ms, parameters"_s;

Conversation readRow(const Statement &row)
{
    Conversation conversation;
    conversation.id = row.text(0);
    conversation.title = row.text(1);
    conversation.isTitled = row.flag(2);
    conversation.isPinned = row.flag(3);
    conversation.folder = row.text(4);
    conversation.model = {row.text(5), row.text(6)};
    conversation.instructions.system = row.text(7);
    conversation.activeLeaf = row.text(8);
    conversation.created = fromStoredTime(row.integer(9));
    conversation.updated = fromStoredTime(row.integer(10));
    if (const std::optional<qint64> deleted = row.optionalInteger(11))
        conversation.deleted = fromStoredTime(*deleted);
    if (const Result<Json> parameters = parseJson(row.text(12).toUtf8()))
        conversation.instructions.parameters = parametersFromJson(*parameters);
    return conversation;
}

std::optional<QString> folderOf(const Conversation &conversation)
{
    if (conversation.folder.isEmpty())
        return std::nullopt;
    return conversation.folder;
}

QString parametersOf(const Conversation &conversation)
{
    return QString::fromUtf8(dumpJson(parametersToJson(conversation.instructions.parameters)));
}

std::optional<qint64> deletedOf(const Conversation &conversation)
{
    if (!conversation.deleted)
        return std::nullopt;
    return toStoredTime(*conversation.deleted);
}

} // namespace

ConversationTable::ConversationTable(Connection &connection)
    : m_connection(connection)
{}

Result<ConversationPage> ConversationTable::list(const ConversationQuery &query)
{
    const int limit = std::max(1, query.limit);
    const QString filed = query.isFiled ? u"AND folder IS NOT NULL "_s : QString();
    const QString place = query.after ? u"AND (pinned, updated_ms, id) < (?, ?, ?) "_s : QString();
    Statement rows(
        m_connection,
        u"SELECT %1 FROM conversations WHERE deleted_ms IS NULL %2%3"
        "ORDER BY pinned DESC, updated_ms DESC, id DESC LIMIT ?"_s.arg(Columns, filed, place));
    if (query.after) {
        rows.bind(query.after->isPinned);
        rows.bind(toStoredTime(query.after->updated));
        rows.bind(query.after->id);
    }
    rows.bind(limit + 1);
    ConversationPage page;
    while (rows.next()) {
        page.hasMore = page.conversations.size() == limit;
        if (!page.hasMore)
            page.conversations.append(readRow(rows));
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return page;
}

Result<Conversation> ConversationTable::read(const QString &id)
{
    Statement row(m_connection, u"SELECT %1 FROM conversations WHERE id = ?"_s.arg(Columns));
    row.bind(id);
    if (row.next())
        return readRow(row);
    if (!row.outcome())
        return row.outcome().error();
    return Error{Error::Kind::BadRequest, u"there is no conversation %1"_s.arg(id)};
}

Result<QList<Conversation>> ConversationTable::changedSince(const QDateTime &time)
{
    Statement rows(m_connection,
                   u"SELECT %1 FROM conversations WHERE updated_ms >= ? OR deleted_ms >= ? "
                   "ORDER BY updated_ms"_s.arg(Columns));
    rows.bind(toStoredTime(time));
    rows.bind(toStoredTime(time));
    QList<Conversation> changed;
    while (rows.next())
        changed.append(readRow(rows));
    if (!rows.outcome())
        return rows.outcome().error();
    return changed;
}

Result<bool> ConversationTable::contains(const QString &id)
{
    const Result<qint64> count =
        m_connection.integer(u"SELECT count(*) FROM conversations WHERE id = ?"_s, id);
    if (!count)
        return count.error();
    return *count > 0;
}

Result<Conversation> ConversationTable::readNewest()
{
    Statement row(m_connection,
                  u"SELECT %1 FROM conversations WHERE deleted_ms IS NULL "
                  "ORDER BY updated_ms DESC, seq DESC LIMIT 1"_s.arg(Columns));
    if (row.next())
        return readRow(row);
    if (!row.outcome())
        return row.outcome().error();
    return Error{Error::Kind::BadRequest, u"there is no conversation yet"_s};
}

Result<void> ConversationTable::insert(const Conversation &conversation)
{
    return m_connection.execute(
        u"INSERT INTO conversations(id, title, titled, pinned, folder, provider, model, system, "
        "active_leaf, created_ms, updated_ms, deleted_ms, parameters) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        conversation.id, conversation.title, conversation.isTitled, conversation.isPinned,
        folderOf(conversation), conversation.model.provider, conversation.model.model,
        conversation.instructions.system, conversation.activeLeaf,
        toStoredTime(conversation.created), toStoredTime(conversation.updated),
        deletedOf(conversation), parametersOf(conversation));
}

Result<void> ConversationTable::update(const Conversation &conversation)
{
    const Result<void> done = m_connection.execute(
        u"UPDATE conversations SET title=?, titled=?, pinned=?, folder=?, provider=?, model=?, "
        "system=?, active_leaf=?, updated_ms=?, deleted_ms=?, parameters=? WHERE id=?"_s,
        conversation.title, conversation.isTitled, conversation.isPinned, folderOf(conversation),
        conversation.model.provider, conversation.model.model, conversation.instructions.system,
        conversation.activeLeaf, toStoredTime(conversation.updated), deletedOf(conversation),
        parametersOf(conversation), conversation.id);
    if (done && m_connection.changedRows() == 0)
        return Error{Error::Kind::BadRequest,
                     u"there is no conversation %1"_s.arg(conversation.id)};
    return done;
}

Result<int> ConversationTable::purge(const QDateTime &removedBefore)
{
    // What goes with them has to leave the index first.
    if (const Result<void> forgotten = m_connection.execute(
            u"INSERT INTO messages_fts(messages_fts, rowid, text) SELECT 'delete', m.seq, m.text "
            "FROM messages m JOIN conversations c ON c.id = m.conversation "
            "WHERE m.state <> 'streaming' AND c.deleted_ms IS NOT NULL AND c.deleted_ms < ?"_s,
            toStoredTime(removedBefore));
        !forgotten)
        return forgotten.error();
    Result<void> done = m_connection.execute(
        u"DELETE FROM conversations WHERE deleted_ms IS NOT NULL AND deleted_ms < ?"_s,
        toStoredTime(removedBefore));
    const auto count = static_cast<int>(m_connection.changedRows());
    if (done)
        done = m_connection.execute(u"DELETE FROM attachments WHERE hash NOT IN "
                                    "(SELECT hash FROM message_attachments)"_s);
    if (!done)
        return done.error();
    return count;
}

qint64 toStoredTime(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

QDateTime fromStoredTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

} // namespace kagura
