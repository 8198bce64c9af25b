// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/messagetable.h"

#include "core/chat/conversationtable.h"
#include "core/chat/messageparts.h"
#include "core/storage/statement.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

// In the order in which readRow() reads and bindContent() writes.
const auto ContentColumns = QStringList{u"state"_s,
                                        u"text"_s,
                                        u"reasoning"_s,
                                        u"parts"_s,
                                        u"provider"_s,
                                        u"model"_s,
                                        u"served_model"_s,
                                        u"origin"_s,
                                        u"input_tokens"_s,
                                        u"output_tokens"_s,
                                        u"cache_read_tokens"_s,
                                        u"cache_write_tokens"_s,
                                        u"reasoning_tokens"_s,
                                        u"cost_micro_usd"_s,
                                        u"first_content_ms"_s,
                                        u"reasoning_ms"_s,
                                        u"total_ms"_s,
                                        u"finish_reason"_s,
                                        u"raw_finish_reason"_s,
                                        u"error_kind"_s,
                                        u"error_message"_s,
                                        u"error_http"_s,
                                        u"owner"_s,
                                        u"extra"_s};
const auto PlaceColumns =
    QStringList{u"id"_s, u"conversation"_s, u"parent"_s, u"role"_s, u"created_ms"_s};

QString columns(const QString &table)
{
    const QString before = table.isEmpty() ? QString() : table + u'.';
    return before + (PlaceColumns + ContentColumns).join(u", "_s + before);
}

std::optional<qint64> toStored(const std::optional<milliseconds> &time)
{
    return time ? std::optional<qint64>(time->count()) : std::nullopt;
}

std::optional<milliseconds> toTime(const std::optional<qint64> &stored)
{
    return stored ? std::optional(milliseconds(*stored)) : std::nullopt;
}

Json extraOf(const StoredMessage &message)
{
    Json extra = Json::object();
    if (message.cache)
        extra["cache"] = cacheOutcomeToJson(*message.cache);
    return extra;
}

void readExtra(StoredMessage &message, const QString &text)
{
    if (text == "{}"_L1)
        return;
    if (const Result<Json> extra = parseJson(text.toUtf8()))
        message.cache = cacheOutcomeFromJson(jsonMember(*extra, "cache"));
}

void bindContent(Statement &statement, const StoredMessage &message, const QString &parts)
{
    statement.bind(messageStateName(message.state));
    statement.bind(message.text);
    statement.bind(message.reasoning);
    statement.bind(parts);
    statement.bind(message.model.provider);
    statement.bind(message.model.model);
    statement.bind(message.servedModel);
    statement.bind(message.origin);
    statement.bind(message.usage.inputTokens);
    statement.bind(message.usage.outputTokens);
    statement.bind(message.usage.cacheReadTokens);
    statement.bind(message.usage.cacheWriteTokens);
    statement.bind(message.usage.reasoningTokens);
    statement.bind(message.costMicroUsd);
    statement.bind(toStored(message.firstContentAfter));
    statement.bind(toStored(message.reasoningTime));
    statement.bind(toStored(message.totalTime));
    statement.bind(message.finishReason ? std::optional(finishReasonName(*message.finishReason))
                                        : std::nullopt);
    statement.bind(message.rawFinishReason);
    statement.bind(message.failure ? std::optional(errorKindName(message.failure->kind))
                                   : std::nullopt);
    statement.bind(message.failure ? message.failure->message : QString());
    statement.bind(message.failure ? message.failure->httpStatus : 0);
    statement.bind(message.owner);
    statement.bind(QString::fromUtf8(dumpJson(extraOf(message))));
}

Error noMessage(const QString &id)
{
    return {Error::Kind::BadRequest, u"there is no message %1"_s.arg(id)};
}

} // namespace

MessageTable::MessageTable(Connection &connection)
    : m_connection(connection)
{}

Result<StoredMessage> MessageTable::read(const QString &id)
{
    Statement row(m_connection, u"SELECT %1 FROM messages WHERE id = ?"_s.arg(columns({})));
    row.bind(id);
    if (row.next())
        return readRow(row);
    if (!row.outcome())
        return row.outcome().error();
    return noMessage(id);
}

