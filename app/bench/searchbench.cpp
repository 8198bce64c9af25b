// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/searchbench.h"

#include "app/bench/sampleprose.h"
#include "core/chat/chatschema.h"
#include "core/chat/conversationtree.h"
#include "core/chat/messagesearch.h"
#include "core/storage/connection.h"

#include <QTemporaryDir>

#include <algorithm>
#include <chrono>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int MessagesAConversation = 500;
constexpr int Repeats = 15;
constexpr double GoalMs = 50;

ConversationTree conversation(int number, int messages, const QDateTime &begun)
{
    ConversationTree tree;
    tree.conversation.id = u"c%1"_s.arg(number);
    tree.conversation.title = u"Conversation %1"_s.arg(number);
    tree.conversation.created = begun;
    tree.conversation.updated = begun;
    QString parent;
    for (int i = 0; i < messages; ++i) {
        StoredMessage message;
        message.id = u"c%1-%2"_s.arg(number).arg(i);
        message.conversation = tree.conversation.id;
        message.parent = parent;
        message.role = i % 2 == 0 ? Role::User : Role::Assistant;
        message.text = sampleMessage(number * MessagesAConversation + i);
        message.created = begun.addSecs(i);
        // One word that stands once in ten thousand messages, and one that stands nowhere else.
        if ((number * MessagesAConversation + i) % 10'000 == 17)
            message.text += u" xylophone"_s;
        if (number == 0 && i == 3)
            message.text += u" quokka"_s;
        parent = message.id;
        tree.messages.append(message);
    }
    tree.conversation.activeLeaf = parent;
    return tree;
}

Result<void> fill(Connection &connection, int messages)
{
    if (const Result<void> migrated = migrate(connection, {chatSchema()}); !migrated)
        return migrated;
    const QDateTime begun(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    Result<void> done = connection.execute(u"BEGIN"_s);
    for (int first = 0; done && first < messages; first += MessagesAConversation) {
        const int number = first / MessagesAConversation;
        const Result<InsertedTrees> inserted =
            insertTrees(connection,
                        {conversation(number, std::min(MessagesAConversation, messages - first),
                                      begun.addSecs(first))});
        if (!inserted)
            done = inserted.error();
    }
    return done ? connection.execute(u"COMMIT"_s) : done;
}

Figure search(Connection &connection, const QString &name, const QString &words, int messages)
{
    Figure figure;
    figure.name = u"first page of %1 in %2 messages"_s.arg(name).arg(messages);
    figure.unit = u"ms"_s;
    figure.goal = u"at most %1"_s.arg(GoalMs);
    qsizetype hits = 0;
    figure.value = medianOf(Repeats, [&] {
        const auto start = std::chrono::steady_clock::now();
        const Result<SearchPage> page = findMessages(connection, {words});
        hits = page ? page->hits.size() : 0;
        return Milliseconds(std::chrono::steady_clock::now() - start).count();
    });
    figure.isMet = figure.value <= GoalMs;
    figure.note = u"%1 hits"_s.arg(hits);
    return figure;
}

} // namespace

QList<Figure> benchSearch(int messages)
{
    const QTemporaryDir folder;
    const auto connection =
        Connection::open(folder.filePath(u"kagura.db"_s), Connection::Mode::ReadWrite);
    const Result<void> filled =
        connection ? fill(**connection, messages) : Result<void>(connection.error());
    if (!filled) {
        Figure failed;
        failed.name = u"search"_s;
        failed.note = filled.error().message;
        return {failed};
    }
    Connection &opened = **connection;
    return {search(opened, u"a word of one message"_s, u"quokka"_s, messages),
            search(opened, u"a rare word"_s, u"xylo"_s, messages),
            search(opened, u"a word of nearly all"_s, u"the"_s, messages),
            search(opened, u"two words"_s, u"the answer"_s, messages),
            search(opened, u"a phrase"_s, u"\"of the\""_s, messages),
            search(opened, u"what nobody said"_s, u"zzyzx"_s, messages)};
}

} // namespace kagura::bench
