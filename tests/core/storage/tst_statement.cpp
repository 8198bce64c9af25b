// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/statement.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_connection =
            std::move(Connection::open(m_folder.filePath(u"a.db"_s), Connection::Mode::ReadWrite))
                .value();
        QVERIFY(m_connection->execute(u"CREATE TABLE t(n INTEGER, r REAL, s TEXT, b BLOB)"_s));
    }

    void valuesComeBackAsTheyWent()
    {
        const QByteArray bytes("\0\xff\0z", 4);
        const QString text = QString(u'a') + QChar(0) + u"ü😀"_s;
        Statement row(*m_connection, u"SELECT ?, ?, ?, ?, ?"_s);
        row.bind(std::numeric_limits<qint64>::min());
        row.bind(text);
        row.bind(bytes);
        row.bind(true);
        row.bind(std::optional<qint64>());
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), std::numeric_limits<qint64>::min());
        QCOMPARE(row.text(1), text);
        QCOMPARE(row.bytes(2), bytes);
        QVERIFY(row.flag(3));
        QVERIFY(row.isNull(4));
        QCOMPARE(row.optionalInteger(4), std::nullopt);
        QCOMPARE(row.optionalText(1), text);
        QVERIFY(!row.next());
        QVERIFY(row.outcome());
    }

    // Qt binds a QString that is null as NULL; nearly every column of ours refuses that.
    void nullStringsAreEmptyText()
    {
        QCOMPARE(m_connection->integer(u"SELECT typeof(?) = 'text'"_s, QString()).value(), 1);
        QCOMPARE(m_connection->integer(u"SELECT typeof(?) = 'blob'"_s, QByteArray()).value(), 1);
    }

    void aStatementThatWasLeftInTheMiddleHoldsNothing()
    {
        QVERIFY(m_connection->execute(u"INSERT INTO t(n) VALUES(1),(2),(3)"_s));
        {
            Statement rows(*m_connection, u"SELECT n FROM t"_s);
            QVERIFY(rows.next());
        }
        QVERIFY(m_connection->execute(u"VACUUM"_s));
    }

    void aValueThatWasForgottenIsToldInWords()
    {
        Statement row(*m_connection, u"SELECT ?, ?"_s);
        row.bind(1);
        QVERIFY(!row.next());
        QVERIFY2(row.outcome().error().message.size() > u"SQLite : "_s.size(),
                 qPrintable(row.outcome().error().message));
    }

    void aStatementThatRanBeforeForgetsItsValues()
    {
        const auto first = [this](int values) {
            Statement row(*m_connection, u"SELECT ?, ?"_s);
            for (int i = 0; i < values; ++i)
                row.bind(i + 1);
            const bool isThere = row.next();
            return isThere ? row.integer(1) : -1;
        };
        QCOMPARE(first(2), 2);
        QCOMPARE(first(1), -1);
        QCOMPARE(first(3), -1);
        QCOMPARE(first(2), 2);
    }

    void aStatementMayRunInsideItsOwnRows()
    {
        QVERIFY(m_connection->execute(u"CREATE TABLE twice(n INTEGER)"_s));
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_connection->execute(u"INSERT INTO twice VALUES(?)"_s, i));
        int pairs = 0;
        for (int round = 0; round < 2; ++round) {
            Statement outer(*m_connection, u"SELECT n FROM twice"_s);
            while (outer.next()) {
                Statement inner(*m_connection, u"SELECT n FROM twice"_s);
                while (inner.next())
                    ++pairs;
            }
        }
        QCOMPARE(pairs, 18);
    }

    void aStatementThatRanBeforeSeesAChangedSchema()
    {
        QVERIFY(m_connection->execute(u"CREATE TABLE grows(n INTEGER)"_s));
        const auto add = [this] {
            return m_connection->execute(u"INSERT INTO grows(n) VALUES(?)"_s, 1);
        };
        QVERIFY(add());
        QVERIFY(m_connection->execute(u"ALTER TABLE grows ADD COLUMN m INTEGER DEFAULT 7"_s));
        QVERIFY(add());
        QCOMPARE(m_connection->integer(u"SELECT sum(m) FROM grows"_s).value(), 14);
        QVERIFY(m_connection->execute(u"DROP TABLE grows"_s));
        QVERIFY(!add());
        QVERIFY(m_connection->execute(u"CREATE TABLE grows(n INTEGER)"_s));
        QVERIFY(add());
    }

    void failuresStay()
    {
        Statement wrong(*m_connection, u"SELECT nothing FROM nowhere"_s);
        QVERIFY(!wrong.next());
        QVERIFY(!wrong.next());
        QCOMPARE(wrong.outcome().error().kind, Error::Kind::Storage);
    }

    void failuresInTheMiddleAreNoEnd()
    {
        Statement rows(*m_connection,
                       u"SELECT abs(x) FROM (SELECT 1 AS x UNION ALL "
                       "SELECT -9223372036854775808)"_s);
        QVERIFY(rows.next());
        QVERIFY(!rows.next());
        QVERIFY(!rows.outcome());
    }

    void theCancelFlagStopsBetweenTwoRows()
    {
        const auto flag = std::make_shared<std::atomic_bool>(false);
        m_connection->setCancelFlag(flag);
        Statement rows(*m_connection, u"SELECT 1 UNION ALL SELECT 2"_s);
        QVERIFY(rows.next());
        flag->store(true);
        QVERIFY(!rows.next());
        QCOMPARE(rows.outcome().error().kind, Error::Kind::Cancelled);
        m_connection->setCancelFlag(nullptr);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

} // namespace

KAGURA_TEST(TestStatement)

#include "tst_statement.moc"
