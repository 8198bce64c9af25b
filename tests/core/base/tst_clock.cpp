// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterIsNeverNow()
    {
        SystemClock clock;
        QObject context;
        bool called = false;
        clock.callLater(-5ms, &context, [&called] { called = true; });
        QVERIFY(!called);
        QTRY_VERIFY(called);
    }

    void deadContextIsNotCalled()
    {
        SystemClock clock;
        bool called = false;
        bool sentinel = false;
        {
            QObject context;
            clock.callLater(0ms, &context, [&called] { called = true; });
        }
        clock.callLater(5ms, this, [&sentinel] { sentinel = true; });
        QTRY_VERIFY(sentinel);
        QVERIFY(!called);
    }

    void fakeRunsWhatIsDueInOrderOfTime()
    {
        test::FakeClock clock;
        QStringList log;
        clock.callLater(20ms, this, [&] { log << QStringLiteral("b"); });
        clock.callLater(10ms, this, [&] {
            log << QStringLiteral("a");
            clock.callLater(15ms, this, [&] { log << QStringLiteral("c"); });
        });
        clock.advance(22ms);
        QCOMPARE(log, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        clock.advance(3ms);
        QCOMPARE(log.size(), 3);
        QCOMPARE(clock.monotonic(), 25ms);
    }
};

KAGURA_TEST(TestClock)
#include "tst_clock.moc"
