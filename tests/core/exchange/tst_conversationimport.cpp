// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/conversationimport.h"
#include "core/exchange/treejson.h"
#include "core/storage/statement.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

//! How many rows there are, and whether SQLite finds them in order.
struct Rows
{
    qint64 conversations = -1;
    qint64 messages = -1;
    qint64 attachments = -1;
    qint64 faults = -1; //!< references that lead nowhere
    bool operator==(const Rows &) const = default;
};

ConversationTree chain(const QString &conversation, const QStringList &messages)
{
    ConversationTree tree;
    tree.conversation.id = conversation;
    tree.conversation.created = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    tree.conversation.updated = tree.conversation.created.addSecs(messages.size());
    for (const QString &id : messages) {
        StoredMessage message;
        message.id = id;
        message.conversation = conversation;
        message.parent = tree.conversation.activeLeaf;
        message.text = u"text of "_s + id;
        message.created = tree.conversation.created.addSecs(tree.messages.size());
        tree.messages.append(message);
        tree.conversation.activeLeaf = id;
    }
    return tree;
}

QByteArray kaguraFile(const QList<ConversationTree> &trees)
{
    Json list = Json::array();
    for (const ConversationTree &tree : trees)
        list.push_back(treeToJson(tree));
    return dumpJson({{"kagura", {{"version", 1}}}, {"conversations", list}});
}

} // namespace

