// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationtree.h"

#include "core/chat/conversationtable.h"
#include "core/chat/messagetable.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

Error badRequest(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

// Of one conversation; known are the ids of its messages that are stored, and become so here.
Result<int> insertMessages(Connection &connection,
                           const ConversationTree &tree,
                           QSet<QString> &known)
{
    MessageTable table(connection);
    int count = 0;
    for (const StoredMessage &message : tree.messages) {
        if (known.contains(message.id))
            continue;
        if (!message.parent.isEmpty() && !known.contains(message.parent))
            return badRequest(
                u"message %1 follows one that is not there (%2)"_s.arg(message.id, message.parent));
        const Result<QString> owner = table.conversationOf(message.id);
        if (!owner)
            return owner.error();
        if (!owner->isEmpty())
            return badRequest(
                u"message %1 belongs to another conversation (%2)"_s.arg(message.id, *owner));
        StoredMessage placed = message;
        placed.conversation = tree.conversation.id;
        if (const Result<void> inserted = table.insert(placed); !inserted)
            return inserted.error();
        known.insert(message.id);
        ++count;
    }
    return count;
}

// Whether the branch that ends at leaf goes through that message.
bool goesThrough(const ConversationTree &tree, const QString &leaf, const QString &message)
{
    QHash<QString, QString> parents;
    for (const StoredMessage &one : tree.messages)
        parents.insert(one.id, one.parent);
    QString at = leaf;
    for (qsizetype steps = 0; steps <= tree.messages.size() && !at.isEmpty(); ++steps) {
        if (at == message)
            return true;
        at = parents.value(at);
    }
    return false;
}

Result<void> insertNew(Connection &connection,
                       const ConversationTree &tree,
                       InsertedTrees &inserted)
{
    if (const Result<void> done = ConversationTable(connection).insert(tree.conversation); !done)
        return done;
    QSet<QString> known;
    const Result<int> count = insertMessages(connection, tree, known);
    if (!count)
        return count.error();
    ++inserted.added;
    inserted.messages += *count;
    return {};
}

Result<void> extend(Connection &connection, const ConversationTree &tree, InsertedTrees &inserted)
{
    ConversationTable table(connection);
    Result<ConversationTree> stored = readTree(connection, tree.conversation.id);
    if (!stored)
        return stored.error();
    Conversation conversation = stored->conversation;
    QSet<QString> known;
    for (const StoredMessage &message : std::as_const(stored.value().messages))
        known.insert(message.id);
    const Result<int> count = insertMessages(connection, tree, known);
    if (!count)
        return count.error();
    const bool isBack = conversation.deleted.has_value();
    if (*count == 0 && !isBack) {
        ++inserted.unchanged;
        return {};
    }
    ++inserted.extended;
    inserted.messages += *count;
    conversation.deleted.reset();
    if (*count > 0) {
        conversation.updated = std::max(conversation.updated, tree.conversation.updated);
        if (goesThrough(tree, tree.conversation.activeLeaf, conversation.activeLeaf))
            conversation.activeLeaf = tree.conversation.activeLeaf;
    }
    return table.update(conversation);
}

} // namespace

QList<StoredMessage> ConversationTree::shown() const
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < messages.size(); ++i)
        places.insert(messages.at(i).id, i);
    QList<StoredMessage> branch;
    auto place = places.constFind(conversation.activeLeaf);
    // As many steps as there are messages: a circle must not hold anyone up.
    while (place != places.cend() && branch.size() < messages.size()) {
        branch.append(messages.at(*place));
        place = places.constFind(branch.constLast().parent);
    }
    std::reverse(branch.begin(), branch.end());
    return branch;
}

Result<ConversationTree> readTree(Connection &connection, const QString &id)
{
    const Result<Conversation> conversation = ConversationTable(connection).read(id);
    if (!conversation)
        return conversation.error();
    const Result<QList<StoredMessage>> messages = MessageTable(connection).allOf(id);
    if (!messages)
        return messages.error();
    return ConversationTree{*conversation, *messages};
}

Result<InsertedTrees> insertTrees(Connection &connection, const QList<ConversationTree> &trees)
{
    InsertedTrees inserted;
    for (const ConversationTree &tree : trees) {
        const Result<bool> isThere = ConversationTable(connection).contains(tree.conversation.id);
        if (!isThere)
            return isThere.error();
        const Result<void> done =
            *isThere ? extend(connection, tree, inserted) : insertNew(connection, tree, inserted);
        if (!done)
            return done.error();
    }
    return inserted;
}

} // namespace kagura
