// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redis/breaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace std::chrono_literals;

class TestBreaker : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;

    [[nodiscard]] Breaker opened() const
    {
        Breaker breaker(m_clock, 3, 30s);
        for (int i = 0; i < 3; ++i)
            breaker.failed();
        return breaker;
    }

private Q_SLOTS:
    void failuresInARowOpenItAndOthersDoNot()
    {
        Breaker breaker(m_clock, 3, 30s);
        breaker.failed();
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        breaker.failed();
        QVERIFY(breaker.mayAsk());
        QCOMPARE(breaker.state(), Breaker::State::Closed);
        breaker.failed();
        QCOMPARE(breaker.state(), Breaker::State::Open);
        QVERIFY(!breaker.mayAsk());
        QCOMPARE(breaker.openings(), 1);
    }

    void afterThePauseOneAsksForAll()
    {
        Breaker breaker = opened();
        m_clock.advance(29'999ms);
        QVERIFY(!breaker.mayAsk());
        m_clock.advance(1ms);
        QVERIFY(breaker.mayAsk());
        QVERIFY(!breaker.mayAsk());
        QCOMPARE(breaker.state(), Breaker::State::HalfOpen);
        breaker.succeeded();
        QVERIFY(breaker.mayAsk());
        QVERIFY(breaker.mayAsk());
    }

    void aFailedProbeBeginsThePauseAnew()
    {
        Breaker breaker = opened();
        m_clock.advance(30s);
        QVERIFY(breaker.mayAsk());
        breaker.failed();
        QVERIFY(!breaker.mayAsk());
        QCOMPARE(breaker.openings(), 2);
        m_clock.advance(30s);
        QVERIFY(breaker.mayAsk());
    }

    void whatWasUnderWayWhenItOpenedDoesNotCloseIt()
    {
        Breaker breaker = opened();
        breaker.succeeded();
        QVERIFY(!breaker.mayAsk());
        breaker.failed();
        QCOMPARE(breaker.openings(), 1);
    }
};

KAGURA_TEST(TestBreaker)
#include "tst_breaker.moc"
