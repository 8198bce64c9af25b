// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/tokenbucket.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace std::chrono_literals;

namespace {

class TestTokenBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutALimitEverythingGoesAtOnce();
    void noMinuteSeesMoreThanSevenSixthsOfTheRate();
    void whatIsLargerThanABurstGoesWhenFullAndLeavesADebt();
    void whatWasNotNeededComesBack();
    void aClockThatStandsStillGivesNothing();
};

void TestTokenBucket::withoutALimitEverythingGoesAtOnce()
{
    for (const std::optional<std::int64_t> none : {std::optional<std::int64_t>(), {0}, {-5}}) {
        TokenBucket bucket(none);
        bucket.take(1'000'000, 0us);
        QCOMPARE(bucket.readyAt(1'000'000, 0us), 0us);
    }
}

void TestTokenBucket::noMinuteSeesMoreThanSevenSixthsOfTheRate()
{
    TokenBucket bucket(60);
    std::vector<TokenBucket::Time> taken;
    TokenBucket::Time now = 5s;
    while (now < 185s) {
        const TokenBucket::Time at = bucket.readyAt(1, now);
        if (at > now) {
            now = at;
            continue;
        }
        bucket.take(1, now);
        taken.push_back(now);
    }
    for (const TokenBucket::Time start : taken) {
        const auto inMinute = std::count_if(taken.begin(), taken.end(), [start](auto time) {
            return time >= start && time < start + 60s;
        });
        QVERIFY(inMinute <= 70);
    }
    QVERIFY(taken.size() >= 185);
}

void TestTokenBucket::whatIsLargerThanABurstGoesWhenFullAndLeavesADebt()
{
    TokenBucket bucket(600); // ten a second, bursts of 100
    QCOMPARE(bucket.readyAt(500, 0us), 0us);
    bucket.take(500, 0us);
    const TokenBucket::Time next = bucket.readyAt(1, 0us);
    QVERIFY(next > 40s && next < 41s);
}

void TestTokenBucket::whatWasNotNeededComesBack()
{
    TokenBucket bucket(600);
    bucket.take(100, 0us);
    QVERIFY(bucket.readyAt(50, 0us) > 0us);
    bucket.giveBack(60);
    QCOMPARE(bucket.readyAt(50, 0us), 0us);
    bucket.giveBack(-60);
    QVERIFY(bucket.readyAt(50, 0us) > 0us);
}

void TestTokenBucket::aClockThatStandsStillGivesNothing()
{
    TokenBucket bucket(60);
    bucket.take(10, 9s);
    QVERIFY(bucket.readyAt(1, 9s) > 9s);
    QVERIFY(bucket.readyAt(1, 8s) > 8s);
    QCOMPARE(bucket.readyAt(1, 10s), 10s);
}

} // namespace

KAGURA_TEST(TestTokenBucket)
#include "tst_tokenbucket.moc"
