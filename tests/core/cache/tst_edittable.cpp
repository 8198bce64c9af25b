// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"
#include "core/cache/edittable.h"
#include "core/cache/entrytable.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestEditTable : public QObject
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
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
            QVERIFY(EntryTable(*m_connection)
                        .insert(newEntry(text, m_now, text == u"three"_s ? u"b"_s : u"a"_s), 0));
    }
    void cleanup() { m_connection.reset(); }

    void changesMeanWhatTheQueryMeans()
    {
        EditTable table(*m_connection);
        const SqlCondition a = CacheQuery::parse(u"model:a"_s)->condition(m_now);
        QCOMPARE(*table.setPinned(a, true), 2);
        QCOMPARE(*table.setExpiry(a, m_now.addDays(1)), 2);
        QCOMPARE(*table.addTag(a, u"eval"_s), 2);
        QCOMPARE(*table.setNote(entryOf(3), u"keep"_s), 1);
        for (const QString &text : {u"one"_s, u"two"_s}) {
            const CacheEntry entry = read(text, u"a"_s);
            QVERIFY(entry.isPinned);
            QCOMPARE(*entry.expires, m_now.addDays(1));
            QCOMPARE(entry.tags, QStringList{u"eval"_s});
            QVERIFY(entry.note.isEmpty());
        }
        const CacheEntry other = read(u"three"_s, u"b"_s);
        QVERIFY(!other.isPinned);
        QVERIFY(!other.expires);
        QVERIFY(other.tags.isEmpty());
        QCOMPARE(other.note, u"keep"_s);
    }

    void changesCanBeTakenBack()
    {
        EditTable table(*m_connection);
        const SqlCondition all = CacheQuery().condition(m_now);
        QCOMPARE(*table.setPinned(all, true), 3);
        QCOMPARE(*table.setPinned(CacheQuery::parse(u"is:pinned"_s)->condition(m_now), false), 3);
        QCOMPARE(*table.setExpiry(all, m_now), 3);
        QCOMPARE(*table.setExpiry(all, std::nullopt), 3);
        QVERIFY(!read(u"one"_s, u"a"_s).expires);
        QCOMPARE(*table.addTag(all, u"x"_s), 3);
        QVERIFY(table.addTag(all, u"x"_s)); // twice is once
        QCOMPARE(read(u"one"_s, u"a"_s).tags, QStringList{u"x"_s});
        QCOMPARE(*table.removeTag(CacheQuery::parse(u"model:a"_s)->condition(m_now), u"x"_s), 2);
        QVERIFY(read(u"one"_s, u"a"_s).tags.isEmpty());
        QCOMPARE(read(u"three"_s, u"b"_s).tags, QStringList{u"x"_s});
        QCOMPARE(*table.removeTag(CacheQuery::parse(u"tag:x"_s)->condition(m_now), u"x"_s), 1);
    }

private:
    [[nodiscard]] CacheEntry read(const QString &text, const QString &model)
    {
        return wholeEntry(*m_connection, newEntry(text, m_now, model).answer.entry.key);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QDateTime m_now{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestEditTable)
#include "tst_edittable.moc"
