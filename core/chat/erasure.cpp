// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/erasure.h"

#include "core/chat/conversationtable.h"
#include "core/chat/messagetable.h"
#include "core/storage/connection.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Result<void> takeAway(Connection &connection, const QString &id)
{
    // The pages that become free are overwritten with zeros, also those of the search.
    Result<void> done = connection.execute(u"PRAGMA secure_delete = ON"_s);
    if (done)
        done = connection.execute(
            u"INSERT INTO messages_fts(messages_fts, rowid, text) SELECT 'delete', seq, text "
            "FROM messages WHERE conversation = ? AND state <> 'streaming'"_s,
            id);
    if (done)
        done = connection.execute(u"DELETE FROM conversations WHERE id = ?"_s, id);
    if (done)
        done = connection.execute(u"DELETE FROM attachments WHERE hash NOT IN "
                                  "(SELECT hash FROM message_attachments)"_s);
    // A deletion only marks words as gone; this writes the index anew without them.
    if (done)
        done = connection.execute(u"INSERT INTO messages_fts(messages_fts) VALUES('optimize')"_s);
    const Result<void> reset = connection.execute(u"PRAGMA secure_delete = OFF"_s);
    return done ? reset : done;
}

} // namespace

Result<ErasedConversation> eraseConversation(Connection &connection, const QString &id)
{
    const Result<Conversation> conversation = ConversationTable(connection).read(id);
    if (!conversation)
        return conversation.error();
    const Result<QList<StoredMessage>> messages = MessageTable(connection).allOf(id);
    if (!messages)
        return messages.error();
    ErasedConversation erased;
    erased.title = conversation->title;
    for (const StoredMessage &message : *messages) {
        erased.messages.append(message.id);
        if (message.cache && !message.cache->key.isEmpty())
            erased.cacheKeys.append(QString::fromLatin1(message.cache->key.toHex()));
    }
    erased.cacheKeys.removeDuplicates();
    if (const Result<void> done = takeAway(connection, id); !done)
        return done.error();
    return erased;
}

} // namespace kagura
