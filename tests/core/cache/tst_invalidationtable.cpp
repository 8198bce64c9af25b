// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/evictiontable.h"
#include "core/cache/invalidationtable.h"
#include "core/cache/searchtable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = InvalidationTable::Kind;
using State = CacheEntry::State;

class TestInvalidationTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_connection = std::move(Connection::open(m_folder->filePath(u"cache.db"_s),
                                                  Connection::Mode::ReadWrite))
                           .value();
        QVERIFY(migrate(*m_connection, {cacheSchema()}));
        for (int i = 0; i < 20; ++i)
            store(u"text%1"_s.arg(i), i % 2 == 0 ? u"gpt-4o"_s : u"claude"_s);
        QVERIFY(m_connection->execute(u"UPDATE entry SET pinned = 1 WHERE id = 1"_s));
    }
    void cleanup() { m_connection.reset(); }

    // The seed searched the hash of the key: for a model it removed nothing, for a letter at random.
    void invalidatingAModelRemovesItAndNothingElse()
    {
        const InvalidationTable::Operation done = invalidate(u"model:gpt-4o"_s, Kind::Hard);
        QCOMPARE(done.count.entries, 9);
        QCOMPARE(done.count.pinned, 1);
        QCOMPARE(count(u"state = 2"_s), 9);
        QCOMPARE(count(u"state = 2 AND model <> 'gpt-4o'"_s), 0);
        QCOMPARE(count(u"state = 0"_s), 11);
        QVERIFY(find(0)); // pinned
        QVERIFY(!find(2));
        QCOMPARE(EntryTable(*m_connection).find(keyOf(2))->lostBecause, u"invalidated"_s);
        QCOMPARE(invalidate(u"a"_s, Kind::Hard).count.entries, 0); // no such word
    }

    void aDryRunSaysWhatWouldHappenAndDoesNothing()
    {
        const CacheQuery query = *CacheQuery::parse(u"model:gpt-4o"_s);
        for (const Kind kind : {Kind::Soft, Kind::Hard}) {
            const InvalidationTable::Operation planned =
                *InvalidationTable(*m_connection).dryRun(query, kind, m_now);
            QCOMPARE(planned.id, 0);
            QCOMPARE(count(u"state = 0"_s), 20);
            QVERIFY(m_connection->execute(u"SAVEPOINT before"_s));
            const InvalidationTable::Operation done = invalidate(u"model:gpt-4o"_s, kind);
            QVERIFY(m_connection->execute(u"ROLLBACK TO before"_s));
            QCOMPARE(done.count, planned.count);
            QVERIFY(done.id > 0);
        }
    }

    void softMakesStaleAndHardThrowsAway()
    {
        QCOMPARE(invalidate(u"model:claude"_s, Kind::Soft).count.entries, 10);
        QCOMPARE(find(1)->state, State::Stale);
        QCOMPARE(invalidate(u"model:claude"_s, Kind::Soft).count.entries, 0);
        QCOMPARE(invalidate(u"is:stale"_s, Kind::Hard).count.entries, 10);
        QVERIFY(!find(1));
    }

    void undoBringsEverythingBackAsItWas()
    {
        QVERIFY(EntryTable(*m_connection).noteUses({{keyOf(3), 7, m_now}}));
        QVERIFY(m_connection->execute(u"INSERT INTO tag(tag, id) VALUES('eval', 4)"_s));
        while (*SearchTable(*m_connection).indexSome(100) > 0) {}
        const CacheEntry before = *find(3);
        const InvalidationTable::Operation soft = invalidate(u"model:claude"_s, Kind::Soft);
        const InvalidationTable::Operation hard = invalidate({}, Kind::Hard);
        QCOMPARE(hard.count.entries, 19);
        QCOMPARE(undo(hard.id), (InvalidationTable::Undone{19, 0, 0}));
        QCOMPARE(find(3)->state, State::Stale); // as the soft one had left it
        QCOMPARE(undo(soft.id), (InvalidationTable::Undone{10, 0, 0}));
        QVERIFY(*find(3) == before);
        QCOMPARE(before.hits, 7);
        QCOMPARE(before.tags, QStringList{u"eval"_s});
        const Result<BrowserTable::Count> found =
            BrowserTable(*m_connection).count(CacheQuery::parse(u"text3"_s)->condition(m_now));
        QCOMPARE(found->entries, 1);
        QCOMPARE(*m_connection->integer(u"SELECT count(*) FROM ghost"_s), 0);
    }

    void undoKeepsTheNewerAnswer()
    {
        const InvalidationTable::Operation hard = invalidate(u"model:claude"_s, Kind::Hard);
        store(u"text1"_s, u"claude"_s);
        const qint64 newer = find(1)->id;
        QCOMPARE(undo(hard.id), (InvalidationTable::Undone{9, 1, 0}));
        QCOMPARE(find(1)->id, newer);
    }

    // Trash makes room for new answers, but no more of it than they take.
    void undoSaysWhatIsLost()
    {
        const InvalidationTable::Operation hard = invalidate(u"model:claude"_s, Kind::Hard);
        const qint64 bytes = *m_connection->integer(u"SELECT bytes FROM balance"_s);
        QCOMPARE(*EvictionTable(*m_connection).evict({bytes - 1, 0}, m_now), 1);
        const InvalidationTable::Undone undone = undo(hard.id);
        QCOMPARE(undone.superseded, 0);
        QCOMPARE(undone.lost, 1);
        QCOMPARE(undone.restored, 9);
    }

    void undoEndsWithItsTimeAndHappensOnce()
    {
        const InvalidationTable::Operation hard = invalidate({}, Kind::Hard);
        const auto refused = [this](qint64 id, const QDateTime &now) {
            const auto undone = InvalidationTable(*m_connection).undo(id, now);
            return !undone && undone.error().kind == Error::Kind::BadRequest;
        };
        QVERIFY(refused(hard.id + 1, m_now));
        QVERIFY(refused(hard.id, m_now.addSecs(601)));
        QVERIFY(InvalidationTable(*m_connection).undo(hard.id, m_now.addSecs(600)));
        QVERIFY(refused(hard.id, m_now));
    }

    void whatCannotComeBackIsSweptAndItsUndoSaysSo()
    {
        const InvalidationTable::Operation hard = invalidate({}, Kind::Hard);
        QCOMPARE(*EvictionTable(*m_connection).sweep(m_now.addSecs(601), 0ms), 19);
        QCOMPARE(count(u"1"_s), 1);
        QVERIFY(!InvalidationTable(*m_connection).undo(hard.id, m_now.addSecs(602)));
    }

    void operationsAreWrittenDown()
    {
        const InvalidationTable::Operation first = invalidate(u"model:claude"_s, Kind::Soft);
        const InvalidationTable::Operation second = invalidate(u"is:stale"_s, Kind::Hard);
        static_cast<void>(invalidate(u"model:none"_s, Kind::Hard)); // nothing was done
        static_cast<void>(undo(first.id));
        const QList<InvalidationTable::Operation> list =
            *InvalidationTable(*m_connection).operations(10);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).id, second.id);
        QCOMPARE(list.at(0).query, u"is:stale"_s);
        QCOMPARE(list.at(0).kind, Kind::Hard);
        QVERIFY(!list.at(0).isUndone);
        QVERIFY(list.at(1).isUndone);
        QCOMPARE(list.at(1).count.entries, 10);
        QCOMPARE(list.at(1).undoUntil, m_now.addSecs(600));
        QCOMPARE(InvalidationTable(*m_connection).operations(1)->size(), 1);
    }

    void erasedTextIsNotInTheFile()
    {
        const QByteArray canary = "canarycanary";
        store(QString::fromLatin1(canary) + u" was here"_s, u"secret"_s);
        while (*SearchTable(*m_connection).indexSome(100) > 0) {}
        store(QString::fromLatin1(canary) + u" again"_s, u"secret"_s);
        static_cast<void>(invalidate(u"again"_s, Kind::Hard));
        static_cast<void>(invalidate(u"model:secret"_s, Kind::Hard)); // trash is erased, too
        store(QString::fromLatin1(canary) + u" was here"_s, u"secret"_s);
        while (*SearchTable(*m_connection).indexSome(100) > 0) {}
        m_connection.reset();
        QVERIFY(isInFiles(canary)); // or this test shows nothing
        m_connection = std::move(Connection::open(m_folder->filePath(u"cache.db"_s),
                                                  Connection::Mode::ReadWrite))
                           .value();
        const qint64 others = count(u"model <> 'secret'"_s);
        for (const QString &query : {u"model:secret"_s, u"model:secret is:trash"_s}) {
            QVERIFY(m_connection->execute(u"BEGIN IMMEDIATE"_s));
            QVERIFY(InvalidationTable(*m_connection).erase(*CacheQuery::parse(query), m_now));
            QVERIFY(m_connection->execute(u"COMMIT"_s));
        }
        QCOMPARE(count(u"model = 'secret'"_s), 0);
        QCOMPARE(count(u"1"_s), others);
        m_connection.reset(); // folds the log into the file
        QVERIFY(!isInFiles(canary));
    }

