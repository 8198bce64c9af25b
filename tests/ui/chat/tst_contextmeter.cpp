// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/contextmeter.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestContextMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownIsSaid_data()
    {
        QTest::addColumn<ContextEstimate>("estimate");
        QTest::addColumn<QString>("words");
        QTest::newRow("window and price") << ContextEstimate{{}, 3412, false, 200'000, 12'000}
                                          << u"about 3.4k of 200k tokens · $0.012 to send"_s;
        QTest::newRow("neither") << ContextEstimate{{}, 12, false, {}, {}} << u"about 12 tokens"_s;
        QTest::newRow("free") << ContextEstimate{{}, 12, false, 8000, 0}
                              << u"about 12 of 8.0k tokens"_s;
        QTest::newRow("nearly full") << ContextEstimate{{}, 7000, false, 8000, {}}
                                     << u"about 7.0k of 8.0k tokens · nearly full"_s;
        QTest::newRow("too much") << ContextEstimate{{}, 9000, true, 8000, {}}
                                  << u"over 9.0k of 8.0k tokens · more than the model reads"_s;
    }
    void whatIsKnownIsSaid()
    {
        QFETCH(const ContextEstimate, estimate);
        QFETCH(const QString, words);
        ContextMeter meter;
        meter.setChatStyle(test::sampleStyle());
        meter.setEstimate(estimate);
        QCOMPARE(meter.text(), words);
        QVERIFY(!meter.isHidden());
        QVERIFY(meter.accessibleName().contains(words));
        meter.setEstimate(std::nullopt);
        QVERIFY(meter.isHidden());
    }
};

} // namespace

KAGURA_TEST(TestContextMeter)

#include "tst_contextmeter.moc"