Result<void> MessageTable::insert(const StoredMessage &message)
{
    const StoredParts parts = storeParts(message.parts);
    const qsizetype count = PlaceColumns.size() + ContentColumns.size();
    Statement statement(m_connection,
                        u"INSERT INTO messages(%1) VALUES(%2)"_s.arg(
                            columns({}), QStringList(count, u"?"_s).join(u',')));
    statement.bind(message.id);
    statement.bind(message.conversation);
    statement.bind(message.parent.isEmpty() ? std::nullopt : std::optional(message.parent));
    statement.bind(roleName(message.role));
    statement.bind(toStoredTime(message.created));
    bindContent(statement, message, parts.json);
    if (const Result<void> done = statement.run(); !done)
        return done;
    if (const Result<void> done = addToIndex(message.id); !done)
        return done;
    return storeAttachments(message, parts.attachments);
}

Result<void> MessageTable::update(const StoredMessage &message)
{
    if (const Result<void> done = takeFromIndex(message.id); !done)
        return done;
    const StoredParts parts = storeParts(message.parts);
    Statement statement(
        m_connection, u"UPDATE messages SET %1=? WHERE id=?"_s.arg(ContentColumns.join(u"=?, "_s)));
    bindContent(statement, message, parts.json);
    statement.bind(message.id);
    if (const Result<void> done = statement.run(); !done)
        return done;
    if (m_connection.changedRows() == 0)
        return noMessage(message.id);
    if (const Result<void> done = addToIndex(message.id); !done)
        return done;
    return storeAttachments(message, parts.attachments);
}

Result<void> MessageTable::addToIndex(const QString &id)
{
    return m_connection.execute(u"INSERT INTO messages_fts(rowid, text) SELECT seq, text "
                                "FROM messages WHERE id = ? AND state <> 'streaming'"_s,
                                id);
}

Result<void> MessageTable::takeFromIndex(const QString &id)
{
    return m_connection.execute(u"INSERT INTO messages_fts(messages_fts, rowid, text) "
                                "SELECT 'delete', seq, text "
                                "FROM messages WHERE id = ? AND state <> 'streaming'"_s,
                                id);
}

Result<void> MessageTable::savePartial(const QString &id,
                                       const QString &owner,
                                       const QString &text,
                                       const QString &reasoning)
{
    return m_connection.execute(u"UPDATE messages SET text=?, reasoning=? "
                                "WHERE id=? AND state='streaming' AND owner=?"_s,
                                text, reasoning, id, owner);
}

Result<QList<BranchMessage>> MessageTable::branchTo(const QString &leaf, int most)
{
    // The bound ends a circle of parents, which only a damaged or foreign file can have.
    Statement rows(
        m_connection,
        u"WITH RECURSIVE path(id, depth) AS (SELECT ?, 0 UNION ALL "
        "SELECT m.parent, depth + 1 FROM path JOIN messages m ON m.id = path.id "
        "WHERE m.parent IS NOT NULL AND depth < ? - 1) "
        "SELECT %1, (SELECT count(*) FROM messages s WHERE s.conversation = m.conversation "
        "AND s.parent IS m.parent AND s.seq < m.seq), "
        "(SELECT count(*) FROM messages s WHERE s.conversation = m.conversation "
        "AND s.parent IS m.parent) "
        "FROM path JOIN messages m ON m.id = path.id ORDER BY depth DESC"_s.arg(columns(u"m"_s)));
    rows.bind(leaf);
    rows.bind(qint64(most));
    const auto after = static_cast<int>(PlaceColumns.size() + ContentColumns.size());
    QList<BranchMessage> branch;
    while (rows.next())
        branch.append({readRow(rows), static_cast<int>(rows.integer(after)),
                       static_cast<int>(rows.integer(after + 1))});
    if (!rows.outcome())
        return rows.outcome().error();
    return branch;
}

Result<QList<BranchMessage>> MessageTable::branchAbove(const QString &id, int most)
{
    Statement row(m_connection, u"SELECT parent FROM messages WHERE id = ?"_s);
    row.bind(id);
    if (!row.next())
        return row.outcome() ? Result<QList<BranchMessage>>(noMessage(id)) : row.outcome().error();
    const QString parent = row.text(0);
    if (parent.isEmpty())
        return QList<BranchMessage>();
    return branchTo(parent, most);
}

Result<QList<StoredMessage>> MessageTable::versionsOf(const QString &id)
{
    Statement rows(
        m_connection,
        u"SELECT %1 FROM messages m JOIN messages one ON one.conversation = m.conversation "
        "AND one.parent IS m.parent WHERE one.id = ? ORDER BY m.seq"_s.arg(columns(u"m"_s)));
    rows.bind(id);
    Result<QList<StoredMessage>> versions = readAll(rows);
    if (versions && versions->isEmpty())
        return noMessage(id);
    return versions;
}

