// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cacheschema.h"
#include "core/cache/stattable.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestStatTable : public QObject
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

    void numbersAddUpWithinTheHour()
    {
        StatTable table(*m_connection);
        QVERIFY(table.add(
            {stat(0, u"m"_s, u"hit"_s, u"memory"_s), stat(0, u"m"_s, u"hit"_s, u"memory"_s)}));
        QVERIFY(table.add({stat(0, u"m"_s, u"hit"_s, u"memory"_s)}));
        QCOMPARE(*m_connection->integer(u"SELECT count(*) FROM stat"_s), 1);
        const QList<CacheStat> read = *table.read(m_hour, m_hour.addSecs(3600));
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.first().count, 3);
        QCOMPARE(read.first().savedInputTokens, 30);
        QCOMPARE(read.first().savedOutputTokens, 60);
        QCOMPARE(read.first().savedMicroUsd, 90);
        QCOMPARE(read.first().savedTime, 120ms);
        QCOMPARE(read.first().detail, u"memory"_s);
    }

    void theyArePutTogetherAsAsked()
    {
        StatTable table(*m_connection);
        QVERIFY(table.add(
            {stat(0, u"a"_s, u"hit"_s, u"memory"_s), stat(1, u"b"_s, u"hit"_s, u"memory"_s),
             stat(1, u"a"_s, u"miss"_s, u"expired"_s), stat(5, u"a"_s, u"hit"_s, u"disk"_s)}));
        const auto lines = [&](StatTable::By by, int hours) {
            QStringList list;
            const auto read = table.read(m_hour, m_hour.addSecs(3600 * hours), by);
            for (const CacheStat &one : *read) {
                const QString hour = one.hour.isValid()
                    ? QString::number(m_hour.secsTo(one.hour) / 3600)
                    : QString();
                list.append(u"%1|%2|%3|%4 %5"_s.arg(hour, one.model, one.agent, one.outcome)
                                .arg(one.count));
            }
            return list;
        };
        QCOMPARE(lines(StatTable::By::Outcome, 5), QStringList({u"|||hit 2"_s, u"|||miss 1"_s}));
        QCOMPARE(lines(StatTable::By::Outcome, 6),
                 QStringList({u"|||hit 1"_s, u"|||hit 2"_s, u"|||miss 1"_s})); // by tier
        QCOMPARE(lines(StatTable::By::Hour, 6),
                 QStringList({u"0|||hit 1"_s, u"1|||hit 1"_s, u"1|||miss 1"_s, u"5|||hit 1"_s}));
        QCOMPARE(lines(StatTable::By::Model, 5),
                 QStringList({u"|a||hit 1"_s, u"|a||miss 1"_s, u"|b||hit 1"_s}));
        QCOMPARE(lines(StatTable::By::Agent, 1), QStringList({u"||writer|hit 1"_s}));
        QVERIFY(lines(StatTable::By::Hour, 0).isEmpty());
    }

private:
    [[nodiscard]] CacheStat stat(int hour,
                                 const QString &model,
                                 const QString &outcome,
                                 const QString &detail) const
    {
        return {
            m_hour.addSecs(3600 * hour), model, u"writer"_s, outcome, detail, 1, 10, 20, 30, 40ms};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QDateTime m_hour{QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
};

KAGURA_TEST(TestStatTable)
#include "tst_stattable.moc"
