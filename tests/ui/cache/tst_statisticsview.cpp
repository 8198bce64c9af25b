// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/statisticsview.h"

#include <QLocale>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Gibibyte = 1024LL * 1024 * 1024;

CacheStat statOf(const QDateTime &time, const QString &outcome, const QString &detail, qint64 count)
{
    CacheStat stat;
    stat.hour = time;
    stat.model = u"m"_s;
    stat.outcome = outcome;
    stat.detail = detail;
    stat.count = count;
    if (outcome == "hit"_L1) {
        stat.savedInputTokens = 100 * count;
        stat.savedMicroUsd = 10'000 * count;
        stat.savedTime = 60s * count;
    }
    return stat;
}

//! Two days: 60 of 100 lookups are answered by tiers, 10 more joined others.
CacheReport report()
{
    CacheReport report;
    report.period.from = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
    report.period.to = report.period.from.addDays(2);
    report.period.step = 24h;
    for (int day = 0; day < 2; ++day) {
        const QDateTime time = report.period.from.addDays(day);
        report.overTime +=
            {statOf(time, u"hit"_s, u"memory"_s, 20),      statOf(time, u"hit"_s, u"disk"_s, 10),
             statOf(time, u"miss"_s, u"never_seen"_s, 15), statOf(time, u"miss"_s, u"evicted"_s, 5),
             statOf(time, u"rejected"_s, u"joined"_s, 5),  statOf(time, u"bypass"_s, u"tools"_s, 3),
             statOf(time, u"removed"_s, u"evicted"_s, 40)};
    }
    report.byModel = report.overTime;
    report.before = {statOf(report.period.from, u"hit"_s, u"disk"_s, 50),
                     statOf(report.period.from, u"miss"_s, u"never_seen"_s, 50)};
    return report;
}

} // namespace

class TestStatisticsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void figuresAreOfWhatWasLookedUp()
    {
        const StatisticsView view = StatisticsView::of(report(), Gibibyte);
        QVERIFY(!view.isEmpty);
        QCOMPARE(view.hitRate.value, u"70 %"_s);
        QCOMPARE(view.hitRate.change, u"+20 points"_s);
        QCOMPARE(view.hitRate.trend, (QList<double>{70, 70}));
        QCOMPARE(view.money.value, u"$0.600"_s);
        QCOMPARE(view.time.value, u"1 h 0 min"_s);
        QCOMPARE(view.tokens.value, u"6.0k"_s);
        QVERIFY2(view.span.contains(u"100 lookups"_s), qPrintable(view.span));
    }

    void tiersAddUpToTheRate()
    {
        const AreaData tiers = StatisticsView::of(report(), Gibibyte).tiers;
        QStringList names;
        double sum = 0;
        for (const AreaData::Series &series : tiers.series) {
            names.append(series.name + u' ' + series.total);
            sum += series.values.constLast();
        }
        QCOMPARE(names, (QStringList{u"Memory 40 %"_s, u"Disk 20 %"_s, u"Joined 10 %"_s}));
        QCOMPARE(sum, 70.0);
        QVERIFY2(
            tiers.readouts.at(1).endsWith(u"memory 40 \u00b7 disk 20 \u00b7 joined 10 = 70 %"_s),
            qPrintable(tiers.readouts.at(1)));
    }

    void missesSayWhatCouldHaveBeenAvoided()
    {
        const StatisticsView view = StatisticsView::of(report(), Gibibyte);
        QCOMPARE(view.misses.bars.size(), 3);
        QCOMPARE(view.misses.bars.at(0).name, u"Never seen"_s);
        QCOMPARE(view.misses.bars.at(0).figure, u"20"_s); // without those that joined
        QVERIFY(!view.misses.bars.at(0).isStrong);
        QCOMPARE(view.misses.bars.at(1).name, u"Made room for others"_s);
        QVERIFY(view.misses.bars.at(1).isStrong);
        QCOMPARE(view.misses.bars.at(2).name, u"Past it: tools"_s);
        QCOMPARE(view.missTotal, u"36"_s);
        QCOMPARE(view.avoidable, u"10"_s);
        QCOMPARE(view.removals.bars.at(0).figure, u"80"_s);
    }

    void manyModelsShareTheLastRow()
    {
        CacheReport many = report();
        many.byModel.clear();
        for (int i = 0; i < 9; ++i) {
            CacheStat stat = statOf(many.period.from, u"hit"_s, u"disk"_s, 100 - i);
            stat.model = u"model %1"_s.arg(i);
            many.byModel.append(stat);
        }
        const QList<StatisticsView::Row> rows = StatisticsView::of(many, Gibibyte).models;
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows.at(0).name, u"model 0"_s);
        QVERIFY(rows.at(4).name.startsWith(u"5 "_s));
        QCOMPARE(rows.at(4).lookups, u"470"_s);
    }

    void aLargerBudgetIsOfferedWhereItAnswersMore()
    {
        CacheReport asked = report();
        asked.whatIf.calls = 1000;
        for (int i = 0; i < AccessTable::Budgets; ++i)
            asked.whatIf.points.append({AccessTable::SmallestBudget << i, 40 * i});
        const StatisticsView view = StatisticsView::of(asked, Gibibyte);
        QCOMPARE(view.whatIf.points.size(), 7);
        QCOMPARE(view.whatIf.now, 3);
        QCOMPARE(view.whatIf.points.at(3).y, 40.0); // 2^10 MiB
        QCOMPARE(view.offeredBudget, 2 * Gibibyte);
        // Between two that are known.
        const StatisticsView between = StatisticsView::of(asked, Gibibyte * 3 / 2);
        QVERIFY(between.whatIf.points.at(between.whatIf.now).y > 42
                && between.whatIf.points.at(between.whatIf.now).y < 43);
        for (WhatIf::Point &point : asked.whatIf.points)
            point.hits = 400;
        QCOMPARE(StatisticsView::of(asked, Gibibyte).offeredBudget, 0);
    }

    void fewCallsTellNothingOfOtherBudgets()
    {
        const StatisticsView view = StatisticsView::of(report(), Gibibyte);
        QVERIFY(view.whatIf.points.isEmpty());
        QVERIFY(view.whatIfNote.contains(u"0 of at least"_s));
    }

    void nothingAskedIsEmpty()
    {
        CacheReport none = report();
        none.overTime.clear();
        none.byModel.clear();
        const StatisticsView view = StatisticsView::of(none, Gibibyte);
        QVERIFY(view.isEmpty);
        QCOMPARE(view.hitRate.value, u"0 %"_s);
    }

    void periodsEndNowAndBeginOnAFullHourOrDay_data()
    {
        QTest::addColumn<StatisticsSpan>("span");
        QTest::addColumn<int>("hours");
        QTest::addColumn<int>("step");
        QTest::newRow("a day") << StatisticsSpan::Day << 24 << 1;
        QTest::newRow("a week") << StatisticsSpan::Week << 7 * 24 << 6;
        QTest::newRow("a month") << StatisticsSpan::Month << 30 * 24 << 24;
        QTest::newRow("a quarter") << StatisticsSpan::Quarter << 90 * 24 << 24;
    }
    void periodsEndNowAndBeginOnAFullHourOrDay()
    {
        QFETCH(const StatisticsSpan, span);
        QFETCH(const int, hours);
        QFETCH(const int, step);
        const QDateTime now(QDate(2026, 6, 15), QTime(13, 37), Qt::UTC);
        const CacheReport::Period period = statisticsPeriod(span, now, u"m"_s, {});
        QCOMPARE(period.from.secsTo(period.to), hours * 3600);
        QCOMPARE(period.step.count(), step);
        QVERIFY(period.from < now && period.to > now);
        QCOMPARE(period.from.time().minute(), 0);
        QCOMPARE(period.model, u"m"_s);
    }
};

KAGURA_TEST(TestStatisticsView)
#include "tst_statisticsview.moc"
