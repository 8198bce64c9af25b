// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"
#include "core/storage/connection.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCacheSchema : public QObject
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

    // A full scan of a million rows would be a slow miss.
    void queriesThatMustBeQuickUseTheirIndex_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("plan");
        QTest::newRow("look-up")
            << u"SELECT e.id, p.answer FROM balance AS b LEFT JOIN entry AS e ON "
               "e.key = x'00' AND e.state < 2 LEFT JOIN payload AS p ON "
               "p.id = e.id"_s
            << u"entry_key (key=?)"_s;
        QTest::newRow("dry run by model")
            << u"SELECT count(*), sum(bytes), sum(cost_micro_usd), sum(pinned) FROM entry "
               "WHERE model = 'm' AND state < 2"_s
            << u"COVERING INDEX entry_model"_s;
        QTest::newRow("dry run by agent")
            << u"SELECT count(*), sum(bytes), sum(cost_micro_usd), sum(pinned) FROM entry "
               "WHERE agent = 'a' AND state < 2"_s
            << u"COVERING INDEX entry_agent"_s;
        QTest::newRow("expiry") << u"SELECT id FROM entry WHERE pinned = 0 AND state < 2 AND "
                                   "expires_ms IS NOT NULL AND expires_ms < 5"_s
                                << u"entry_expiry"_s;
        QTest::newRow("the hand of the sieve")
            << u"SELECT id, visited FROM entry WHERE id > 5 ORDER BY id LIMIT 64"_s
            << u"USING INTEGER PRIMARY KEY (rowid>?)"_s;
        QTest::newRow("trash") << u"SELECT id FROM entry WHERE trash_operation >= 0 AND state = 2"_s
                               << u"entry_trash"_s;
        QTest::newRow("trash of operations that are over")
            << u"SELECT id FROM entry WHERE trash_operation IN (SELECT id FROM operation WHERE "
               "undo_until_ms < 5) AND state = 2"_s
            << u"entry_trash"_s;
        QTest::newRow("tags of a row") << u"SELECT tag FROM tag WHERE id = 5"_s << u"tag_entry"_s;
    }
    void queriesThatMustBeQuickUseTheirIndex()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, plan);
        Statement rows(*m_connection, u"EXPLAIN QUERY PLAN "_s + sql);
        QString all;
        while (rows.next())
            all += rows.text(3) + u'\n';
        QVERIFY2(all.contains(plan), qPrintable(all));
    }

    void aKeyIsLiveOnceOnly()
    {
        const auto add = [this](int state) {
            return m_connection->execute(
                u"INSERT INTO entry(key, key_version, space, dialect, origin, scope, provider, "
                "model, served_model, agent, sample, flags, created_ms, finish, first_content_ms, "
                "duration_ms, bytes, request_head, answer_head, h_origin, h_system, h_tools, "
                "h_parameters, h_prefixes, digest, state) VALUES(x'01', 1, '', '', '', '', '', '', "
                "'', '', 0, 0, 0, '', 0, 0, 7, '', '', '', '', '', '', '', '', ?)"_s,
                state);
        };
        QVERIFY(add(2)); // trash may be there many times
        QVERIFY(add(2));
        QVERIFY(add(0));
        QVERIFY(!add(0));
        QVERIFY(!add(1));
        // The balance is kept by the tables themselves.
        QCOMPARE(*m_connection->integer(u"SELECT bytes FROM balance"_s), 21);
        QVERIFY(m_connection->execute(u"DELETE FROM entry WHERE state = 2"_s));
        QCOMPARE(*m_connection->integer(u"SELECT bytes FROM balance"_s), 7);
        QCOMPARE(*m_connection->integer(u"SELECT entries FROM balance"_s), 1);
    }

    void aDatabaseOfTheFirstVersionKeepsItsEntries()
    {
        const QString path = m_folder->filePath(u"old.db"_s);
        const auto old = std::move(Connection::open(path, Connection::Mode::ReadWrite)).value();
        Schema first = cacheSchema();
        first.steps.resize(1);
        QVERIFY(migrate(*old, {first}));
        QVERIFY(old->execute(
            u"INSERT INTO entry(key, key_version, space, dialect, origin, scope, provider, "
            "model, served_model, agent, sample, flags, created_ms, finish, first_content_ms, "
            "duration_ms, bytes, request_head, answer_head, h_origin, h_system, h_tools, "
            "h_parameters, h_prefixes, digest) VALUES(x'01', 1, 'default', 'd', 'o', '', 'p', "
            "'m', '', '', 0, 0, 0, 'stop', 0, 0, 7, '', 'kept', x'', x'', x'', x'', x'', x'')"_s));
        QVERIFY(migrate(*old, {cacheSchema()}));
        QCOMPARE(*old->integer(u"SELECT count(*) FROM entry WHERE answer_head = 'kept' "
                               "AND key_rest = x''"_s),
                 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

KAGURA_TEST(TestCacheSchema)
#include "tst_cacheschema.moc"
