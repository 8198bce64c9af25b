// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/valuetext.h"

#include <QLocale>
#include <QTest>

using namespace kagura;
using namespace std::chrono_literals;

class TestValueText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void durationIsReadable();
    void unknownCostIsADashAndNeverZero();
    void timeColumnNamesTheShortestSureThing();
    void ageIsInTheLargestUnit();
    void countsAndSizesKeepTwoFigures();
};

void TestValueText::durationIsReadable()
{
    QCOMPARE(durationText(12ms), QStringLiteral("12 ms"));
    QCOMPARE(durationText(1234ms), QStringLiteral("1.2 s"));
    QCOMPARE(durationText(42'000ms), QStringLiteral("42 s"));
    QCOMPARE(durationText(185'000ms), QStringLiteral("3 min 5 s"));
    QCOMPARE(durationText(-5ms), QStringLiteral("0 ms"));
}

void TestValueText::unknownCostIsADashAndNeverZero()
{
    QCOMPARE(costText(std::nullopt), QStringLiteral("\u2014"));
    QCOMPARE(costText(0), QStringLiteral("$0.00"));
    QCOMPARE(costText(31'000), QStringLiteral("$0.031"));
    QCOMPARE(costText(2'500'000), QStringLiteral("$2.50"));
    QCOMPARE(costText(12), QStringLiteral("$0.000012"));
}

void TestValueText::timeColumnNamesTheShortestSureThing()
{
    const QDateTime now(QDate(2026, 3, 12), QTime(15, 0));
    QCOMPARE(timeColumnText(now.addSecs(-20), now), QStringLiteral("now"));
    QCOMPARE(timeColumnText(now.addSecs(-3600), now), QStringLiteral("14:00"));
    QCOMPARE(timeColumnText(now.addDays(-1), now), QStringLiteral("15:00"));
    QCOMPARE(timeColumnText(now.addDays(-2), now), QStringLiteral("Tue"));
    QCOMPARE(timeColumnText(now.addDays(-30), now), QStringLiteral("10 Feb"));
    QCOMPARE(timeColumnText(now.addDays(-300), now), QStringLiteral("May 2025"));
}

void TestValueText::ageIsInTheLargestUnit()
{
    QCOMPARE(ageText(-5s), QStringLiteral("0 s"));
    QCOMPARE(ageText(59min), QStringLiteral("59 min"));
    QCOMPARE(ageText(49h), QStringLiteral("2 d"));
}

void TestValueText::countsAndSizesKeepTwoFigures()
{
    QCOMPARE(shortCountText(62), QStringLiteral("62"));
    QCOMPARE(shortCountText(1100), QStringLiteral("1.1k"));
    QCOMPARE(shortCountText(24'650), QStringLiteral("25k"));
    QCOMPARE(shortCountText(1'600'000), QStringLiteral("1.6M"));
    QCOMPARE(sizeText(0), QStringLiteral("0 B"));
    QCOMPARE(sizeText(900), QStringLiteral("900 B"));
    QCOMPARE(sizeText(262 * 1024), QStringLiteral("262 KB"));
    QCOMPARE(sizeText(1'258'291), QStringLiteral("1.2 MB"));
    QCOMPARE(sizeText(1024LL * 1024 * 1024), QStringLiteral("1.0 GB"));
}

KAGURA_TEST(TestValueText)
#include "tst_valuetext.moc"
