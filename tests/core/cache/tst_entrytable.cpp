// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEntryTable : public QObject
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
    }
    void cleanup() { m_connection.reset(); }

    void whatWasStoredIsFoundInEveryField()
    {
        NewCacheEntry fresh = newEntry(u"Grüße"_s, m_now);
        CacheEntry &entry = fresh.answer.entry;
        entry.servedModel = u"m-2026"_s;
        entry.agent = u"critic"_s;
        entry.sample = 3;
        entry.temperature = 0.1;
        entry.flags = CacheEntry::HasFiles | CacheEntry::IsStructured;
        entry.tags = {u"a"_s, u"b:c"_s};
        entry.expires = m_now.addDays(1);
        entry.finish = FinishReason::Length;
        entry.usage = {1, 2, 3, 4, 5};
        entry.costMicroUsd = 1234;
        entry.firstContent = 70ms;
        entry.duration = 900ms;
        QVERIFY(store(fresh));
        const EntryTable::Finding finding = find(entry.key);
        QVERIFY(finding.answer);
        QVERIFY(!finding.isCorrupt);
        const CacheEntry &found = finding.answer->entry;
        QCOMPARE(found.provider, entry.provider);
        QCOMPARE(found.model, entry.model);
        QCOMPARE(found.created, entry.created);
        QCOMPARE(found.expires, entry.expires);
        QCOMPARE(found.flags, entry.flags);
        QCOMPARE(found.usage.outputTokens, entry.usage.outputTokens);
        QCOMPARE(found.costMicroUsd, entry.costMicroUsd);
        QCOMPARE(found.duration, entry.duration);
        CacheEntry expected = entry;
        expected.id = found.id;
        expected.bytes = fresh.answer.log.size() + fresh.request.size();
        QCOMPARE(finding.answer->log, fresh.answer.log);
        QVERIFY(wholeEntry(*m_connection, entry.key) == expected);
        QVERIFY(!find(Digest::of({"other"})).answer);
    }

    void emptyStaysEmpty()
    {
        NewCacheEntry fresh = newEntry(u"x"_s, m_now);
        fresh.answer.entry.usage = {};
        QVERIFY(store(fresh));
        const CacheEntry entry = wholeEntry(*m_connection, fresh.answer.entry.key);
        QVERIFY(!entry.temperature);
        QVERIFY(!entry.expires);
        QVERIFY(!entry.lastHit);
        QVERIFY(!entry.costMicroUsd);
        QVERIFY(entry.usage == Usage());
        QVERIFY(entry.tags.isEmpty());
    }

    void anAnswerThatChangedOnDiskIsNoAnswer_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("other bytes") << u"UPDATE payload SET answer = x'01020304'"_s;
        QTest::newRow("none") << u"DELETE FROM payload"_s;
        QTest::newRow("another key")
            << u"UPDATE entry SET key = x'"_s + Digest::of({"stolen"}).toHex() + u"'"_s;
        QTest::newRow("another answer, sound in itself")
            << u"UPDATE payload SET answer = (SELECT answer FROM payload WHERE id = 2) WHERE id = 1"_s;
    }
    void anAnswerThatChangedOnDiskIsNoAnswer()
    {
        QFETCH(const QString, damage);
        const NewCacheEntry first = newEntry(u"first"_s, m_now);
        QVERIFY(store(first));
        if (!damage.startsWith(u"UPDATE entry"_s))
            QVERIFY(store(newEntry(u"second"_s, m_now)));
        QVERIFY(m_connection->execute(damage));
        const CacheKey key =
            damage.startsWith(u"UPDATE entry"_s) ? Digest::of({"stolen"}) : first.answer.entry.key;
        EntryTable::Finding finding = find(key);
        QVERIFY(finding.isCorrupt);
        QVERIFY(!finding.answer);
        QVERIFY(EntryTable(*m_connection).removeCorrupt(key, m_now));
        finding = find(key);
        QVERIFY(!finding.isCorrupt);
        QCOMPARE(finding.lostBecause, u"corrupt"_s);
    }

    void aNewAnswerInheritsFromTheOneItReplaces()
    {
        NewCacheEntry fresh = newEntry(u"x"_s, m_now);
        fresh.answer.entry.tags = {u"old"_s};
        QVERIFY(store(fresh));
        const CacheKey key = fresh.answer.entry.key;
        QVERIFY(m_connection->execute(u"UPDATE entry SET pinned = 1, note = 'mine'"_s));
        QVERIFY(EntryTable(*m_connection).noteUses({{key, 4, m_now}}));
        const qint64 oldId = find(key).answer->entry.id;
        fresh.answer.entry.tags = {u"new"_s};
        fresh.answer.log = newEntry(u"another answer"_s, m_now).answer.log;
        QVERIFY(store(fresh));
        const EntryTable::Finding finding = find(key);
        QCOMPARE(finding.answer->log, fresh.answer.log);
        const CacheEntry entry = wholeEntry(*m_connection, key);
        QVERIFY(entry.id > oldId);
        QVERIFY(entry.isPinned);
        QCOMPARE(entry.note, u"mine"_s);
        QCOMPARE(entry.hits, 4);
        QCOMPARE(entry.tags, QStringList({u"new"_s, u"old"_s}));
        QCOMPARE(count(u"entry"_s), 1);
        QCOMPARE(count(u"payload"_s), 1);
        QCOMPARE(count(u"tag"_s), 2);
        QCOMPARE(*m_connection->integer(u"SELECT entries FROM balance"_s), 1);
        QCOMPARE(*m_connection->integer(u"SELECT bytes FROM balance"_s), entry.bytes);
    }

    void anAnswerFromBeforeAnInvalidationIsNotStored()
    {
        EntryTable table(*m_connection);
        const NewCacheEntry fresh = newEntry(u"x"_s, m_now);
        const qint64 before = *table.generation();
        QVERIFY(table.raiseGeneration());
        QCOMPARE(*table.insert(fresh, before), EntryTable::Stored::Outdated);
        QVERIFY(!find(fresh.answer.entry.key).answer);
        QCOMPARE(*table.insert(fresh, *table.generation()), EntryTable::Stored::Yes);
        QCOMPARE(find(fresh.answer.entry.key).generation, before + 1);
    }

    void usesAreCounted()
    {
        const NewCacheEntry fresh = newEntry(u"x"_s, m_now);
        QVERIFY(store(fresh));
        const CacheKey key = fresh.answer.entry.key;
        EntryTable table(*m_connection);
        QVERIFY(table.noteUses({{key, 2, m_now.addSecs(9)}, {Digest::of({"gone"}), 1, m_now}}));
        QVERIFY(table.noteUses({{key, 1, m_now.addSecs(3)}})); // another process, and late
        const CacheEntry entry = wholeEntry(*m_connection, key);
        QCOMPARE(entry.hits, 3);
        QCOMPARE(*entry.lastHit, m_now.addSecs(9));
        QCOMPARE(*m_connection->integer(u"SELECT visited FROM entry"_s), 1);
    }

    void anEntryFromTheFutureGetsItsWholeLifeFromNow()
    {
        NewCacheEntry fresh = newEntry(u"x"_s, m_now.addDays(2));
        fresh.answer.entry.expires = m_now.addDays(3);
        QVERIFY(store(fresh));
        const CacheKey key = fresh.answer.entry.key;
        QVERIFY(EntryTable(*m_connection).mendClock(key, m_now));
        const CacheEntry entry = wholeEntry(*m_connection, key);
        QCOMPARE(entry.created, m_now);
        QCOMPARE(*entry.expires, m_now.addDays(1));
        QCOMPARE(entry.flags, int(CacheEntry::HadClockSkew));
    }

    void trashIsNotFound()
    {
        const NewCacheEntry fresh = newEntry(u"x"_s, m_now);
        QVERIFY(store(fresh));
        QVERIFY(m_connection->execute(u"UPDATE entry SET state = 1"_s));
        QCOMPARE(find(fresh.answer.entry.key).answer->entry.state, CacheEntry::State::Stale);
        QVERIFY(m_connection->execute(u"UPDATE entry SET state = 2"_s));
        QVERIFY(!find(fresh.answer.entry.key).answer);
    }

private:
    [[nodiscard]] bool store(const NewCacheEntry &entry)
    {
        EntryTable table(*m_connection);
        const Result<EntryTable::Stored> stored = table.insert(entry, *table.generation());
        if (!stored)
            qWarning() << stored.error().message;
        return stored && *stored == EntryTable::Stored::Yes;
    }
    [[nodiscard]] EntryTable::Finding find(const CacheKey &key)
    {
        const Result<EntryTable::Finding> finding = EntryTable(*m_connection).find(key);
        if (!finding)
            qWarning() << finding.error().message;
        return finding ? *finding : EntryTable::Finding();
    }
    [[nodiscard]] qint64 count(const QString &table)
    {
        return *m_connection->integer(u"SELECT count(*) FROM "_s + table);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QDateTime m_now{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestEntryTable)
#include "tst_entrytable.moc"
