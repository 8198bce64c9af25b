// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/cacheoutcome.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCacheOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack()
    {
        CacheOutcome outcome;
        outcome.kind = CacheOutcome::Kind::Hit;
        outcome.reason = u"never_seen"_s;
        outcome.key = QByteArray(32, '\xab');
        outcome.answered = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        outcome.savedMicroUsd = 9000;
        outcome.isStale = true;
        QCOMPARE(cacheOutcomeFromJson(cacheOutcomeToJson(outcome)), outcome);
        for (const auto kind : {CacheOutcome::Kind::Bypass, CacheOutcome::Kind::Miss}) {
            const CacheOutcome bare{kind};
            QCOMPARE(cacheOutcomeFromJson(cacheOutcomeToJson(bare)), bare);
        }
    }

    void whatCannotBeReadIsNoOutcome()
    {
        QVERIFY(!cacheOutcomeFromJson(Json()));
        QVERIFY(!cacheOutcomeFromJson(Json::array({1})));
        QVERIFY(!cacheOutcomeFromJson({{"outcome", "miracle"}}));
        const auto damaged = cacheOutcomeFromJson(
            {{"outcome", "hit"}, {"key", "abcd"}, {"answered_ms", "x"}, {"stale", 1}});
        QVERIFY(damaged);
        QCOMPARE(*damaged, CacheOutcome{CacheOutcome::Kind::Hit});
    }
};

KAGURA_TEST(TestCacheOutcome)
#include "tst_cacheoutcome.moc"
