// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/browsertable.h"
#include "core/cache/cacheschema.h"
#include "core/cache/edittable.h"
#include "core/cache/entrytable.h"
#include "core/cache/searchtable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Order = BrowserTable::Order;

class TestBrowserTable : public QObject
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
        QVERIFY(m_connection->execute(u"BEGIN"_s));
        for (int i = 0; i < 57; ++i) {
            NewCacheEntry fresh = newEntry(QString(1 + i % 5, u'x') + QString::number(i), m_now,
                                           i % 3 == 0 ? u"a"_s : u"b"_s);
            if (i % 2 == 0)
                fresh.answer.entry.costMicroUsd = 10;
            fresh.answer.entry.isPinned = i < 4;
            EntryTable table(*m_connection);
            QVERIFY(table.insert(fresh, 0));
            if (i % 4 == 0) // several at the same moment
                QVERIFY(table.noteUses({{fresh.answer.entry.key, 1, m_now.addSecs(i / 8)}}));
        }
        QVERIFY(m_connection->execute(u"COMMIT"_s));
    }
    void cleanup() { m_connection.reset(); }

    void namesAreThoseOfTheEntriesOnce()
    {
        const Result<BrowserTable::Names> names = BrowserTable(*m_connection).names();
        QVERIFY(names);
        QStringList models;
        Statement rows(*m_connection, u"SELECT DISTINCT model FROM entry ORDER BY model"_s);
        while (rows.next())
            models.append(rows.text(0));
        QVERIFY(!models.isEmpty());
        QCOMPARE(names->models, models);
        QVERIFY(names->tags.isEmpty());
        QVERIFY(EditTable(*m_connection).addTag({u"pinned = 1"_s, {}}, u"eval"_s));
        QCOMPARE(BrowserTable(*m_connection).names()->tags, QStringList{u"eval"_s});
    }

    void pagesTogetherAreTheWholeListOnce_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("sql");
        QTest::newRow("newest") << int(Order::Newest) << u"id DESC"_s;
        QTest::newRow("last used") << int(Order::LastUsed) << u"last_hit_ms DESC, id DESC"_s;
        QTest::newRow("largest") << int(Order::Largest) << u"bytes DESC, id DESC"_s;
    }
    void pagesTogetherAreTheWholeListOnce()
    {
        QFETCH(const int, order);
        QFETCH(const QString, sql);
        QList<qint64> expected;
        Statement rows(*m_connection, u"SELECT id FROM entry ORDER BY "_s + sql);
        while (rows.next())
            expected.append(rows.integer(0));
        for (const int size : {1, 2, 7, 56, 57, 100}) {
            QList<qint64> ids;
            std::optional<BrowserTable::Place> place;
            int pages = 0;
            do {
                const Result<BrowserTable::Page> page =
                    BrowserTable(*m_connection).page(all(), static_cast<Order>(order), place, size);
                QVERIFY(page);
                QVERIFY(page->entries.size() <= size);
                for (const CacheEntry &entry : page->entries)
                    ids.append(entry.id);
                place = page->next;
                ++pages;
            } while (place && pages < 100);
            QCOMPARE(ids, expected);
            QCOMPARE(pages, (57 + size - 1) / size);
        }
    }

    void aPageGoesOnWhereItEndedWhateverCameMeanwhile()
    {
        const Result<BrowserTable::Page> first =
            BrowserTable(*m_connection).page(all(), Order::Newest, {}, 10);
        QVERIFY(EntryTable(*m_connection).insert(newEntry(u"new"_s, m_now), 0));
        const Result<BrowserTable::Page> second =
            BrowserTable(*m_connection).page(all(), Order::Newest, first->next, 10);
        QCOMPARE(second->entries.first().id, first->entries.last().id - 1);
    }

    void aPageCanBeOfAQuery()
    {
        const SqlCondition condition = CacheQuery::parse(u"model:a"_s)->condition(m_now);
        const Result<BrowserTable::Page> page =
            BrowserTable(*m_connection).page(condition, Order::Largest, {}, 100);
        QCOMPARE(page->entries.size(), 19);
        for (const CacheEntry &entry : page->entries)
            QCOMPARE(entry.model, u"a"_s);
    }

    void pagesAreTheSameNearAndFar_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("all") << QString();
        QTest::newRow("common") << u"model:b"_s;
        QTest::newRow("rare") << u"model:a"_s;
        QTest::newRow("rare, no index") << u"size:<200 -is:used"_s;
        QTest::newRow("the oldest alone") << u"id:<20"_s;
    }
    void pagesAreTheSameNearAndFar()
    {
        QFETCH(const QString, query);
        QVERIFY(m_connection->execute(u"BEGIN"_s));
        EntryTable table(*m_connection);
        for (int i = 0; i < 4500; ++i) {
            const NewCacheEntry fresh = newEntry(u"more %1 "_s.arg(i) + QString(i % 90, u'y'),
                                                 m_now, i % 900 == 7 ? u"a"_s : u"b"_s);
            QVERIFY(table.insert(fresh, 0));
            if (i % 60 != 0)
                QVERIFY(table.noteUses({{fresh.answer.entry.key, 1, m_now.addSecs(i % 333)}}));
        }
        QVERIFY(m_connection->execute(u"COMMIT"_s));
        const SqlCondition condition = CacheQuery::parse(query)->condition(m_now);
        for (const auto &[order, sql] : {std::pair(Order::Newest, u"id DESC"_s),
                                         std::pair(Order::LastUsed, u"last_hit_ms DESC, id DESC"_s),
                                         std::pair(Order::Largest, u"bytes DESC, id DESC"_s)}) {
            QList<qint64> expected;
            Statement rows(
                *m_connection,
                u"SELECT id FROM entry WHERE %1 ORDER BY %2 LIMIT 460"_s.arg(condition.text, sql));
            bindAll(rows, condition.values);
            while (rows.next())
                expected.append(rows.integer(0));
            QVERIFY(!expected.isEmpty());
            QList<qint64> ids;
            std::optional<BrowserTable::Place> place;
            do {
                const Result<BrowserTable::Page> page =
                    BrowserTable(*m_connection).page(condition, order, place, 115);
                QVERIFY(page);
                for (const CacheEntry &entry : page->entries)
                    ids.append(entry.id);
                place = page->next;
            } while (place && ids.size() < expected.size());
            QCOMPARE(ids, expected);
        }
    }

    void theBestMatchesComeFirstWhateverElseIsAsked()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(
                EntryTable(*m_connection)
                    .insert(newEntry(u"filler %1 "_s.arg(i) + u"word "_s.repeated(40)
                                         + (i % 4 == 0 ? u"lantern "_s.repeated(1 + i) : QString()),
                                     m_now, i == 36 ? u"a"_s : u"b"_s),
                            0));
        while (*SearchTable(*m_connection).indexSome(100) > 0) {}
        const auto pages = [this](const QString &text, int size) {
            const Result<CacheQuery> query = CacheQuery::parse(text);
            QList<qint64> ids;
            std::optional<BrowserTable::Place> place;
            do {
                const auto page =
                    BrowserTable(*m_connection)
                        .ranked(query->match(),
                                query->condition(m_now, CacheQuery::Part::WithoutMatch), place,
                                size);
                if (!page)
                    return QList<qint64>{-1};
                for (const CacheEntry &entry : page->entries)
                    ids.append(entry.id);
                place = page->next;
            } while (place);
            return ids;
        };
        const QList<qint64> all = pages(u"lantern"_s, 100);
        QCOMPARE(all.size(), 10);
        QCOMPARE(all.first(), 57 + 37); // says it most often
        QCOMPARE(pages(u"lantern"_s, 3), all);
        QCOMPARE(pages(u"lantern"_s, 1), all);
        QCOMPARE(pages(u"lantern model:b"_s, 2), all.mid(1));
        QCOMPARE(pages(u"lantern model:zzz"_s, 2), QList<qint64>());
        QCOMPARE(pages(u"lantern filler -model:b"_s, 2), QList<qint64>{all.first()});
    }

    void countsSayWhatAQueryMeans()
    {
        const Result<BrowserTable::Count> every = BrowserTable(*m_connection).count(all());
        QCOMPARE(every->entries, 57);
        QCOMPARE(every->bytes, *m_connection->integer(u"SELECT bytes FROM balance"_s));
        QCOMPARE(every->costMicroUsd, 290);
        QCOMPARE(every->pinned, 4);
        const SqlCondition none = CacheQuery::parse(u"model:zzz"_s)->condition(m_now);
        QVERIFY(*BrowserTable(*m_connection).count(none) == BrowserTable::Count());
    }

    void anEntryIsShownWholeAndSaysWhetherItIsSound()
    {
        const Result<std::optional<BrowserTable::Whole>> whole =
            BrowserTable(*m_connection).entry(5);
        QVERIFY(*whole);
        QVERIFY((*whole)->isSound);
        QVERIFY(AnswerLog::decode((*whole)->answer.log));
        QVERIFY((*whole)->request.startsWith("{\"messages\":"));
        QVERIFY(m_connection->execute(u"UPDATE payload SET answer = x'00' WHERE id = 5"_s));
        QVERIFY(!(*BrowserTable(*m_connection).entry(5))->isSound);
        QVERIFY(!*BrowserTable(*m_connection).entry(5000));
    }

    void countsOfIndexedFieldsDoNotReadTheTable()
    {
        const SqlCondition condition = CacheQuery::parse(u"model:a -is:pinned"_s)->condition(m_now);
        Statement rows(*m_connection,
                       u"EXPLAIN QUERY PLAN SELECT count(*), sum(bytes), sum(cost_micro_usd), "
                       "sum(pinned) FROM entry WHERE "_s
                           + condition.text);
        bindAll(rows, condition.values);
        QVERIFY(rows.next());
        QVERIFY2(rows.text(3).contains(u"COVERING INDEX"_s), qPrintable(rows.text(3)));
    }

private:
    [[nodiscard]] SqlCondition all() const { return CacheQuery().condition(m_now); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QDateTime m_now{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestBrowserTable)
#include "tst_browsertable.moc"
