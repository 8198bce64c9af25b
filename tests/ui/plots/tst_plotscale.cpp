// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/plots/plotscale.h"

#include <QTest>

#include <limits>

using namespace kagura;

class TestPlotScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreFewRoundAndAroundAll_data()
    {
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::addColumn<QList<double>>("marks");
        QTest::newRow("percent") << 0.0 << 100.0 << QList<double>{0, 25, 50, 75, 100};
        QTest::newRow("a part") << 41.0 << 68.0 << QList<double>{40, 50, 60, 70};
        QTest::newRow("small") << 0.0 << 0.031 << QList<double>{0, 0.01, 0.02, 0.03, 0.04};
        QTest::newRow("nothing") << 0.0 << 0.0 << QList<double>{0, 0.25, 0.5, 0.75, 1};
        QTest::newRow("always the same") << 7.0 << 7.0 << QList<double>{7, 7.25, 7.5, 7.75, 8};
    }
    void marksAreFewRoundAndAroundAll()
    {
        QFETCH(const double, least);
        QFETCH(const double, most);
        QFETCH(const QList<double>, marks);
        const PlotScale scale(least, most, 4);
        QCOMPARE(scale.marks().size(), marks.size());
        for (qsizetype i = 0; i < marks.size(); ++i)
            QVERIFY2(qAbs(scale.marks().at(i) - marks.at(i)) < 1e-9,
                     qPrintable(QString::number(scale.marks().at(i))));
        QVERIFY(scale.low() <= least && scale.high() >= most);
    }

    void placesGoFromLowToHighAndNoFurther()
    {
        const PlotScale scale(0, 100, 4);
        QCOMPARE(scale.place(0), 0.0);
        QCOMPARE(scale.place(50), 0.5);
        QCOMPARE(scale.place(1000), 1.0);
        QCOMPARE(scale.place(-1000), 0.0);
        QCOMPARE(scale.place(std::numeric_limits<double>::quiet_NaN()), 0.0);
    }

    void digitsAreAsManyAsTheMarksNeed()
    {
        QCOMPARE(PlotScale(0, 100, 4).decimals(), 0);
        QCOMPARE(PlotScale(0, 1, 4).decimals(), 2); // 0.25
        QCOMPARE(PlotScale(0, 0.031, 4).decimals(), 2);
        QCOMPARE(PlotScale(0, 10, 4).decimals(), 1); // 2.5
    }
};

KAGURA_TEST(TestPlotScale)
#include "tst_plotscale.moc"
