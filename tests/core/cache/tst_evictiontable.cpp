// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/evictiontable.h"
#include "core/cache/sievecache.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEvictionTable : public QObject
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
        QVERIFY(m_connection->execute(u"PRAGMA synchronous=OFF"_s));
    }
    void cleanup() { m_connection.reset(); }

    void whatWasUsedStaysAndTheOldestGoes()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(add(i));
        QVERIFY(use(0));
        QCOMPARE(evict({1'000'000, 3}), 1);
        QVERIFY(has(0));
        QVERIFY(!has(1));
        QCOMPARE(lost(1), u"evicted"_s);
        QCOMPARE(evict({1'000'000, 3}), 0);
    }

    void evictsByBytes()
    {
        for (int i = 0; i < 10; ++i)
            QVERIFY(add(i));
        const qint64 each = *m_connection->integer(u"SELECT bytes / entries FROM balance"_s);
        QCOMPARE(evict({each * 4, 0}), 6);
        QVERIFY(*m_connection->integer(u"SELECT bytes FROM balance"_s) <= each * 4);
        QVERIFY(has(9));
        QVERIFY(!has(5));
        QCOMPARE(*m_connection->integer(u"SELECT count(*) FROM payload"_s), 4);
        QCOMPARE(evict({0, 0}), 4);
        QCOMPARE(*m_connection->integer(u"SELECT bytes FROM balance"_s), 0);
    }

    void pinnedEntriesStayWhateverTheBudget()
    {
        for (int i = 0; i < 200; ++i)
            QVERIFY(add(i));
        QVERIFY(m_connection->execute(u"UPDATE entry SET pinned = 1 WHERE id IN (1, 100)"_s));
        QCOMPARE(evict({0, 0}), 198);
        QVERIFY(has(0));
        QVERIFY(has(99));
        QCOMPARE(evict({0, 0}), 0);
    }

    void aPreviewForetellsWhatGoes_data()
    {
        QTest::addColumn<int>("percent"); // of what is there
        for (const int percent : {100, 90, 50, 20, 0})
            QTest::addRow("%d %%", percent) << percent;
    }
    void aPreviewForetellsWhatGoes()
    {
        QFETCH(const int, percent);
        for (int i = 0; i < 100; ++i)
            QVERIFY(add(i));
        for (const int used : {3, 50, 51, 99})
            QVERIFY(use(used));
        QVERIFY(m_connection->execute(u"UPDATE entry SET pinned = 1 WHERE id = 7"_s));
        QVERIFY(m_connection->execute(
            u"UPDATE entry SET state = 2, trash_operation = 1 WHERE id = 60"_s));
        QVERIFY(m_connection->execute(u"UPDATE balance SET hand = 40"_s));
        const qint64 bytes = *m_connection->integer(u"SELECT bytes FROM balance"_s);
        const EvictionTable::Budget budget{bytes * percent / 100, 0};
        const auto preview = EvictionTable(*m_connection).preview(budget);
        QVERIFY(preview);
        QCOMPARE(*m_connection->integer(u"SELECT count(*) FROM entry"_s), 100); // nothing went
        QCOMPARE(evict(budget), preview->entries);
        QCOMPARE(*m_connection->integer(u"SELECT bytes FROM balance"_s), preview->bytesLeft);
        QCOMPARE(bytes - preview->bytesLeft, preview->bytes);
        QCOMPARE(*m_connection->integer(u"SELECT coalesce(sum(n), 0) FROM stat WHERE "
                                        "outcome = 'removed' AND detail = 'evicted'"_s),
                 preview->entries);
    }

    void trashGoesFirst()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(add(i));
        QVERIFY(m_connection->execute(
            u"UPDATE entry SET state = 2, trash_operation = 1 WHERE id = 5"_s));
        QCOMPARE(evict({1'000'000, 4}), 1);
        QVERIFY(has(0));
        QCOMPARE(*m_connection->integer(u"SELECT count(*) FROM entry WHERE state = 2"_s), 0);
    }

    // The same trace, the same victims.
    void choosesAsTheMemoryTierDoes()
    {
        constexpr std::size_t Size = 30;
        SieveCache<int, int> memory({1'000'000, Size});
        std::mt19937 random(5);
        std::geometric_distribution<int> skewed(0.03);
        QVERIFY(m_connection->execute(u"BEGIN"_s));
        for (int i = 0; i < 1500; ++i) {
            const int key = skewed(random);
            const bool isHit = memory.find(key) != nullptr;
            QCOMPARE(has(key), isHit);
            if (isHit) {
                QVERIFY(use(key));
            } else {
                memory.insert(key, std::make_shared<const int>(key), 1);
                // Room first, as there: the new one is no candidate.
                QVERIFY(evict({1'000'000, Size - 1}) >= 0);
                QVERIFY(add(key));
            }
        }
        QVERIFY(m_connection->execute(u"COMMIT"_s));
        QVERIFY(memory.evictions() > 100);
    }

    void whatExpiredIsSweptAfterItsGrace()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(add(i, i == 3 ? std::nullopt : std::optional(m_now.addSecs(i * 60))));
        QVERIFY(m_connection->execute(u"UPDATE entry SET pinned = 1 WHERE id = 1"_s));
        EvictionTable eviction(*m_connection);
        QCOMPARE(*eviction.sweep(m_now.addSecs(90), 60s), 0);
        QCOMPARE(*eviction.sweep(m_now.addSecs(121), 60s), 1); // the one of 60 s
        QVERIFY(has(0)); // pinned
        QVERIFY(!has(1));
        QCOMPARE(lost(1), u"expired"_s);
        QCOMPARE(*eviction.sweep(m_now.addDays(1000), 0s), 1);
        QVERIFY(has(3)); // never expires
    }

    void trashIsSweptWhenItCannotComeBack()
    {
        QVERIFY(add(0));
        QVERIFY(add(1));
        const qint64 until = m_now.addSecs(600).toMSecsSinceEpoch();
        QVERIFY(m_connection->execute(
            u"INSERT INTO operation(id, at_ms, kind, predicate, entries, bytes, undo_until_ms) "
            "VALUES(7, 0, 'hard', '', 1, 1, ?)"_s,
            until));
        QVERIFY(m_connection->execute(
            u"UPDATE entry SET state = 2, trash_operation = 7 WHERE id = 1"_s));
        EvictionTable eviction(*m_connection);
        QCOMPARE(*eviction.sweep(m_now.addSecs(600), 0s), 0);
        QCOMPARE(*eviction.sweep(m_now.addSecs(601), 0s), 1);
        QVERIFY(has(1));
        QCOMPARE(*m_connection->integer(u"SELECT count(*) FROM entry"_s), 1);
    }

