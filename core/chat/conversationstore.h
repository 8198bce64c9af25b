// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/conversation.h"
#include "core/chat/conversationedit.h"
#include "core/chat/conversationtree.h"
#include "core/chat/messagesearch.h"
#include "core/chat/storedmessage.h"
#include "core/storage/database.h"
#include "core/storage/lease.h"
#include "core/storage/readtoken.h"

#include <QObject>

#include <functional>
#include <memory>

namespace kagura {

//! Everything that was said, in kagura.db.
//!
//! Every function answers by calling done in the caller's thread, unless context has died by then;
//! nothing waits. What changed is announced to everyone by signals that carry the new value; the
//! signals and done come in no particular order.
//!
//! When it begins, and when one is met later, answers that a dead process left unfinished become
//! Interrupted; those of a process that is alive stay as they are. Where the database is watched, the
//! conversations that other processes write are announced, too.
//!
//! Thread: functions from any, with a context of the calling thread; signals in the thread that made
//! it. Lifetime: database, clock and lease outlive it. Errors: Storage; BadRequest for an id that is
//! not there.
class ConversationStore final : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    //! A first or next message and the answer that is awaited for it.
    struct Turn
    {
        Conversation conversation; //!< empty id: a new one is made
        std::optional<StoredMessage> question; //!< empty: the answer is another version
        StoredMessage answer; //!< state Streaming; owner is filled in
    };

    ConversationStore(Database &database,
                      const Clock &clock,
                      const Lease &lease,
                      QObject *parent = nullptr);
    ~ConversationStore() override;

    //! The tables, for Database::Options.
    [[nodiscard]] static Schema schema();

    //! \name For lists and pages
    //! @{
    ReadToken list(const ConversationQuery &query, QObject *context, Done<ConversationPage> done);
    ReadToken conversation(const QString &id, QObject *context, Done<Conversation> done);
    ReadToken search(const SearchQuery &query, QObject *context, Done<SearchPage> done);
    //! The one in which something was said last; BadRequest where there is none.
    ReadToken newest(QObject *context, Done<Conversation> done);
    ReadToken branch(const QString &conversation, QObject *context, Done<Branch> done);
    //! Of a long branch the last messages alone, at most so many.
    ReadToken branchEnd(const QString &conversation, int most, QObject *context, Done<Branch> done);
    //! Those above a message, at most so many, the nearest last; none at the top.
    ReadToken branchAbove(const QString &message,
                          int most,
                          QObject *context,
                          Done<QList<BranchMessage>> done);
    //! All versions of a message, oldest first, itself among them.
    ReadToken versions(const QString &message, QObject *context, Done<QList<StoredMessage>> done);

    void create(const Conversation &wanted, QObject *context, Done<Conversation> done);
    void rename(const QString &id, const QString &title, QObject *context, Done<Conversation> done);
    void setInstructions(const QString &id,
                         const Instructions &instructions,
                         QObject *context,
                         Done<Conversation> done);
    //! Several at once, in one transaction: pins, moves, takes out of the lists, brings back.
    void edit(const QStringList &ids,
              const ConversationEdit &edit,
              QObject *context,
              Done<QList<Conversation>> done);
    //! Erases what was removed before that time, for good.
    void purge(const QDateTime &removedBefore, QObject *context, Done<int> done);
    //! Shows the branch that goes through this message, down to its newest end.
    void showVersion(const QString &message, QObject *context, Done<Branch> done);
    //! @}

    //! \name For sessions
    //! @{
    //! Commits, so that not even the end of the machine loses it, before anything may be sent. Ids and
    //! times that are empty are filled in.
    void beginTurn(const Turn &turn, QObject *context, Done<Turn> done);
    //! Text and reasoning so far. Only of a message that streams; of others it is ignored.
    void savePartial(const QString &message,
                     const QString &text,
                     const QString &reasoning,
                     QObject *context,
                     Done<void> done);
    //! The answer as it ended; context may be null for the last words of a session.
    void finishAnswer(const StoredMessage &answer, QObject *context, Done<StoredMessage> done);
    //! An answer that ended early streams again, to be continued.
    void reopenAnswer(const QString &message, QObject *context, Done<StoredMessage> done);
    //! @}

    //! \name For files that come and go
    //! @{
    ReadToken tree(const QString &id, QObject *context, Done<ConversationTree> done);
    //! All of them or, where one fails, none: see insertTrees().
    void insert(const QList<ConversationTree> &trees, QObject *context, Done<InsertedTrees> done);
    //! @}

Q_SIGNALS:
    void conversationAdded(const kagura::Conversation &conversation);
    void conversationChanged(const kagura::Conversation &conversation);
    void conversationRemoved(const QString &id);
    void messageAdded(const kagura::StoredMessage &message);
    void messageChanged(const kagura::StoredMessage &message); //!< not for partial text
    void treesInserted(
        const kagura::InsertedTrees &inserted); //!< of conversations: read the list again
    void interruptedFound(int count); //!< that many answers of dead processes

private:
    struct Changes; // what a write did, to be announced once it is committed

    template <typename T, typename Work>
    void change(Database::Durability durability, Work work, QObject *context, Done<T> done);
    template <typename Edit>
    void editConversation(const QString &id, QObject *context, Done<Conversation> done, Edit edit);
    void interruptOrphans();
    void hearOthers();
    void announce(const Changes &changes);

    Database &m_database;
    const Clock &m_clock;
    QString m_leaseFolder;
    QString m_leaseName;
    std::shared_ptr<Mailbox> m_mailbox;
    QDateTime m_heardUntil; // what others wrote before is known
};

} // namespace kagura
