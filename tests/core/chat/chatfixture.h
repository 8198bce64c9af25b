// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/conversationstore.h"
#include "core/storage/database.h"
#include "core/storage/datafolder.h"
#include "core/storage/lease.h"
#include "tests/support/fakeclock.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace kagura::test {

//! A data folder of its own with a database, a lease and a store in it.
class ChatFixture final
{
    QTemporaryDir m_folder; // first: it goes last, when everything in it is closed

public:
    ChatFixture() { open(); }

    void open()
    {
        Database::Options options;
        options.path = path();
        options.schemas = {ConversationStore::schema()};
        options.isWatched = isWatched;
        lease = std::move(Lease::take(m_folder.filePath(QStringLiteral("processes")))).value();
        database = std::make_unique<Database>(options);
        store = std::make_unique<ConversationStore>(*database, clock, *lease);
    }

    void close()
    {
        store.reset();
        database.reset();
        lease.reset();
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("kagura.db")); }
    [[nodiscard]] QString leaseFolder() const
    {
        return m_folder.filePath(QStringLiteral("processes"));
    }

    //! Waits for the answer of a call of the store.
    template <typename T>
    [[nodiscard]] static Result<T> wait(
        const std::function<void(QObject *, ConversationStore::Done<T>)> &call)
    {
        std::optional<Result<T>> answer;
        QEventLoop loop;
        call(&loop, [&](const Result<T> &result) {
            answer.emplace(result);
            loop.quit();
        });
        QTimer::singleShot(std::chrono::seconds(30), &loop, &QEventLoop::quit);
        loop.exec();
        if (!answer)
            return Error{Error::Kind::Timeout, QStringLiteral("the store did not answer")};
        return *answer;
    }

    [[nodiscard]] Result<Branch> branch(const QString &conversation) const
    {
        return wait<Branch>([&](QObject *context, const ConversationStore::Done<Branch> &done) {
            store->branch(conversation, context, done);
        });
    }

    [[nodiscard]] Result<ConversationPage> list(const ConversationQuery &query = {}) const
    {
        return wait<ConversationPage>(
            [&](QObject *context, const ConversationStore::Done<ConversationPage> &done) {
                store->list(query, context, done);
            });
    }

    [[nodiscard]] Result<ConversationStore::Turn> begin(const ConversationStore::Turn &turn) const
    {
        return wait<ConversationStore::Turn>(
            [&](QObject *context, const ConversationStore::Done<ConversationStore::Turn> &done) {
                store->beginTurn(turn, context, done);
            });
    }

    [[nodiscard]] Result<QList<Conversation>> edit(const QStringList &ids,
                                                   const ConversationEdit &edit) const
    {
        return wait<QList<Conversation>>(
            [&](QObject *context, const ConversationStore::Done<QList<Conversation>> &done) {
                store->edit(ids, edit, context, done);
            });
    }

    //! A question of that text, after that message, and the answer that is awaited for it.
    [[nodiscard]] static ConversationStore::Turn turn(const QString &text,
                                                      const QString &conversation = {},
                                                      const QString &after = {})
    {
        ConversationStore::Turn turn;
        turn.conversation.id = conversation;
        StoredMessage question;
        question.text = text;
        question.parent = after;
        turn.question = question;
        turn.answer.role = Role::Assistant;
        turn.answer.state = StoredMessage::State::Streaming;
        turn.answer.model = {QStringLiteral("p"), QStringLiteral("m")};
        return turn;
    }

    //! A conversation with that question in the data folder that the environment names; its id.
    [[nodiscard]] static QString storeTurn(const QString &question)
    {
        const FakeClock clock;
        const Result<DataFolder> folder = DataFolder::open();
        const std::unique_ptr<Lease> lease = std::move(Lease::take(folder->leasePath())).value();
        Database::Options options;
        options.path = folder->databasePath();
        options.schemas = {ConversationStore::schema()};
        Database database(options);
        ConversationStore store(database, clock, *lease);
        const auto stored = wait<ConversationStore::Turn>(
            [&](QObject *context, const ConversationStore::Done<ConversationStore::Turn> &done) {
                store.beginTurn(turn(question), context, done);
            });
        return stored ? stored->conversation.id : QString();
    }

    bool isWatched = false; //!< for the next open()
    FakeClock clock;
    std::unique_ptr<Lease> lease;
    std::unique_ptr<Database> database;
    std::unique_ptr<ConversationStore> store;
};

} // namespace kagura::test