Result<QList<StoredMessage>> MessageTable::allOf(const QString &conversation)
{
    Statement rows(
        m_connection,
        u"SELECT %1 FROM messages WHERE conversation = ? ORDER BY seq"_s.arg(columns({})));
    rows.bind(conversation);
    return readAll(rows);
}

Result<QString> MessageTable::conversationOf(const QString &id)
{
    Statement row(m_connection, u"SELECT conversation FROM messages WHERE id = ?"_s);
    row.bind(id);
    if (row.next())
        return row.text(0);
    if (!row.outcome())
        return row.outcome().error();
    return QString();
}

Result<QString> MessageTable::newestLeafBelow(const QString &id)
{
    QString leaf = id;
    while (true) {
        Statement child(m_connection,
                        u"SELECT id FROM messages WHERE parent = ? ORDER BY seq DESC LIMIT 1"_s);
        child.bind(leaf);
        if (child.next())
            leaf = child.text(0);
        else if (!child.outcome())
            return child.outcome().error();
        else
            return leaf;
    }
}

Result<QStringList> MessageTable::owners()
{
    Statement rows(m_connection,
                   u"SELECT DISTINCT owner FROM messages WHERE state = 'streaming'"_s);
    QStringList owners;
    while (rows.next())
        owners.append(rows.text(0));
    if (!rows.outcome())
        return rows.outcome().error();
    return owners;
}

Result<QList<StoredMessage>> MessageTable::streamingOf(const QString &owner)
{
    Statement rows(
        m_connection,
        u"SELECT %1 FROM messages WHERE state = 'streaming' AND owner = ?"_s.arg(columns({})));
    rows.bind(owner);
    return readAll(rows);
}

Result<QList<StoredMessage>> MessageTable::readAll(Statement &rows)
{
    QList<StoredMessage> messages;
    while (rows.next())
        messages.append(readRow(rows));
    if (!rows.outcome())
        return rows.outcome().error();
    return messages;
}

StoredMessage MessageTable::readRow(const Statement &row)
{
    const auto attachment = [this](const QString &hash) {
        Statement blob(m_connection, u"SELECT bytes FROM attachments WHERE hash = ?"_s);
        blob.bind(hash);
        return blob.next() ? blob.bytes(0) : QByteArray();
    };
    StoredMessage message;
    message.id = row.text(0);
    message.conversation = row.text(1);
    message.parent = row.text(2);
    message.role = roleFromName(row.text(3)).value_or(Role::User);
    message.created = fromStoredTime(row.integer(4));
    // A word that a later version wrote: whatever it means, it is over.
    message.state = messageStateFromName(row.text(5)).value_or(StoredMessage::State::Complete);
    message.text = row.text(6);
    message.reasoning = row.text(7);
    message.parts = loadParts(row.text(8), attachment);
    message.model = {row.text(9), row.text(10)};
    message.servedModel = row.text(11);
    message.origin = row.text(12);
    message.usage = {row.optionalInteger(13), row.optionalInteger(14), row.optionalInteger(15),
                     row.optionalInteger(16), row.optionalInteger(17)};
    message.costMicroUsd = row.optionalInteger(18);
    message.firstContentAfter = toTime(row.optionalInteger(19));
    message.reasoningTime = toTime(row.optionalInteger(20));
    message.totalTime = toTime(row.optionalInteger(21));
    if (const std::optional<QString> reason = row.optionalText(22))
        message.finishReason = finishReasonFromName(*reason).value_or(FinishReason::Other);
    message.rawFinishReason = row.text(23);
    if (const std::optional<QString> kind = row.optionalText(24))
        message.failure = Error{errorKindFromName(*kind).value_or(Error::Kind::Internal),
                                row.text(25), static_cast<int>(row.integer(26))};
    message.owner = row.text(27);
    readExtra(message, row.text(28));
    return message;
}

Result<void> MessageTable::storeAttachments(const StoredMessage &message,
                                            const QHash<QString, QByteArray> &attachments)
{
    for (auto one = attachments.cbegin(); one != attachments.cend(); ++one) {
        Result<void> done = m_connection.execute(
            u"INSERT INTO attachments(hash, bytes) VALUES(?, ?) ON CONFLICT DO NOTHING"_s,
            one.key(), one.value());
        if (done)
            done =
                m_connection.execute(u"INSERT INTO message_attachments(message, hash) VALUES(?, ?) "
                                     "ON CONFLICT DO NOTHING"_s,
                                     message.id, one.key());
        if (!done)
            return done;
    }
    return {};
}

} // namespace kagura
