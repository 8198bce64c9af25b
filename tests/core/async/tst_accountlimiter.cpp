// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/accountlimiter.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace kagura;
using namespace std::chrono_literals;

namespace {

using Ticket = AccountLimiter::Ticket;
using Outcome = AccountLimiter::Outcome;

std::vector<Ticket> enqueue(AccountLimiter &limiter, int count, std::int64_t tokens = 0)
{
    std::vector<Ticket> tickets;
    for (int i = 0; i < count; ++i)
        tickets.push_back(limiter.enqueue(tokens));
    return tickets;
}

AccountLimiter::Limits slots(int concurrency)
{
    return {concurrency, {}, {}};
}

class TestAccountLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsGoInTheirOrderAndNeverMoreThanThereAreSlots();
    void lessThanOneSlotCountsAsOne();
    void whoLeavesTheQueueLetsTheNextGo();
    void aLargeCallIsNotStarvedBySmallOnes();
    void oneBurstOfRefusalsHalvesOnce();
    void slotsGrowBackByOneARound();
    void aPauseHoldsEverybodyAndSaysWhenItEnds();
    void aShorterPauseDoesNotShortenAKnownOne();
    void theServersOwnPauseOpensLaterWindows();
    void whatTheServerSaysIsLeftCountsThoseOnTheirWay();
    void aDailyWindowHoldsAMinuteAtMost();
    void estimatesAreCorrectedByUse();
    void threadsNeverHaveMoreThanTheSlots();
};

void TestAccountLimiter::callsGoInTheirOrderAndNeverMoreThanThereAreSlots()
{
    AccountLimiter limiter(slots(2));
    const std::vector<Ticket> tickets = enqueue(limiter, 5);
    AccountLimiter::Admission admission = limiter.admit(0us);
    QCOMPARE(admission.admitted, std::vector<Ticket>({tickets[0], tickets[1]}));
    QVERIFY(!admission.lookAgainAt);
    QVERIFY(limiter.admit(1h).admitted.empty());
    limiter.release(tickets[1], Outcome::Success);
    QCOMPARE(limiter.admit(0us).admitted, std::vector<Ticket>({tickets[2]}));
    QCOMPARE(limiter.inFlight(), 2U);
    QCOMPARE(limiter.waiting(), 2U);
    limiter.release(tickets[1], Outcome::Success);
    QVERIFY(limiter.admit(0us).admitted.empty());
}

void TestAccountLimiter::lessThanOneSlotCountsAsOne()
{
    for (const int none : {0, -3}) {
        AccountLimiter limiter(slots(none));
        static_cast<void>(enqueue(limiter, 2));
        QCOMPARE(limiter.admit(0us).admitted.size(), 1U);
    }
}

void TestAccountLimiter::whoLeavesTheQueueLetsTheNextGo()
{
    AccountLimiter limiter(slots(1));
    const std::vector<Ticket> tickets = enqueue(limiter, 3);
    static_cast<void>(limiter.admit(0us));
    QVERIFY(limiter.leave(tickets[1]));
    QVERIFY(!limiter.leave(tickets[1]));
    QVERIFY(!limiter.leave(tickets[0])); // on its way
    limiter.release(tickets[0], Outcome::Other);
    QCOMPARE(limiter.admit(0us).admitted, std::vector<Ticket>({tickets[2]}));
}

void TestAccountLimiter::aLargeCallIsNotStarvedBySmallOnes()
{
    AccountLimiter limiter({100, {}, 6000}); // bursts of 1,000 tokens, 100 a second
    const Ticket first = limiter.enqueue(900);
    const Ticket large = limiter.enqueue(1000);
    const Ticket small = limiter.enqueue(10);
    AccountLimiter::Admission admission = limiter.admit(0us);
    QCOMPARE(admission.admitted, std::vector<Ticket>({first}));
    QVERIFY(admission.lookAgainAt);
    QVERIFY(*admission.lookAgainAt >= 9s && *admission.lookAgainAt < 9100ms);
    admission = limiter.admit(*admission.lookAgainAt);
    QCOMPARE(admission.admitted, std::vector<Ticket>({large}));
    QVERIFY(*admission.lookAgainAt > 9s);
    QCOMPARE(limiter.admit(*admission.lookAgainAt).admitted, std::vector<Ticket>({small}));
}

void TestAccountLimiter::oneBurstOfRefusalsHalvesOnce()
{
    AccountLimiter limiter(slots(8));
    const std::vector<Ticket> burst = enqueue(limiter, 8);
    static_cast<void>(limiter.admit(0us));
    for (const Ticket ticket : burst)
        limiter.release(ticket, Outcome::Refused);
    QCOMPARE(limiter.slotCount(), 4);
    for (int i = 0; i < 5; ++i) {
        const Ticket next = limiter.enqueue(0);
        static_cast<void>(limiter.admit(0us));
        limiter.release(next, Outcome::Refused);
    }
    QCOMPARE(limiter.slotCount(), 1);
}

