// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/accountgate.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace kagura;
using namespace std::chrono_literals;
using kagura::test::FakeClock;

namespace {

//! A guest that writes down what happens to it.
class Guest final : public AccountGate::Guest
{
public:
    void admitted() override { isIn = true; }
    void held(std::chrono::milliseconds left) override { heldFor = left; }

    AccountGate::Ticket ticket = 0;
    bool isIn = false;
    std::optional<std::chrono::milliseconds> heldFor;
};

Error refusal(std::chrono::milliseconds retryAfter)
{
    Error error{Error::Kind::RateLimited, {}};
    error.retryAfter = retryAfter;
    return error;
}

class TestAccountGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstGoesInAtOnceTheNextWhenItLeft();
    void whoLeavesStartsTheNextLaterNotNow();
    void aPauseIsAnnouncedToThoseWhoWaitAndEnds();
    void noPauseIsLongerThanTenMinutes();
    void whatIsNoRefusalHoldsNobody();
    void usedTokensCorrectTheEstimate();
};

void TestAccountGate::theFirstGoesInAtOnceTheNextWhenItLeft()
{
    FakeClock clock;
    AccountGate gate({1, {}, {}}, clock);
    Guest one;
    Guest two;
    gate.enter(one, one.ticket, 0);
    gate.enter(two, two.ticket, 0);
    QVERIFY(one.isIn && !two.isIn);
    gate.settle(one.ticket, std::nullopt, {});
    QTRY_VERIFY(two.isIn);
    gate.leave(two.ticket);
    QCOMPARE(gate.limiter().inFlight(), 0U);
}

void TestAccountGate::whoLeavesStartsTheNextLaterNotNow()
{
    FakeClock clock;
    AccountGate gate({1, {}, {}}, clock);
    Guest one;
    Guest two;
    gate.enter(one, one.ticket, 0);
    gate.enter(two, two.ticket, 0);
    gate.leave(one.ticket);
    QVERIFY(!two.isIn);
    gate.leave(two.ticket);
    QCoreApplication::processEvents();
    QVERIFY(!two.isIn);
}

void TestAccountGate::aPauseIsAnnouncedToThoseWhoWaitAndEnds()
{
    FakeClock clock;
    AccountGate gate({1, {}, {}}, clock);
    Guest one;
    Guest two;
    gate.enter(one, one.ticket, 0);
    gate.enter(two, two.ticket, 0);
    gate.settle(one.ticket, refusal(5s), {});
    QCOMPARE(gate.holdLeft(), 5s);
    QTRY_COMPARE(two.heldFor, std::optional<std::chrono::milliseconds>(5s));
    clock.advance(4999ms);
    QVERIFY(!two.isIn);
    clock.advance(1ms);
    QVERIFY(two.isIn);
    QCOMPARE(gate.holdLeft(), 0ms);
}

void TestAccountGate::noPauseIsLongerThanTenMinutes()
{
    FakeClock clock;
    AccountGate gate({1, {}, {}}, clock);
    Guest one;
    gate.enter(one, one.ticket, 0);
    gate.settle(one.ticket, refusal(24h), {});
    QCOMPARE(gate.holdLeft(), 10min);
}

void TestAccountGate::whatIsNoRefusalHoldsNobody()
{
    FakeClock clock;
    AccountGate gate({4, {}, {}}, clock);
    Guest one;
    gate.enter(one, one.ticket, 0);
    Error quota = refusal(1h);
    quota.kind = Error::Kind::Quota;
    gate.settle(one.ticket, quota, {});
    QCOMPARE(gate.holdLeft(), 0ms);
    QCOMPARE(gate.limiter().slotCount(), 4);
}

void TestAccountGate::usedTokensCorrectTheEstimate()
{
    FakeClock clock;
    AccountGate gate({4, {}, 6000}, clock); // bursts of 1,000
    Guest one;
    Guest two;
    gate.enter(one, one.ticket, 1000);
    gate.enter(two, two.ticket, 900);
    QVERIFY(one.isIn && !two.isIn);
    Usage usage;
    usage.inputTokens = 50;
    usage.outputTokens = 50;
    gate.settle(one.ticket, std::nullopt, usage);
    QTRY_VERIFY(two.isIn);
}

} // namespace

KAGURA_TEST(TestAccountGate)
#include "tst_accountgate.moc"
