// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/accesstable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <list>
#include <random>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Mebibyte = AccessTable::SmallestBudget;

struct Access
{
    int key = 0;
    qint64 bytes = 0;
};

Digest keyOf(int key)
{
    return Digest::of({QByteArray::number(key)});
}

//! What a cache of that budget, which evicts what was not used for longest, answers.
qint64 hitsOfLru(const QList<Access> &trace, qint64 budget)
{
    std::list<Access> cache; // the latest first
    qint64 hits = 0;
    for (const Access &access : trace) {
        const auto found = std::find_if(cache.begin(), cache.end(), [&access](const Access &one) {
            return one.key == access.key;
        });
        hits += found == cache.end() ? 0 : 1;
        if (found != cache.end())
            cache.erase(found);
        cache.push_front(access);
        qint64 sum = 0;
        for (auto one = cache.begin(); one != cache.end(); ++one) {
            sum += one->bytes;
            if (sum > budget) {
                cache.erase(one, cache.end());
                break;
            }
        }
    }
    return hits;
}

} // namespace

class TestAccessTable : public QObject
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

    void aCurveIsWhatACacheOfThatSizeAnswers()
    {
        std::mt19937 random(7);
        std::geometric_distribution<int> popular(0.03);
        QList<Access> trace;
        AccessTable table(*m_connection);
        QVERIFY(m_connection->execute(u"BEGIN"_s));
        for (int i = 0; i < 2000; ++i) {
            const int key = popular(random);
            trace.append({key, Mebibyte / 8 * (1 + key % 5)});
            QVERIFY(table.addStored(keyOf(key), trace.constLast().bytes));
        }
        QVERIFY(m_connection->execute(u"COMMIT"_s));
        const Result<WhatIf> whatIf = table.read();
        QVERIFY(whatIf);
        QCOMPARE(whatIf->calls, 2000);
        QCOMPARE(whatIf->points.size(), AccessTable::Budgets);
        for (const WhatIf::Point &point : whatIf->points.first(8))
            QCOMPARE(point.hits, hitsOfLru(trace, point.bytes));
        QCOMPARE(whatIf->points.constLast().hits, whatIf->again);
    }

    void hitsInARowAreAnsweredByAnyCache()
    {
        const Digest key = stored();
        AccessTable table(*m_connection);
        QVERIFY(table.addStored(key, 100));
        QVERIFY(table.addHits(key, 5));
        const Result<WhatIf> whatIf = table.read();
        QCOMPARE(whatIf->calls, 6); // one miss, five hits
        QCOMPARE(whatIf->points.constFirst().hits, 5);
    }

    void aHitFromBeforeTheFirstUseSaysNothing()
    {
        const Digest key = stored();
        QVERIFY(AccessTable(*m_connection).addHits(key, 1));
        QCOMPARE(AccessTable(*m_connection).read()->calls, 0);
    }

    void oldUsesAreForgotten()
    {
        QVERIFY(m_connection->execute(
            u"INSERT INTO access(seq, key, bytes, hits) VALUES(1, x'01', 1, 0), (%1, x'02', 1, 0)"_s
                .arg(AccessTable::Kept + 10)));
        QVERIFY(AccessTable(*m_connection).trim());
        QCOMPARE(*m_connection->integer(u"SELECT count(*) FROM access"_s), 1);
    }

    void nothingAskedIsNothingKnown()
    {
        const Result<WhatIf> whatIf = AccessTable(*m_connection).read();
        QVERIFY(whatIf);
        QCOMPARE(whatIf->calls, 0);
        QCOMPARE(whatIf->points.constLast().hits, 0);
    }

private:
    // An entry that is there.
    [[nodiscard]] Digest stored()
    {
        EntryTable entries(*m_connection);
        const NewCacheEntry entry = newEntry(u"x"_s, QDateTime::currentDateTimeUtc());
        const auto outcome = entries.insert(entry, *entries.generation());
        return outcome ? entry.answer.entry.key : Digest();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

KAGURA_TEST(TestAccessTable)
#include "tst_accesstable.moc"