class TestConversationImport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] Rows rows()
    {
        const Result<Rows> counted = ChatFixture::wait<Rows>(
            [this](QObject *context, const ConversationStore::Done<Rows> &done) {
                m_fixture->database->read(
                    [](Connection &connection) -> Result<Rows> {
                        Rows rows;
                        rows.conversations =
                            connection.integer(u"SELECT count(*) FROM conversations"_s).value();
                        rows.messages =
                            connection.integer(u"SELECT count(*) FROM messages"_s).value();
                        rows.attachments =
                            connection.integer(u"SELECT count(*) FROM attachments"_s).value();
                        rows.faults =
                            connection.integer(u"SELECT count(*) FROM pragma_foreign_key_check"_s)
                                .value();
                        return rows;
                    },
                    context, done);
            });
        return counted ? *counted : Rows();
    }

    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        QFile target(path);
        return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() ? path
                                                                                        : QString();
    }

    [[nodiscard]] QList<ImportedFile> import(const QStringList &paths)
    {
        ConversationImport import(*m_fixture->store, paths);
        QSignalSpy finished(&import, &Handle::finished);
        return finished.wait(30'000) ? import.files() : QList<ImportedFile>();
    }

    [[nodiscard]] Result<InsertedTrees> insert(const QList<ConversationTree> &trees)
    {
        return ChatFixture::wait<InsertedTrees>(
            [&](QObject *context, const ConversationStore::Done<InsertedTrees> &done) {
                m_fixture->store->insert(trees, context, done);
            });
    }

    [[nodiscard]] ConversationTree stored(const QString &id)
    {
        const Result<ConversationTree> tree = ChatFixture::wait<ConversationTree>(
            [&](QObject *context, const ConversationStore::Done<ConversationTree> &done) {
                m_fixture->store->tree(id, context, done);
            });
        return tree ? *tree : ConversationTree();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ChatFixture>();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_fixture.reset();
        m_folder.reset();
    }

    void whatAFileHasIsInTheStore_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        for (const NamedFile &one : foreignFiles())
            QTest::newRow(qPrintable(one.name)) << one.name << one.bytes;
    }
    void whatAFileHasIsInTheStore()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        const Result<ForeignConversations> expected = readBytes(name, bytes);
        const QSignalSpy announced(m_fixture->store.get(), &ConversationStore::treesInserted);
        const QList<ImportedFile> files = import({file(name, bytes)});
        QCOMPARE(files.size(), 1);
        QVERIFY2(!files.constFirst().failure,
                 files.constFirst().failure ? qPrintable(files.constFirst().failure->message) : "");
        QCOMPARE(files.constFirst().inserted.added, static_cast<int>(expected->trees.size()));
        QCOMPARE(files.constFirst().skipped, expected->skipped);
        QTRY_COMPARE(announced.size(), 1);
        for (const ConversationTree &tree : expected->trees)
            QCOMPARE(stored(tree.conversation.id), tree);
    }

    void theSameFileTwiceAddsNothing()
    {
        QStringList paths;
        for (const NamedFile &one : foreignFiles())
            paths.append(file(one.name, one.bytes));
        QVERIFY(import(paths).size() == paths.size());
        const Rows before = rows();
        QVERIFY(before.messages > 20);
        // Under other names, too.
        for (const NamedFile &one : foreignFiles())
            paths.append(file(u"other-"_s + one.name, one.bytes));
        const QList<ImportedFile> again = import(paths);
        for (const ImportedFile &one : again) {
            QVERIFY(!one.failure);
            QCOMPARE(one.inserted.added + one.inserted.extended + one.inserted.messages, 0);
            QVERIFY(one.inserted.unchanged > 0);
        }
        QCOMPARE(rows(), before);
    }

    void aLaterExportAddsWhatIsNew()
    {
        QVERIFY(insert({chain(u"c"_s, {u"a"_s, u"b"_s})}));
        ConversationTree later = chain(u"c"_s, {u"a"_s, u"b"_s, u"d"_s});
        const Result<InsertedTrees> inserted = insert({later});
        QCOMPARE(*inserted, (InsertedTrees{0, 1, 0, 1}));
        QCOMPARE(stored(u"c"_s), later);
    }

    void whatWasSaidHereSinceStaysShown()
    {
        QVERIFY(insert({chain(u"c"_s, {u"a"_s, u"b"_s})}));
        const auto turn = m_fixture->begin(ChatFixture::turn(u"mine"_s, u"c"_s, u"b"_s));
        QVERIFY(turn);
        QVERIFY(insert({chain(u"c"_s, {u"a"_s, u"b"_s, u"d"_s})}));
        QCOMPARE(stored(u"c"_s).conversation.activeLeaf, turn->answer.id);
        QCOMPARE(stored(u"c"_s).messages.size(), 5);
    }

    void whatWasRemovedComesBack()
    {
        QVERIFY(insert({chain(u"c"_s, {u"a"_s})}));
        QVERIFY(m_fixture->edit({u"c"_s}, {.isDeleted = true}));
        QCOMPARE(m_fixture->list()->conversations.size(), 0);
        QCOMPARE(*insert({chain(u"c"_s, {u"a"_s})}), (InsertedTrees{0, 1, 0, 0}));
        QCOMPARE(m_fixture->list()->conversations.size(), 1);
    }

    // A message of the first conversation, claimed by the third: the second must not stay either.
    void aFileIsWholeOrNotAtAll()
    {
        QVERIFY(insert({chain(u"own"_s, {u"mine"_s})}));
        const Rows before = rows();
        const QByteArray hostile =
            kaguraFile({chain(u"new"_s, {u"x"_s, u"y"_s}), chain(u"thief"_s, {u"z"_s, u"mine"_s})});
        const QByteArray good = kaguraFile({chain(u"good"_s, {u"g"_s})});
        const QList<ImportedFile> files =
            import({file(u"hostile.json"_s, hostile), m_folder->filePath(u"none"_s),
                    file(u"diary.txt"_s, "Dear diary"), file(u"good.json"_s, good)});
        QCOMPARE(files.size(), 4);
        QCOMPARE(files.at(0).failure->kind, Error::Kind::BadRequest);
        QVERIFY(files.at(0).failure->message.contains(u"belongs to another conversation"_s));
        QCOMPARE(files.at(1).failure->kind, Error::Kind::Storage);
        QCOMPARE(files.at(2).failure->kind, Error::Kind::Protocol);
        QVERIFY(!files.at(3).failure);
        QCOMPARE(rows(), (Rows{before.conversations + 1, before.messages + 1, 0, 0}));
    }

    void stoppingEndsBetweenFiles()
    {
        const QByteArray good = kaguraFile({chain(u"good"_s, {u"g"_s})});
        ConversationImport import(*m_fixture->store,
                                  {file(u"a.json"_s, good), file(u"b.json"_s, kaguraJson())});
        connect(&import, &ConversationImport::fileImported, &import,
                [&import] { import.cancel(); });
        const QSignalSpy finished(&import, &Handle::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(import.failure()->kind, Error::Kind::Cancelled);
        QCOMPARE(import.files().size(), 1);
        QCOMPARE(rows().conversations, 1);
    }

    void noDamageCrashesOrLeavesHalfAFile_data() { whatAFileHasIsInTheStore_data(); }
    void noDamageCrashesOrLeavesHalfAFile()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QRandomGenerator random(20261123);
        QList<QByteArray> damaged;
        for (int i = 0; i < 64; ++i)
            damaged.append(bytes.left(bytes.size() * i / 64));
        for (int round = 0; round < 150; ++round) {
            QByteArray flipped = bytes;
            const int flips = 1 + static_cast<int>(random.bounded(8U));
            for (int i = 0; i < flips; ++i) {
                const auto place =
                    static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())));
                flipped[place] = static_cast<char>(flipped.at(place) ^ (1 << random.bounded(8)));
            }
            damaged.append(flipped);
            // A piece that is twice there, or not at all.
            const auto begin =
                static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())));
            const auto length = static_cast<qsizetype>(random.bounded(64U));
            QByteArray cut = bytes;
            damaged.append(round % 2 == 0 ? cut.remove(begin, length)
                                          : cut.insert(begin, bytes.mid(begin, length)));
        }
        int refused = 0;
        Rows expected = rows();
        for (const QByteArray &one : std::as_const(damaged)) {
            const Result<ForeignConversations> read = readBytes(name, one);
            if (!read) {
                QVERIFY(!read.error().message.isEmpty());
                ++refused;
                continue;
            }
            const Result<InsertedTrees> inserted = insert(read->trees);
            if (inserted) {
                expected.conversations += inserted->added;
                expected.messages += inserted->messages;
            } else {
                QCOMPARE(inserted.error().kind, Error::Kind::BadRequest);
                ++refused;
            }
            Rows found = rows();
            expected.attachments = found.attachments;
            QCOMPARE(found, expected);
        }
        QVERIFY2(refused >= 60, qPrintable(QString::number(refused)));
    }
};

KAGURA_TEST(TestConversationImport)
#include "tst_conversationimport.moc"