private:
    [[nodiscard]] static QString modelOf(int i) { return i % 2 == 0 ? u"gpt-4o"_s : u"claude"_s; }
    [[nodiscard]] CacheKey keyOf(int i) const
    {
        return newEntry(u"text%1"_s.arg(i), m_now, modelOf(i)).answer.entry.key;
    }
    void store(const QString &text, const QString &model)
    {
        QCOMPARE(*EntryTable(*m_connection).insert(newEntry(text, m_now, model), 0),
                 EntryTable::Stored::Yes);
    }
    [[nodiscard]] std::optional<CacheEntry> find(int i)
    {
        const CacheEntry entry = wholeEntry(*m_connection, keyOf(i));
        return entry.id > 0 ? std::optional(entry) : std::nullopt;
    }
    [[nodiscard]] qint64 count(const QString &where)
    {
        return *m_connection->integer(u"SELECT count(*) FROM entry WHERE "_s + where);
    }
    [[nodiscard]] InvalidationTable::Operation invalidate(const QString &query, Kind kind)
    {
        const auto done = InvalidationTable(*m_connection)
                              .invalidate(*CacheQuery::parse(query), query, kind, m_now, 10min);
        if (!done)
            qWarning() << done.error().message;
        return done ? *done : InvalidationTable::Operation{-1, {}, {}, {}, {}, {}, {}};
    }
    [[nodiscard]] InvalidationTable::Undone undo(qint64 id)
    {
        const auto done = InvalidationTable(*m_connection).undo(id, m_now);
        if (!done)
            qWarning() << done.error().message;
        return done ? *done : InvalidationTable::Undone{-1, -1, -1};
    }
    [[nodiscard]] bool isInFiles(const QByteArray &text) const
    {
        for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QDateTime m_now{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestInvalidationTable)
#include "tst_invalidationtable.moc"
