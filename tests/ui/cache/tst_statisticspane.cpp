// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/cache/statisticspane.h"
#include "ui/cache/statisticstable.h"
#include "ui/plots/areaplot.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

StatisticsView view()
{
    StatisticsView view;
    view.isEmpty = false;
    view.hitRate = {u"63 %"_s, u"+4 points"_s, {1, 2, 3}};
    view.tiers.series = {{u"Memory"_s, {20, 30, 40}, u"30 %"_s}};
    view.tiers.places = QStringList{u"1 Nov"_s, u"2 Nov"_s, u"3 Nov"_s};
    view.tiers.readouts = QStringList{u"1 Nov: 20"_s, u"2 Nov: 30"_s, u"3 Nov: 40"_s};
    view.misses.bars = {{u"Never seen"_s, 3, u"3"_s, u"100 %"_s, false}};
    view.models = {{u"large"_s, {1, 2}, u"64 %"_s, u"10"_s, u"$1.00"_s}};
    view.offeredBudget = 2LL * 1024 * 1024 * 1024;
    view.whatIfNote = u"Estimated."_s;
    return view;
}

} // namespace

class TestStatisticsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<StatisticsPane>();
        m_pane->setTheme(Theme());
        m_pane->showView(view(), {u"large"_s, u"small"_s}, {u"critic"_s});
        m_pane->resize(1300, 800);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
    }

    void everyControlIsReachedAndNamed()
    {
        const QStringList faults = test::accessFaults(*m_pane);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aChoiceIsAnotherQuestion()
    {
        QSignalSpy asked(m_pane.get(), &StatisticsPane::questionChanged);
        m_pane->findChild<QTabBar *>(u"statisticsSpans"_s)->setCurrentIndex(0);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(m_pane->span(), StatisticsSpan::Day);
        auto *models = m_pane->findChild<QComboBox *>(u"statisticsModels"_s);
        models->setCurrentIndex(models->findData(u"small"_s));
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_pane->model(), u"small"_s);
        // An answer asks nothing, and leaves what was chosen, though it was not asked in that time.
        m_pane->showView(view(), {u"large"_s}, {});
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_pane->model(), u"small"_s);
    }

    void whatOneLooksAtStandsInTheHeadOfTheCard()
    {
        m_pane->findChild<AreaPlot *>(u"tierPlot"_s)->setPlace(1);
        bool isShown = false;
        for (const QLabel *label : m_pane->findChildren<QLabel *>())
            isShown = isShown || label->text() == "2 Nov: 30"_L1;
        QVERIFY(isShown);
    }

    void theOfferedBudgetIsAskedFor()
    {
        QSignalSpy wanted(m_pane.get(), &StatisticsPane::budgetRequested);
        auto *button = m_pane->findChild<QPushButton *>(u"whatIfBudget"_s);
        QVERIFY(button->isVisible());
        button->click();
        QCOMPARE(wanted.at(0).at(0).toLongLong(), 2LL * 1024 * 1024 * 1024);
        StatisticsView none = view();
        none.offeredBudget = 0;
        m_pane->showView(none, {}, {});
        QVERIFY(!button->isVisible());
    }

    void nothingAskedTeachesInASentence()
    {
        QSignalSpy write(m_pane.get(), &StatisticsPane::writeMessageRequested);
        m_pane->showView(StatisticsView(), {}, {});
        QWidget *empty = m_pane->findChild<QWidget *>(u"statisticsEmpty"_s);
        QVERIFY(empty->isVisible());
        empty->findChild<QPushButton *>()->click();
        QCOMPARE(write.size(), 1);
    }

    void aNarrowWindowStacksTheCards()
    {
        QWidget *tiers = m_pane->findChild<QWidget *>(u"tierPlot"_s);
        QWidget *misses = m_pane->findChild<QWidget *>(u"missPlot"_s);
        const auto top = [this](QWidget *part) { return part->mapTo(m_pane.get(), QPoint()).y(); };
        QTRY_COMPARE(top(tiers), top(misses));
        m_pane->resize(700, 800);
        QTRY_VERIFY(top(misses) > top(tiers));
    }

private:
    std::unique_ptr<StatisticsPane> m_pane;
};

KAGURA_TEST(TestStatisticsPane)
#include "tst_statisticspane.moc"
