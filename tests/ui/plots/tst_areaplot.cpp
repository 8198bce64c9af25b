// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/plots/plotwalk.h"
#include "ui/plots/areaplot.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestAreaPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_plot = std::make_unique<AreaPlot>();
        m_plot->setTheme(Theme());
        m_plot->setAccessibleName(u"Hit rate"_s);
        m_plot->resize(640, 240);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        m_plot->activateWindow();
    }

    void theKeyboardGoesFromPlaceToPlace()
    {
        m_plot->setData(week());
        m_plot->setFocus();
        QTRY_VERIFY(m_plot->hasFocus());
        QSignalSpy said(m_plot.get(), &Plot::readoutChanged);
        QTest::keyClick(m_plot.get(), Qt::Key_Left); // from nowhere to the newest
        QCOMPARE(m_plot->place(), 6);
        QTest::keyClick(m_plot.get(), Qt::Key_Right); // there is no more
        QCOMPARE(m_plot->place(), 6);
        QTest::keyClick(m_plot.get(), Qt::Key_Home);
        QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QCOMPARE(m_plot->place(), 0);
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        QCOMPARE(said.constLast().at(0).toString(), u"day 1: 41"_s);
        QTest::keyClick(m_plot.get(), Qt::Key_End);
        QCOMPARE(m_plot->readout(), u"day 6: 46"_s);
        QTest::keyClick(m_plot.get(), Qt::Key_Escape);
        QCOMPARE(m_plot->readout(), QString());
    }

    void theMouseShowsWhatIsUnderIt()
    {
        m_plot->setData(week());
        QSignalSpy chosen(m_plot.get(), &Plot::chosen);
        QTest::mouseMove(m_plot.get(), QPoint(52, 100));
        QTRY_COMPARE(m_plot->place(), 0);
        QTest::mouseMove(m_plot.get(), QPoint(515, 100));
        QTRY_COMPARE(m_plot->place(), 6);
        QTest::mouseClick(m_plot.get(), Qt::LeftButton, {}, QPoint(515, 100));
        QCOMPARE(chosen.size(), 1);
        QTest::mouseMove(m_plot.get(), QPoint(5, 5));
        QTRY_COMPARE(m_plot->place(), -1);
    }

    void aScreenReaderHearsTheSummaryAndThePlace()
    {
        m_plot->setData(week());
        m_plot->setSummary(u"It rose."_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(m_plot.get())->role(), QAccessible::Chart);
        QCOMPARE(heardOf(*m_plot, QAccessible::Description), u"It rose."_s);
        QCOMPARE(heardOf(*m_plot, QAccessible::Name), u"Hit rate"_s);
        m_plot->setPlace(2);
        QCOMPARE(heardOf(*m_plot, QAccessible::Value), u"day 2: 42"_s);
        QCOMPARE(heardOf(*m_plot, QAccessible::Name), u"Hit rate. day 2: 42"_s);
    }

    void itIsPaintedInLightAndDarkAtAnySize()
    {
        m_plot->setData(week());
        for (const Theme::Scheme scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            m_plot->setTheme(Theme(scheme));
            QVERIFY(hasColour(pictureOf(*m_plot), m_plot->theme().color(ColorToken::Border)));
        }
        const QImage before = pictureOf(*m_plot);
        m_plot->setPlace(3);
        QVERIFY(pictureOf(*m_plot) != before);
        m_plot->setFixedSize(1, 1); // nothing to see, and nothing breaks
        static_cast<void>(pictureOf(*m_plot));
    }

    void nothingAndOneAreShownToo()
    {
        static_cast<void>(pictureOf(*m_plot));
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        QCOMPARE(m_plot->place(), -1);
        AreaData one = week();
        one.places = QStringList{u"today"_s};
        m_plot->setData(one);
        static_cast<void>(pictureOf(*m_plot));
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        QCOMPARE(m_plot->place(), 0);
        m_plot->setData(AreaData());
        QCOMPARE(m_plot->place(), -1);
    }

private:
    static AreaData week()
    {
        AreaData data;
        AreaData::Series memory{u"Memory"_s, {}, u"33 %"_s};
        AreaData::Series disk{u"Disk"_s, {}, u"10 %"_s};
        for (int day = 0; day < 7; ++day) {
            data.places.append(u"%1 Nov"_s.arg(day));
            data.readouts.append(u"day %1: %2"_s.arg(day).arg(40 + day));
            memory.values.append(30 + day);
            disk.values.append(10);
        }
        data.series = {memory, disk};
        data.events = {{2, u"another system prompt"_s}};
        data.unit = u" %"_s;
        return data;
    }

    std::unique_ptr<AreaPlot> m_plot;
};

KAGURA_TEST(TestAreaPlot)
#include "tst_areaplot.moc"
