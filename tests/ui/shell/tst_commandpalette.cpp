// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/shell/commandpalette.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_page = nullptr;
    CommandPalette *m_palette = nullptr;
    std::unique_ptr<QAction> m_theme;
    std::unique_ptr<QAction> m_quit;

    QLineEdit *input() const { return m_palette->findChild<QLineEdit *>(); }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 600);
        m_page = new QLineEdit(m_window.get());
        m_page->setGeometry(10, 500, 200, 30);
        m_palette = new CommandPalette(m_window.get());
        m_theme = std::make_unique<QAction>(u"Theme: dark"_s);
        m_quit = std::make_unique<QAction>(u"Quit"_s);
        m_palette->setCommands({m_theme.get(), m_quit.get()});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_page->setFocus();
        m_palette->open();
        QTRY_VERIFY(input()->hasFocus());
    }

    void cleanup() { m_window.reset(); }

    void enterRunsTheCommandAndGivesTheFocusBack()
    {
        QSignalSpy quit(m_quit.get(), &QAction::triggered);
        QTest::keyClicks(input(), u"qu"_s);
        QTest::keyClick(input(), Qt::Key_Return);
        QCOMPARE(quit.count(), 1);
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_page->hasFocus());
    }

    void arrowsChooseAndStayInside()
    {
        QSignalSpy quit(m_quit.get(), &QAction::triggered);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(input(), Qt::Key_Down);
        QCOMPARE(input()->accessibleDescription(), u"Quit"_s);
        QTest::keyClick(input(), Qt::Key_Return);
        QCOMPARE(quit.count(), 1);
    }

    void itCloses_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("by Esc") << int(Qt::Key_Escape);
        QTest::newRow("by Tab") << int(Qt::Key_Tab);
        QTest::newRow("by a click beside it") << 0;
    }

    void itCloses()
    {
        QFETCH(const int, key);
        if (key != 0)
            QTest::keyClick(input(), static_cast<Qt::Key>(key));
        else
            QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!m_palette->isVisible());
    }

    void whereNothingFitsItSaysSo()
    {
        QTest::keyClicks(input(), u"zzz"_s);
        QVERIFY(m_palette->findChild<QWidget *>(u"noCommand"_s)->isVisible());
        QTest::keyClick(input(), Qt::Key_Return);
        QVERIFY(m_palette->isVisible());
    }

    void itFitsIntoASmallWindow()
    {
        m_window->resize(320, 260);
        QTRY_VERIFY(m_palette->geometry().width() <= 320 + 32);
        QVERIFY(m_palette->findChild<QListView *>()->height() >= 36);
    }

    void theSecondOpeningBeginsAnew()
    {
        QTest::keyClicks(input(), u"qu"_s);
        QTest::keyClick(input(), Qt::Key_Escape);
        m_palette->open();
        QVERIFY(input()->text().isEmpty());
        QCOMPARE(m_palette->findChild<QListView *>()->model()->rowCount(), 2);
    }
};

KAGURA_TEST(TestCommandPalette)
#include "tst_commandpalette.moc"
