// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachereason.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCacheReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int i = 0; i <= static_cast<int>(CacheReason::DiskFailed); ++i)
            names.insert(cacheReasonName(static_cast<CacheReason>(i)));
        QCOMPARE(names.size(), static_cast<qsizetype>(CacheReason::DiskFailed) + 1);
    }

    void namesBelongToTheirReasons()
    {
        QCOMPARE(cacheReasonName(CacheReason::NeverSeen), u"never_seen"_s);
        QCOMPARE(cacheReasonName(CacheReason::NotReading), u"not_reading"_s);
        QCOMPARE(cacheReasonName(CacheReason::LifetimeZero), u"lifetime_zero"_s);
        QCOMPARE(cacheReasonName(CacheReason::Joined), u"joined"_s);
        QCOMPARE(cacheReasonName(CacheReason::DiskFailed), u"disk_failed"_s);
    }
};

KAGURA_TEST(TestCacheReason)
#include "tst_cachereason.moc"
