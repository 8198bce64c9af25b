// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/misswords.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestMissWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMattersMostStandsFirst()
    {
        CacheExplanation explanation;
        explanation.reason = CacheReason::NeverSeen;
        QCOMPARE(missTitle(explanation), u"never seen"_s);
        QCOMPARE(missStatusLine(explanation), u"kagura; fwd=miss; detail=never_seen"_s);
        explanation.nearest = sampleEntry(1);
        explanation.parameters = {u"temperature"_s, u"top_p"_s};
        explanation.messagesDivergeAt = 3;
        QCOMPARE(missTitle(explanation), u"parameter changed: temperature, top_p"_s);
        QCOMPARE(
            missStatusLine(explanation),
            u"kagura; fwd=miss; detail=param_changed(temperature,top_p)+messages_diverged_at(3)"_s);
        QVERIFY(missSentence(explanation).contains(u"from number 3 on"_s));
        explanation.isOtherSystem = true;
        QCOMPARE(missTitle(explanation), u"system prompt changed"_s);
    }

    void whatWasThereOnceSaysWhyItIsNot()
    {
        CacheExplanation explanation;
        explanation.reason = CacheReason::Invalidated;
        explanation.invalidatedBy = u"model:gpt*"_s;
        QCOMPARE(missTitle(explanation), u"invalidated"_s);
        QVERIFY(missSentence(explanation).contains(u"model:gpt*"_s));
        QCOMPARE(missStatusLine(explanation), u"kagura; fwd=miss; detail=invalidated"_s);
        explanation.isHit = true;
        QCOMPARE(missStatusLine(explanation), u"kagura; hit"_s);
    }

    void everyReasonHasWords()
    {
        for (int reason = int(CacheReason::None) + 1; reason <= int(CacheReason::DiskFailed);
             ++reason)
            QVERIFY2(!reasonText(CacheReason(reason)).isEmpty(),
                     qPrintable(cacheReasonName(CacheReason(reason))));
    }
};

KAGURA_TEST(TestMissWords)
#include "tst_misswords.moc"