void TestAccountLimiter::slotsGrowBackByOneARound()
{
    AccountLimiter limiter(slots(8));
    const Ticket refused = limiter.enqueue(0);
    static_cast<void>(limiter.admit(0us));
    limiter.release(refused, Outcome::Refused);
    QCOMPARE(limiter.slotCount(), 4);
    for (int i = 0; i < 5; ++i) {
        const Ticket good = limiter.enqueue(0);
        static_cast<void>(limiter.admit(0us));
        limiter.release(good, Outcome::Success);
    }
    QCOMPARE(limiter.slotCount(), 5);
    for (int i = 0; i < 100; ++i) {
        const Ticket good = limiter.enqueue(0);
        static_cast<void>(limiter.admit(0us));
        limiter.release(good, Outcome::Success);
    }
    QCOMPARE(limiter.slotCount(), 8);
}

void TestAccountLimiter::aPauseHoldsEverybodyAndSaysWhenItEnds()
{
    AccountLimiter limiter(slots(8));
    limiter.holdUntil(30s);
    static_cast<void>(enqueue(limiter, 3));
    const AccountLimiter::Admission admission = limiter.admit(10s);
    QVERIFY(admission.admitted.empty());
    QCOMPARE(admission.lookAgainAt, std::optional<AccountLimiter::Time>(30s));
    QCOMPARE(limiter.admit(30s).admitted.size(), 3U);
}

void TestAccountLimiter::aShorterPauseDoesNotShortenAKnownOne()
{
    AccountLimiter limiter(slots(8));
    limiter.holdUntil(30s);
    limiter.holdUntil(20s);
    QCOMPARE(limiter.heldUntil(), AccountLimiter::Time(30s));
}

// A refusal for a second beside "no requests left for an hour" means the second.
void TestAccountLimiter::theServersOwnPauseOpensLaterWindows()
{
    AccountLimiter limiter(slots(8));
    const std::vector<Ticket> tickets = enqueue(limiter, 1);
    static_cast<void>(limiter.admit(0us));
    AccountLimiter::Remaining remaining;
    remaining.requests = 0;
    remaining.requestsResetAfter = 50s;
    limiter.observe(tickets[0], remaining, 1s);
    limiter.holdUntil(2s);
    static_cast<void>(enqueue(limiter, 1));
    QVERIFY(limiter.admit(1s).admitted.empty());
    QCOMPARE(limiter.admit(2s).admitted.size(), 1U);
}

void TestAccountLimiter::whatTheServerSaysIsLeftCountsThoseOnTheirWay()
{
    AccountLimiter limiter(slots(100));
    const std::vector<Ticket> tickets = enqueue(limiter, 3);
    static_cast<void>(limiter.admit(0us));
    AccountLimiter::Remaining remaining;
    remaining.requests = 5; // after the first; two more are on their way
    remaining.requestsResetAfter = 20s;
    limiter.observe(tickets[0], remaining, 1s);
    static_cast<void>(enqueue(limiter, 10));
    const AccountLimiter::Admission admission = limiter.admit(1s);
    QCOMPARE(admission.admitted.size(), 3U);
    QCOMPARE(admission.lookAgainAt, std::optional<AccountLimiter::Time>(21s));
    QCOMPARE(limiter.admit(21s).admitted.size(), 7U);
}

void TestAccountLimiter::aDailyWindowHoldsAMinuteAtMost()
{
    AccountLimiter limiter(slots(100));
    const Ticket first = limiter.enqueue(10);
    static_cast<void>(limiter.admit(0us));
    AccountLimiter::Remaining remaining;
    remaining.tokens = 0;
    remaining.tokensResetAfter = 24h;
    limiter.observe(first, remaining, 0us);
    static_cast<void>(limiter.enqueue(10));
    QCOMPARE(limiter.admit(0us).lookAgainAt, std::optional<AccountLimiter::Time>(60s));
    QCOMPARE(limiter.admit(60s).admitted.size(), 1U);
}

void TestAccountLimiter::estimatesAreCorrectedByUse()
{
    AccountLimiter limiter({100, {}, 6000});
    const Ticket first = limiter.enqueue(1000);
    static_cast<void>(limiter.admit(0us));
    static_cast<void>(limiter.enqueue(900));
    QVERIFY(limiter.admit(0us).admitted.empty());
    limiter.release(first, Outcome::Success, 100);
    QCOMPARE(limiter.admit(0us).admitted.size(), 1U);
}

void TestAccountLimiter::threadsNeverHaveMoreThanTheSlots()
{
    AccountLimiter limiter(slots(3));
    std::atomic<int> done = 0;
    std::atomic<bool> wasExceeded = false;
    const auto work = [&] {
        for (int i = 0; i < 500; ++i) {
            static_cast<void>(limiter.enqueue(1));
            for (const Ticket ticket : limiter.admit(0us).admitted) {
                wasExceeded = wasExceeded || limiter.inFlight() > 3;
                limiter.release(ticket, Outcome::Success, 1);
                ++done;
            }
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(work);
    for (std::thread &thread : threads)
        thread.join();
    while (limiter.waiting() > 0) {
        for (const Ticket ticket : limiter.admit(0us).admitted) {
            limiter.release(ticket, Outcome::Success, 1);
            ++done;
        }
    }
    QVERIFY(!wasExceeded);
    QCOMPARE(done.load(), 2000);
    QCOMPARE(limiter.inFlight(), 0U);
}

} // namespace

KAGURA_TEST(TestAccountLimiter)
#include "tst_accountlimiter.moc"
