// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/conversationexport.h"
#include "core/exchange/conversationimport.h"
#include "tests/core/chat/chatfixture.h"
#include "tests/core/exchange/foreignfixtures.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestConversationExport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ChatFixture> m_fixture;

    [[nodiscard]] static bool fill(ConversationStore &store, const QList<ConversationTree> &trees)
    {
        return ChatFixture::wait<InsertedTrees>(
                   [&](QObject *context, const ConversationStore::Done<InsertedTrees> &done) {
                       store.insert(trees, context, done);
                   })
            .has_value();
    }

    [[nodiscard]] static QList<ConversationTree> everything()
    {
        QList<ConversationTree> trees;
        for (const NamedFile &one : foreignFiles()) {
            trees.append(readBytes(one.name, one.bytes).value().trees);
        }
        return trees;
    }

    [[nodiscard]] static QByteArray exported(ConversationStore &store,
                                             const QStringList &ids,
                                             ExportFormat format,
                                             std::optional<Error> *failure = nullptr)
    {
        QByteArray bytes;
        ConversationExport job(store, ids,
                               ConversationWriter::make(format, QDateTime::fromSecsSinceEpoch(0)),
                               [&bytes](const QByteArray &piece) {
                                   bytes += piece;
                                   return Result<void>();
                               });
        QSignalSpy finished(&job, &Handle::finished);
        // Not qWaitFor(), which sleeps between two looks and makes each hop cost 10 ms.
        if (!finished.wait(30'000))
            return "it does not end";
        if (failure)
            *failure = job.failure();
        return bytes;
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChatFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aStoreThatIsReadBackFromJsonIsEqual()
    {
        QVERIFY(fill(*m_fixture->store, everything()));
        const QByteArray first = exported(*m_fixture->store, {}, ExportFormat::LosslessJson);
        ChatFixture other;
        const Result<ForeignConversations> read = readBytes(u"k.json"_s, first);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(read->trees.size() >= 9);
        QCOMPARE(read->skipped.total(), 0);
        QVERIFY(fill(*other.store, read->trees));
        QCOMPARE(exported(*other.store, {}, ExportFormat::LosslessJson), first);
        QCOMPARE(other.list({1000, {}})->conversations, m_fixture->list({1000, {}})->conversations);
        for (const ConversationTree &tree : read->trees)
            QCOMPARE(*other.branch(tree.conversation.id), *m_fixture->branch(tree.conversation.id));
    }

    void onlyWhatWasAskedForIsWritten()
    {
        QVERIFY(fill(*m_fixture->store, everything()));
        const QString id = u"11111111-2222-3333-4444-555555555555"_s;
        const QString text =
            QString::fromUtf8(exported(*m_fixture->store, {id}, ExportFormat::Markdown));
        QVERIFY(text.startsWith(u"# Everything\n"_s));
        QVERIFY(!text.contains(u"Bread"_s));
        std::optional<Error> failure;
        QVERIFY(
            !exported(*m_fixture->store, {u"nobody"_s}, ExportFormat::Html, &failure).isEmpty());
        QCOMPARE(failure->kind, Error::Kind::BadRequest);
    }

    void manyPagesOfConversationsAreWritten()
    {
        QList<ConversationTree> trees;
        const ConversationTree one = everything().constLast();
        for (int i = 0; i < 450; ++i) {
            ConversationTree tree = one;
            tree.conversation.id = QString::number(i);
            for (StoredMessage &message : tree.messages) {
                message.conversation = tree.conversation.id;
                message.id += u'/' + tree.conversation.id;
                if (!message.parent.isEmpty())
                    message.parent += u'/' + tree.conversation.id;
            }
            tree.conversation.activeLeaf += u'/' + tree.conversation.id;
            trees.append(tree);
        }
        QVERIFY(fill(*m_fixture->store, trees));
        const QByteArray json = exported(*m_fixture->store, {}, ExportFormat::LosslessJson);
        QCOMPARE(readBytes(u"k"_s, json)->trees.size(), 450);
    }

    void aSinkThatFailsEndsIt()
    {
        QVERIFY(fill(*m_fixture->store, everything()));
        ConversationExport job(
            *m_fixture->store, {},
            ConversationWriter::make(ExportFormat::Html, QDateTime::fromSecsSinceEpoch(0)),
            [](const QByteArray &) -> Result<void> {
                return Error{Error::Kind::Storage, u"full"_s};
            });
        const QSignalSpy finished(&job, &Handle::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(job.failure()->message, u"full"_s);
    }

    void theOldFileStaysUntilTheNewOneIsWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.md"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        {
            ExportFile half(path);
            QVERIFY(half.write("half"));
        }
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        old.close();
        ExportFile whole(path);
        QVERIFY(whole.write("new"));
        QVERIFY(whole.finish());
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("new"));
        ExportFile nowhere(folder.filePath(u"none/out.md"_s));
        const Result<void> refused = nowhere.write("x");
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"none/out.md"_s));
    }
};

KAGURA_TEST(TestConversationExport)
#include "tst_conversationexport.moc"
