// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationstore.h"

#include "core/base/logging.h"
#include "core/chat/chatschema.h"
#include "core/chat/conversationtable.h"
#include "core/chat/conversationtitle.h"
#include "core/chat/messagetable.h"

#include <QUuid>

#include <chrono>
#include <optional>
#include <utility>

namespace kagura {

struct ConversationStore::Changes
{
    QList<Conversation> conversationsAdded = {};
    QList<Conversation> conversationsChanged = {};
    QStringList conversationsRemoved = {};
    QList<StoredMessage> messagesAdded = {};
    QList<StoredMessage> messagesChanged = {};
    std::optional<InsertedTrees> inserted = std::nullopt;
    int interrupted = 0;
};

namespace {

using namespace Qt::StringLiterals;
using Durability = Database::Durability;

constexpr std::chrono::milliseconds HearingSlack{60'000};

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Error badRequest(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

Result<Branch> readBranch(Connection &connection,
                          const QString &id,
                          int most = MessageTable::longestBranch)
{
    const Result<Conversation> conversation = ConversationTable(connection).read(id);
    if (!conversation)
        return conversation.error();
    const Result<QList<BranchMessage>> messages =
        MessageTable(connection).branchTo(conversation->activeLeaf, most);
    if (!messages)
        return messages.error();
    return Branch{*conversation, *messages};
}

//! Whether somebody who streamed into it has died since. The rows are left as they are: this reads.
bool markDead(QList<BranchMessage> &messages, const QString &leaseFolder, const QString &ownLease)
{
    bool isFound = false;
    for (BranchMessage &one : messages) {
        if (one.message.state != StoredMessage::State::Streaming || one.message.owner == ownLease
            || Lease::isAlive(leaseFolder, one.message.owner))
            continue;
        one.message.state = StoredMessage::State::Interrupted;
        one.message.owner.clear();
        isFound = true;
    }
    return isFound;
}

} // namespace

ConversationStore::ConversationStore(Database &database,
                                     const Clock &clock,
                                     const Lease &lease,
                                     QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_leaseFolder(lease.folder())
    , m_leaseName(lease.name())
    , m_mailbox(std::make_shared<Mailbox>(this, Mailbox::Use::Often))
    , m_heardUntil(clock.wall())
{
    interruptOrphans();
    connect(&database, &Database::changedElsewhere, this, &ConversationStore::hearOthers);
    // A backup may have been made in the middle of an answer.
    connect(&database, &Database::restored, this, [this] { interruptOrphans(); });
}

ConversationStore::~ConversationStore() = default;

Schema ConversationStore::schema()
{
    return chatSchema();
}

template <typename T, typename Work>
void ConversationStore::change(Durability durability, Work work, QObject *context, Done<T> done)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    const auto changes = std::make_shared<Changes>();
    std::shared_ptr<Mailbox> caller;
    if (context)
        caller = std::make_shared<Mailbox>(context, Mailbox::Use::Once);
    const auto job = [answer, changes,
                      work = std::move(work)](Connection &connection) -> Result<void> {
        answer->emplace(work(connection, *changes));
        if (!answer->value())
            return answer->value().error();
        return {};
    };
    const auto settled = [this, own = m_mailbox, caller, answer, changes,
                          done = std::move(done)](const Result<void> &outcome) {
        if (outcome)
            own->post([this, changes] { announce(*changes); });
        else if (!caller)
            qCWarning(logChat) << outcome.error().message;
        if (!caller)
            return;
        caller->post([done, answer, outcome] {
            if (!outcome)
                done(Result<T>(outcome.error()));
            else
                done(answer->value());
        });
    };
    m_database.postWrite(durability, job, settled);
}

template <typename Edit>
void ConversationStore::editConversation(const QString &id,
                                         QObject *context,
                                         Done<Conversation> done,
                                         Edit edit)
{
    change<Conversation>(
        Durability::Full,
        [id, edit](Connection &connection, Changes &changes) -> Result<Conversation> {
            ConversationTable table(connection);
            Result<Conversation> stored = table.read(id);
            if (!stored)
                return stored;
            Conversation conversation = std::move(stored).value();
            edit(conversation, changes);
            if (const Result<void> updated = table.update(conversation); !updated)
                return updated.error();
            return conversation;
        },
        context, std::move(done));
}

ReadToken ConversationStore::list(const ConversationQuery &query,
                                  QObject *context,
                                  Done<ConversationPage> done)
{
    return m_database.read(
        [query](Connection &connection) { return ConversationTable(connection).list(query); },
        context, std::move(done));
}

ReadToken ConversationStore::search(const SearchQuery &query,
                                    QObject *context,
                                    Done<SearchPage> done)
{
    return m_database.read(
        [query](Connection &connection) { return findMessages(connection, query); }, context,
        std::move(done));
}

ReadToken ConversationStore::conversation(const QString &id,
                                          QObject *context,
                                          Done<Conversation> done)
{
    return m_database.read(
        [id](Connection &connection) { return ConversationTable(connection).read(id); }, context,
        std::move(done));
}

ReadToken ConversationStore::newest(QObject *context, Done<Conversation> done)
{
    return m_database.read(
        [](Connection &connection) { return ConversationTable(connection).readNewest(); }, context,
        std::move(done));
}

ReadToken ConversationStore::branch(const QString &conversation,
                                    QObject *context,
                                    Done<Branch> done)
{
    return branchEnd(conversation, MessageTable::longestBranch, context, std::move(done));
}

ReadToken ConversationStore::branchEnd(const QString &conversation,
                                       int most,
                                       QObject *context,
                                       Done<Branch> done)
{
    return m_database.read(
        [this, own = m_mailbox, folder = m_leaseFolder, lease = m_leaseName, conversation,
         most](Connection &connection) {
            Result<Branch> branch = readBranch(connection, conversation, most);
            if (branch && markDead(branch.value().messages, folder, lease))
                own->post([this] { interruptOrphans(); });
            return branch;
        },
        context, std::move(done));
}

ReadToken ConversationStore::branchAbove(const QString &message,
                                         int most,
                                         QObject *context,
                                         Done<QList<BranchMessage>> done)
{
    return m_database.read(
        [this, own = m_mailbox, folder = m_leaseFolder, lease = m_leaseName, message,
         most](Connection &connection) {
            Result<QList<BranchMessage>> above =
                MessageTable(connection).branchAbove(message, most);
            if (above && markDead(above.value(), folder, lease))
                own->post([this] { interruptOrphans(); });
            return above;
        },
        context, std::move(done));
}

ReadToken ConversationStore::versions(const QString &message,
                                      QObject *context,
                                      Done<QList<StoredMessage>> done)
{
    return m_database.read(
        [message](Connection &connection) { return MessageTable(connection).versionsOf(message); },
        context, std::move(done));
}

void ConversationStore::create(const Conversation &wanted,
                               QObject *context,
                               Done<Conversation> done)
{
    Conversation conversation = wanted;
    if (conversation.id.isEmpty())
        conversation.id = newId();
    conversation.created = m_clock.wall();
    conversation.updated = conversation.created;
    change<Conversation>(
        Durability::Full,
        [conversation](Connection &connection, Changes &changes) -> Result<Conversation> {
            const Result<void> inserted = ConversationTable(connection).insert(conversation);
            if (!inserted)
                return inserted.error();
            changes.conversationsAdded.append(conversation);
            return conversation;
        },
        context, std::move(done));
}

void ConversationStore::rename(const QString &id,
                               const QString &title,
                               QObject *context,
                               Done<Conversation> done)
{
    editConversation(id, context, std::move(done),
                     [title = title.simplified()](Conversation &conversation, Changes &changes) {
                         conversation.title = title;
                         conversation.isTitled = !title.isEmpty();
                         changes.conversationsChanged.append(conversation);
                     });
}

void ConversationStore::setInstructions(const QString &id,
                                        const Instructions &instructions,
                                        QObject *context,
                                        Done<Conversation> done)
{
    editConversation(id, context, std::move(done),
                     [instructions](Conversation &conversation, Changes &changes) {
                         conversation.instructions = instructions;
                         changes.conversationsChanged.append(conversation);
                     });
}

void ConversationStore::edit(const QStringList &ids,
                             const ConversationEdit &edit,
                             QObject *context,
                             Done<QList<Conversation>> done)
{
    change<QList<Conversation>>(
        Durability::Full,
        [ids, edit, now = m_clock.wall()](Connection &connection, Changes &changes) {
            Result<QList<Conversation>> edited = editConversations(connection, ids, edit, now);
            if (!edited)
                return edited;
            for (const Conversation &conversation : *edited) {
                if (conversation.deleted)
                    changes.conversationsRemoved.append(conversation.id);
                else if (edit.isDeleted)
                    changes.conversationsAdded.append(conversation);
                else
                    changes.conversationsChanged.append(conversation);
            }
            return edited;
        },
        context, std::move(done));
}

void ConversationStore::purge(const QDateTime &removedBefore, QObject *context, Done<int> done)
{
    change<int>(
        Durability::Full,
        [removedBefore](Connection &connection, Changes &) {
            return ConversationTable(connection).purge(removedBefore);
        },
        context, std::move(done));
}

void ConversationStore::showVersion(const QString &message, QObject *context, Done<Branch> done)
{
    change<Branch>(
        Durability::Normal,
        [message](Connection &connection, Changes &changes) -> Result<Branch> {
            MessageTable messages(connection);
            const Result<StoredMessage> wanted = messages.read(message);
            if (!wanted)
                return wanted.error();
            const Result<QString> leaf = messages.newestLeafBelow(message);
            if (!leaf)
                return leaf.error();
            ConversationTable table(connection);
            Result<Conversation> stored = table.read(wanted->conversation);
            if (!stored)
                return stored.error();
            Conversation conversation = std::move(stored).value();
            conversation.activeLeaf = *leaf;
            if (const Result<void> updated = table.update(conversation); !updated)
                return updated.error();
            changes.conversationsChanged.append(conversation);
            return readBranch(connection, conversation.id);
        },
        context, std::move(done));
}

void ConversationStore::beginTurn(const Turn &turn, QObject *context, Done<Turn> done)
{
    const QDateTime now = m_clock.wall();
    change<Turn>(
        Durability::Full,
        [turn, now, owner = m_leaseName](Connection &connection, Changes &changes) -> Result<Turn> {
            Turn begun = turn;
            ConversationTable table(connection);
            Conversation &conversation = begun.conversation;
            const bool isNew = conversation.id.isEmpty();
            if (isNew) {
                conversation.id = newId();
                conversation.created = now;
                conversation.updated = now;
                if (const Result<void> inserted = table.insert(conversation); !inserted)
                    return inserted.error();
            } else {
                const Result<Conversation> stored = table.read(conversation.id);
                if (!stored)
                    return stored.error();
                if (stored->deleted)
                    return badRequest(u"the conversation was deleted; bring it back first"_s);
                conversation = *stored;
            }
            MessageTable messages(connection);
            const auto place = [&](StoredMessage &message) {
                if (message.id.isEmpty())
                    message.id = newId();
                message.conversation = conversation.id;
                message.created = now;
                changes.messagesAdded.append(message);
                return messages.insert(message);
            };
            if (begun.question) {
                if (const Result<void> placed = place(*begun.question); !placed)
                    return placed.error();
                begun.answer.parent = begun.question->id;
                if (conversation.title.isEmpty() && !conversation.isTitled)
                    conversation.title = conversationTitle(begun.question->text);
            }
            begun.answer.owner = owner;
            if (const Result<void> placed = place(begun.answer); !placed)
                return placed.error();
            conversation.activeLeaf = begun.answer.id;
            conversation.updated = now;
            conversation.model = begun.answer.model;
            if (const Result<void> updated = table.update(conversation); !updated)
                return updated.error();
            (isNew ? changes.conversationsAdded : changes.conversationsChanged)
                .append(conversation);
            return begun;
        },
        context, std::move(done));
}

void ConversationStore::savePartial(const QString &message,
                                    const QString &text,
                                    const QString &reasoning,
                                    QObject *context,
                                    Done<void> done)
{
    change<void>(
        Durability::Normal,
        [message, text, reasoning, owner = m_leaseName](Connection &connection, Changes &) {
            return MessageTable(connection).savePartial(message, owner, text, reasoning);
        },
        context, std::move(done));
}

void ConversationStore::finishAnswer(const StoredMessage &answer,
                                     QObject *context,
                                     Done<StoredMessage> done)
{
    const QDateTime now = m_clock.wall();
    change<StoredMessage>(
        Durability::Full,
        [answer, now](Connection &connection, Changes &changes) -> Result<StoredMessage> {
            StoredMessage ended = answer;
            ended.owner.clear();
            if (const Result<void> updated = MessageTable(connection).update(ended); !updated)
                return updated.error();
            changes.messagesChanged.append(ended);
            ConversationTable table(connection);
            Result<Conversation> stored = table.read(ended.conversation);
            if (!stored)
                return stored.error();
            Conversation conversation = std::move(stored).value();
            conversation.updated = now;
            if (const Result<void> updated = table.update(conversation); !updated)
                return updated.error();
            if (!conversation.deleted)
                changes.conversationsChanged.append(conversation);
            return ended;
        },
        context, std::move(done));
}

void ConversationStore::reopenAnswer(const QString &message,
                                     QObject *context,
                                     Done<StoredMessage> done)
{
    change<StoredMessage>(
        Durability::Full,
        [message, owner = m_leaseName](Connection &connection,
                                       Changes &changes) -> Result<StoredMessage> {
            MessageTable table(connection);
            Result<StoredMessage> stored = table.read(message);
            if (!stored)
                return stored;
            StoredMessage answer = std::move(stored).value();
            if (answer.role != Role::Assistant || answer.state == StoredMessage::State::Streaming)
                return badRequest(u"only an answer that has ended can be continued"_s);
            answer.state = StoredMessage::State::Streaming;
            answer.owner = owner;
            answer.failure.reset();
            answer.finishReason.reset();
            if (const Result<void> updated = table.update(answer); !updated)
                return updated.error();
            changes.messagesChanged.append(answer);
            return answer;
        },
        context, std::move(done));
}

ReadToken ConversationStore::tree(const QString &id, QObject *context, Done<ConversationTree> done)
{
    return m_database.read([id](Connection &connection) { return readTree(connection, id); },
                           context, std::move(done));
}

void ConversationStore::insert(const QList<ConversationTree> &trees,
                               QObject *context,
                               Done<InsertedTrees> done)
{
    change<InsertedTrees>(
        Durability::Full,
        [trees](Connection &connection, Changes &changes) -> Result<InsertedTrees> {
            const Result<InsertedTrees> inserted = insertTrees(connection, trees);
            if (inserted)
                changes.inserted = *inserted;
            return inserted;
        },
        context, std::move(done));
}

void ConversationStore::interruptOrphans()
{
    change<int>(
        Durability::Normal,
        [folder = m_leaseFolder, own = m_leaseName](Connection &connection,
                                                    Changes &changes) -> Result<int> {
            MessageTable table(connection);
            const Result<QStringList> owners = table.owners();
            if (!owners)
                return owners.error();
            for (const QString &owner : *owners) {
                if (owner == own || Lease::isAlive(folder, owner))
                    continue;
                const Result<QList<StoredMessage>> orphans = table.streamingOf(owner);
                if (!orphans)
                    return orphans.error();
                for (StoredMessage orphan : *orphans) {
                    orphan.state = StoredMessage::State::Interrupted;
                    orphan.owner.clear();
                    if (const Result<void> updated = table.update(orphan); !updated)
                        return updated.error();
                    changes.messagesChanged.append(orphan);
                    ++changes.interrupted;
                }
            }
            return changes.interrupted;
        },
        nullptr, Done<int>());
}

void ConversationStore::hearOthers()
{
    // Their clock is ours, but what they wrote may have waited for its turn.
    const QDateTime since = m_heardUntil.addMSecs(-HearingSlack.count());
    m_heardUntil = m_clock.wall();
    m_database.read(
        [since](Connection &connection) {
            return ConversationTable(connection).changedSince(since);
        },
        this,
        [this](const Result<QList<Conversation>> &changed) {
            if (!changed) {
                qCWarning(logChat) << changed.error().message;
                return;
            }
            for (const Conversation &conversation : *changed) {
                if (conversation.deleted)
                    Q_EMIT conversationRemoved(conversation.id);
                else
                    Q_EMIT conversationChanged(conversation);
            }
        });
}

void ConversationStore::announce(const Changes &changes)
{
    for (const Conversation &conversation : changes.conversationsAdded)
        Q_EMIT conversationAdded(conversation);
    for (const Conversation &conversation : changes.conversationsChanged)
        Q_EMIT conversationChanged(conversation);
    for (const QString &id : changes.conversationsRemoved)
        Q_EMIT conversationRemoved(id);
    for (const StoredMessage &message : changes.messagesAdded)
        Q_EMIT messageAdded(message);
    for (const StoredMessage &message : changes.messagesChanged)
        Q_EMIT messageChanged(message);
    if (changes.inserted)
        Q_EMIT treesInserted(*changes.inserted);
    if (changes.interrupted > 0)
        Q_EMIT interruptedFound(changes.interrupted);
}

} // namespace kagura