private:
    [[nodiscard]] static CacheKey keyOf(int i) { return Digest::of({QByteArray::number(i)}); }
    [[nodiscard]] bool add(int i, const std::optional<QDateTime> &expires = std::nullopt)
    {
        NewCacheEntry fresh = newEntry(u"same text"_s, m_now);
        fresh.answer.entry.key = keyOf(i);
        fresh.answer.entry.expires = expires;
        EntryTable table(*m_connection);
        return table.insert(fresh, *table.generation()).has_value();
    }
    [[nodiscard]] bool use(int i)
    {
        return EntryTable(*m_connection).noteUses({{keyOf(i), 1, m_now}}).has_value();
    }
    [[nodiscard]] bool has(int i)
    {
        return EntryTable(*m_connection).find(keyOf(i))->answer.has_value();
    }
    [[nodiscard]] QString lost(int i)
    {
        return EntryTable(*m_connection).find(keyOf(i))->lostBecause;
    }
    [[nodiscard]] qint64 evict(const EvictionTable::Budget &budget)
    {
        const Result<qint64> evicted = EvictionTable(*m_connection).evict(budget, m_now);
        if (!evicted)
            qWarning() << evicted.error().message;
        return evicted ? *evicted : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QDateTime m_now{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestEvictionTable)
#include "tst_evictiontable.moc"
