// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/plots/plotwalk.h"
#include "ui/plots/barplot.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestBarPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBarIsReachedAndRead()
    {
        BarPlot plot;
        prepare(plot);
        QTest::keyClick(&plot, Qt::Key_Home);
        QCOMPARE(plot.readout(), u"Never seen: 11,204, 49 %"_s);
        QTest::keyClick(&plot, Qt::Key_Down);
        QCOMPARE(plot.readout(), u"Evicted: 655, 3 %"_s);
        QTest::mouseMove(&plot, QPoint(50, 10));
        QTRY_COMPARE(plot.place(), 0);
    }

    void whatOneCanDoSomethingAboutHasAColourOfItsOwn()
    {
        BarPlot plot;
        prepare(plot);
        const QImage picture = pictureOf(plot);
        QVERIFY(hasColour(picture, plot.theme().color(ColorToken::Accent)));
        QVERIFY(hasColour(picture, plot.theme().color(ColorToken::StrongBorder)));
    }

    void longNamesLeaveTheBarsTheirRoom()
    {
        BarPlot plot;
        prepare(plot);
        BarData data = plot.data();
        data.bars[0].name = QString(500, u'W');
        plot.setData(data);
        plot.resize(200, 80);
        QVERIFY(hasColour(pictureOf(plot), plot.theme().color(ColorToken::StrongBorder)));
    }

private:
    static void prepare(BarPlot &plot)
    {
        plot.setTheme(Theme());
        plot.setData({{{u"Never seen"_s, 11204, u"11,204"_s, u"49 %"_s, false},
                       {u"Evicted"_s, 655, u"655"_s, u"3 %"_s, true}}});
        plot.resize(420, 60);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
    }
};

KAGURA_TEST(TestBarPlot)
#include "tst_barplot.moc"
