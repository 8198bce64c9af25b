// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/cachepage.h"
#include "ui/cache/feedpane.h"
#include "ui/cache/operationspane.h"
#include "ui/widgets/segments.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCachePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<CachePage>(new QWidget);
        m_page->setTheme(Theme());
        m_page->resize(1300, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void tabsStandInTheirOrderAndTellWhenTheyAreShown()
    {
        auto *statistics = new QLabel(u"statistics"_s);
        m_page->addTab(CachePage::Tab::Statistics, u"Statistics"_s, statistics);
        auto *tabs = m_page->findChild<Segments *>(u"cacheTabs"_s);
        QStringList titles;
        for (int i = 0; i < tabs->count(); ++i)
            titles.append(tabs->tabText(i));
        QCOMPARE(titles, (QStringList{u"Entries"_s, u"Statistics"_s, u"Operations"_s, u"Live"_s}));
        QCOMPARE(m_page->tab(), CachePage::Tab::Entries);
        QSignalSpy shown(m_page.get(), &CachePage::tabShown);
        m_page->showTab(CachePage::Tab::Statistics);
        QVERIFY(statistics->isVisible());
        QCOMPARE(shown.last().first().value<CachePage::Tab>(), CachePage::Tab::Statistics);
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QVERIFY(m_page->operations().isVisible());
        QTest::keyClick(tabs, Qt::Key_Right);
        QVERIFY(m_page->feed().isVisible());
    }

    void theModeIsSaidAndChosen()
    {
        auto *picker = m_page->findChild<QPushButton *>(u"cacheModePicker"_s);
        m_page->setMode(u"read-only"_s);
        QCOMPARE(picker->text(), u"Mode: Read only"_s);
        QSignalSpy chosen(m_page.get(), &CachePage::modeChosen);
        picker->click();
        auto *menu = m_page->findChild<QMenu *>(u"cacheModes"_s);
        QVERIFY(menu->actions().at(1)->isChecked());
        menu->actions().at(4)->trigger();
        QCOMPARE(chosen.first().first().toString(), u"offline"_s);
        menu->close();
    }

private:
    std::unique_ptr<CachePage> m_page;
};

KAGURA_TEST(TestCachePage)
#include "tst_cachepage.moc"
