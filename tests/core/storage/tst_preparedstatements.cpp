// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/preparedstatements.h"
#include "tests/support/testmain.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QVariant>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestPreparedStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"prepared"_s);
        database.setDatabaseName(u":memory:"_s);
        QVERIFY(database.open());
    }

    void cleanupTestCase()
    {
        QSqlDatabase::database(u"prepared"_s).close();
        QSqlDatabase::removeDatabase(u"prepared"_s);
    }

    void whatWasGivenIsTakenOnce()
    {
        PreparedStatements statements;
        QVERIFY(!statements.take(u"SELECT 1"_s).query);
        statements.give(u"SELECT 1"_s, prepared(u"SELECT 1"_s));
        const auto first = statements.take(u"SELECT 1"_s);
        QVERIFY(first.query && first.query->exec() && first.query->next());
        QVERIFY(!statements.take(u"SELECT 1"_s).query);
    }

    void valuesAreLetGo()
    {
        PreparedStatements statements;
        auto given = prepared(u"SELECT ?"_s);
        given.query->bindValue(0, u"a secret"_s);
        QVERIFY(given.query->exec());
        given.query->finish();
        given.values = 1;
        statements.give(u"SELECT ?"_s, std::move(given));
        const auto taken = statements.take(u"SELECT ?"_s);
        QCOMPARE(taken.values, 1);
        QVERIFY(!taken.query->boundValue(0).isValid());
    }

    void onlyWhatReadsAndWritesRowsIsKept()
    {
        PreparedStatements statements;
        statements.give(u"PRAGMA user_version"_s, prepared(u"PRAGMA user_version"_s));
        QVERIFY(!statements.take(u"PRAGMA user_version"_s).query);
    }

    void theOldestMakeRoom()
    {
        PreparedStatements statements;
        for (int i = 0; i < 200; ++i) {
            const QString sql = u"SELECT %1"_s.arg(i);
            statements.give(sql, prepared(sql));
        }
        QVERIFY(!statements.take(u"SELECT 0"_s).query);
        QVERIFY(statements.take(u"SELECT 199"_s).query);
        statements.clear();
        QVERIFY(!statements.take(u"SELECT 198"_s).query);
    }

private:
    [[nodiscard]] static PreparedStatements::Prepared prepared(const QString &sql)
    {
        auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(u"prepared"_s));
        if (!query->prepare(sql))
            qCritical("it cannot be prepared");
        return {std::move(query), 0};
    }
};

KAGURA_TEST(TestPreparedStatements)
#include "tst_preparedstatements.moc"
