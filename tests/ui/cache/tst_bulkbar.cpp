// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/bulkbar.h"
#include "ui/widgets/segments.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestBulkBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_bar = std::make_unique<BulkBar>();
        m_bar->setTheme(Theme());
        m_bar->resize(900, 60);
        m_dryRuns = std::make_unique<QSignalSpy>(m_bar.get(), &BulkBar::dryRunWanted);
        m_confirmed = std::make_unique<QSignalSpy>(m_bar.get(), &BulkBar::confirmed);
        m_bar->open(u"hits:0"_s, u"All that hits:0 means"_s);
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }

    void nothingCanBeConfirmedBeforeItIsCounted()
    {
        QCOMPARE(m_dryRuns->size(), 1);
        QVERIFY(!confirm()->isEnabled());
        m_bar->setDryRun(u"hits:1"_s, BulkWay::Soft, {5, 0, 0, 0});
        m_bar->setDryRun(u"hits:0"_s, BulkWay::Hard, {5, 0, 0, 0});
        QVERIFY(!confirm()->isEnabled());
        m_bar->setDryRun(u"hits:0"_s, BulkWay::Soft, {312, 38 * 1024, 2'710'000, 6});
        QVERIFY(confirm()->isEnabled());
        QVERIFY(title().contains(u"312 entries"_s) && title().contains(u"6 pinned skipped"_s));
        QTest::keyClick(confirm(), Qt::Key_Space);
        QCOMPARE(m_confirmed->size(), 1);
        QVERIFY(!confirm()->isEnabled()); // not twice
        QVERIFY(!m_bar->finish());
        QVERIFY(!m_bar->isVisible());
    }

    void softIsTheBeginningAndAnotherWayIsCountedAnew()
    {
        QCOMPARE(m_bar->way(), BulkWay::Soft);
        auto *ways = m_bar->findChild<Segments *>(u"bulkWay"_s);
        ways->setFocus();
        QTest::keyClick(ways, Qt::Key_Right);
        QCOMPARE(m_bar->way(), BulkWay::Hard);
        QCOMPARE(m_dryRuns->size(), 2);
        m_bar->dismiss();
        m_bar->open(u"is:stale"_s, u"All"_s);
        QCOMPARE(m_bar->way(), BulkWay::Soft);
        QCOMPARE(m_dryRuns->size(), 3);
    }

    void manyWantTheirNumberTyped()
    {
        m_bar->setDryRun(u"hits:0"_s, BulkWay::Soft, {12'345, 0, 0, 0});
        QVERIFY(!confirm()->isEnabled());
        auto *typed = m_bar->findChild<QLineEdit *>(u"bulkTyped"_s);
        QVERIFY(typed->isVisible());
        QTest::keyClicks(typed, u"12,34"_s);
        QVERIFY(!confirm()->isEnabled());
        QTest::keyClicks(typed, u"5"_s);
        QVERIFY(confirm()->isEnabled());
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(m_confirmed->size(), 1);
    }

    void erasingWantsTypingForMoreThanOneAndCannotBeStopped()
    {
        m_bar->dismiss();
        m_bar->open(u"tag:x"_s, u"All"_s, BulkWay::Erase);
        m_bar->setDryRun(u"tag:x"_s, BulkWay::Erase, {2, 100, 0, 1});
        QVERIFY(!confirm()->isEnabled());
        QTest::keyClicks(m_bar->findChild<QLineEdit *>(u"bulkTyped"_s), u"2"_s);
        confirm()->click();
        QCOMPARE(m_confirmed->last().at(1).value<BulkWay>(), BulkWay::Erase);
        QVERIFY(!m_bar->findChild<QPushButton *>(u"bulkCancel"_s)->isEnabled());
    }

    void stoppingOnTheWayIsToldAtTheEnd()
    {
        m_bar->setDryRun(u"hits:0"_s, BulkWay::Soft, {3, 0, 0, 0});
        confirm()->click();
        QTest::keyClick(m_bar.get(), Qt::Key_Escape);
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_bar->finish());
    }

    void whatIsPinnedAloneLeavesNothingToDo()
    {
        m_bar->setDryRun(u"hits:0"_s, BulkWay::Soft, {0, 0, 0, 4});
        QVERIFY(title().contains(u"pinned"_s));
        QVERIFY(!confirm()->isEnabled());
        QTest::keyClick(m_bar.get(), Qt::Key_Escape);
        QVERIFY(!m_bar->isVisible());
    }

private:
    [[nodiscard]] QPushButton *confirm() const
    {
        return m_bar->findChild<QPushButton *>(u"bulkConfirm"_s);
    }
    [[nodiscard]] QString title() const
    {
        return m_bar->findChild<QLabel *>(u"bulkTitle"_s)->text();
    }

    std::unique_ptr<BulkBar> m_bar;
    std::unique_ptr<QSignalSpy> m_dryRuns;
    std::unique_ptr<QSignalSpy> m_confirmed;
};

KAGURA_TEST(TestBulkBar)
#include "tst_bulkbar.moc"
