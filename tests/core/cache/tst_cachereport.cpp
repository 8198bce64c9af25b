// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachereport.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime Begin(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);

CacheStat statOf(int hour, const QString &model, const QString &agent, const QString &outcome)
{
    CacheStat stat;
    stat.hour = Begin.addSecs(hour * 3600);
    stat.model = model;
    stat.agent = agent;
    stat.outcome = outcome;
    stat.detail = outcome == "hit"_L1 ? u"disk"_s : u"never_seen"_s;
    stat.count = 1;
    if (outcome == "hit"_L1) {
        stat.savedInputTokens = 10;
        stat.savedMicroUsd = 7;
        stat.savedTime = 100ms;
    }
    return stat;
}

qint64 countOf(const QList<CacheStat> &stats, const QString &outcome)
{
    qint64 count = 0;
    for (const CacheStat &stat : stats)
        count += stat.outcome == outcome ? stat.count : 0;
    return count;
}

} // namespace

class TestCacheReport : public QObject
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
        QList<CacheStat> stats;
        for (int hour = -24; hour < 48; ++hour) {
            stats.append(statOf(hour, u"large"_s, u"critic"_s, u"hit"_s));
            stats.append(statOf(hour, u"small"_s, QString(), u"miss"_s));
            stats.append(statOf(hour, u"small"_s, QString(), hour < 0 ? u"miss"_s : u"hit"_s));
        }
        QVERIFY(StatTable(*m_connection).add(stats));
    }
    void cleanup() { m_connection.reset(); }

    void stepsHoldWhatHappenedInThem()
    {
        const CacheReport report = read({Begin, Begin.addDays(2), 24h, {}, {}});
        QCOMPARE(countOf(report.overTime, u"hit"_s), 96);
        QCOMPARE(countOf(report.overTime, u"miss"_s), 48);
        for (const CacheStat &stat : report.overTime) {
            QVERIFY(stat.hour == Begin || stat.hour == Begin.addDays(1));
            QCOMPARE(stat.count, stat.outcome == "hit"_L1 ? 48 : 24);
            QCOMPARE(stat.savedMicroUsd, stat.outcome == "hit"_L1 ? 7 * 48 : 0);
            QVERIFY(!stat.detail.isEmpty());
        }
        QCOMPARE(report.models, (QStringList{u"small"_s, u"large"_s}));
        QCOMPARE(report.agents, QStringList{u"critic"_s});
    }

    void theTimeBeforeIsAsLong()
    {
        const CacheReport report = read({Begin, Begin.addDays(1), 1h, {}, {}});
        QCOMPARE(countOf(report.before, u"hit"_s), 24);
        QCOMPARE(countOf(report.before, u"miss"_s), 48);
    }

    void modelsAndAgentsAreToldApart()
    {
        const CacheReport report = read({Begin, Begin.addDays(2), 24h, {}, {}});
        QCOMPARE(report.byModel.size(), 6); // two steps; large hit, small hit and miss
        QCOMPARE(report.byAgent.size(), 6);
        const CacheReport large = read({Begin, Begin.addDays(2), 24h, u"large"_s, {}});
        QCOMPARE(countOf(large.overTime, u"hit"_s), 48);
        QCOMPARE(countOf(large.overTime, u"miss"_s), 0);
        QCOMPARE(large.models.size(), 2); // to choose another one from
        const CacheReport none =
            read({Begin, Begin.addDays(2), 24h, {}, QString::fromLatin1(CacheReport::NoAgent)});
        QCOMPARE(countOf(none.overTime, u"miss"_s), 48);
        QCOMPARE(countOf(none.overTime, u"hit"_s), 48);
    }

    void anEmptyTimeIsEmpty()
    {
        const CacheReport report =
            read({Begin.addYears(1), Begin.addYears(1).addDays(1), 1h, {}, {}});
        QVERIFY(report.overTime.isEmpty() && report.models.isEmpty());
        QCOMPARE(report.entries, 0);
    }

private:
    [[nodiscard]] CacheReport read(const CacheReport::Period &period)
    {
        const Result<CacheReport> report = CacheReport::read(*m_connection, period);
        return report ? *report : CacheReport();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

KAGURA_TEST(TestCacheReport)
#include "tst_cachereport.moc"
