// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runslots.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRunSlots final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstComeFirstServedWithinTheLimit()
    {
        FakeClock clock;
        WorkflowLimits limits;
        limits.maxConcurrency = 2;
        RunSlots queue(limits, clock);
        QStringList log;
        const auto ask = [&](const QString &name) {
            return queue.ask({}, 0, &queue, [&log, name] { log.append(name); });
        };
        QCOMPARE(ask(u"a"_s), QString());
        QCOMPARE(ask(u"b"_s), QString());
        QCOMPARE(ask(u"c"_s), u"slot"_s);
        QCOMPARE(ask(u"d"_s), u"slot"_s);
        queue.giveBack({});
        QCOMPARE(log, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(queue.used(), 2);
    }

    void nobodyWaitsBehindAModelThatIsFull()
    {
        FakeClock clock;
        WorkflowLimits limits;
        limits.maxConcurrency = 4;
        limits.perModel[u"big"_s].maxConcurrency = 1;
        RunSlots queue(limits, clock);
        QStringList log;
        const auto ask = [&](const QString &model) {
            return queue.ask(model, 0, &queue, [&log, model] { log.append(model); });
        };
        QCOMPARE(ask(u"big"_s), QString());
        QCOMPARE(ask(u"big"_s), u"model"_s);
        QCOMPARE(ask(u"small"_s), QString());
        queue.giveBack(u"big"_s);
        QCOMPARE(log, (QStringList{u"big"_s, u"small"_s, u"big"_s}));
    }

    void requestsAMinuteFlowEvenly()
    {
        FakeClock clock;
        WorkflowLimits limits;
        limits.maxConcurrency = 100;
        limits.perModel[u"m"_s].requestsPerMinute = 60;
        RunSlots queue(limits, clock);
        int granted = 0;
        QString last;
        for (int i = 0; i < 40; ++i)
            last = queue.ask(u"m"_s, 0, &queue, [&granted] { ++granted; });
        QCOMPARE(last, u"rate_limit"_s);
        const int burst = granted;
        QVERIFY(burst <= 10);
        clock.advance(10s);
        QVERIFY(granted > burst && granted <= burst + 11);
    }

    void aPauseGrantsNothingAndTheDeadAreForgotten()
    {
        FakeClock clock;
        RunSlots queue(WorkflowLimits(), clock);
        queue.setPaused(true);
        int granted = 0;
        auto gone = std::make_unique<QObject>();
        QCOMPARE(queue.ask({}, 0, gone.get(), [&granted] { granted += 100; }), u"paused"_s);
        QCOMPARE(queue.ask({}, 0, &queue, [&granted] { ++granted; }), u"paused"_s);
        gone.reset();
        queue.setPaused(false);
        QCOMPARE(granted, 1);
        QCOMPARE(queue.used(), 1);
    }
};

KAGURA_TEST(TestRunSlots)
#include "tst_runslots.moc"
