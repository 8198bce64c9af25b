// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/plots/plotwalk.h"
#include "ui/plots/curveplot.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestCurvePlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublingsStandEquallyFarApart()
    {
        CurvePlot plot;
        prepare(plot);
        QList<int> places;
        for (int x = 0; x < plot.width(); ++x) {
            QTest::mouseMove(&plot, QPoint(x, 60));
            QCoreApplication::processEvents();
            if (plot.place() >= 0 && (places.isEmpty() || places.constLast() != plot.place()))
                places.append(plot.place());
        }
        QCOMPARE(places, (QList<int>{0, 1, 2, 3}));
    }

    void aPlaceIsReadByKeyboard()
    {
        CurvePlot plot;
        prepare(plot);
        QTest::keyClick(&plot, Qt::Key_End);
        QCOMPARE(plot.readout(), u"at 8: 62"_s);
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.readout(), u"at 4: 60"_s);
    }

    void whatIsAndWhatMightBeLookDifferent()
    {
        CurvePlot plot;
        prepare(plot);
        const QImage measured = pictureOf(plot);
        CurveData data = plot.data();
        data.now = 0;
        plot.setData(data);
        QVERIFY(pictureOf(plot) != measured);
    }

    void emptyAndFlatCurvesAreShownToo()
    {
        CurvePlot plot;
        prepare(plot);
        plot.setData(CurveData());
        static_cast<void>(pictureOf(plot));
        plot.setData({{{1, 5, {}, {}}}, 0, {}});
        static_cast<void>(pictureOf(plot));
        plot.setData({{{0, 0, {}, {}}, {0, 0, {}, {}}}, -1, {}});
        static_cast<void>(pictureOf(plot));
    }

private:
    static void prepare(CurvePlot &plot)
    {
        plot.setTheme(Theme());
        CurveData data;
        double hits = 41;
        for (const int size : {1, 2, 4, 8}) {
            data.points.append(
                {double(size), hits, u"%1 GB"_s.arg(size), u"at %1: %2"_s.arg(size).arg(hits)});
            hits += size == 1 ? 17 : 2;
        }
        data.now = 2;
        data.unit = u" %"_s;
        plot.setData(data);
        plot.resize(320, 200);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
    }
};

KAGURA_TEST(TestCurvePlot)
#include "tst_curveplot.moc"
