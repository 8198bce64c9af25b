// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/shell/widgetwalk.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/themecontroller.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<MainWindow> m_window;
    QWidget *m_chat = nullptr;
    QWidget *m_settings = nullptr;

    template <typename T>
    T *part(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }

    static QWidget *makePage(const QString &name)
    {
        auto *page = new QWidget;
        page->setObjectName(name);
        auto *field = new QLineEdit(page);
        field->setObjectName(name + u"Field"_s);
        field->setAccessibleName(name);
        return page;
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_chat = makePage(u"chat"_s);
        m_settings = makePage(u"settings"_s);
        m_window->addPage(m_chat, u"chat"_s, u"Chat"_s);
        m_window->addPage(m_settings, u"settings"_s, u"Settings"_s, MainWindow::Place::Bottom);
        m_window->setState(u"Ready"_s, ColorToken::Ok);
        m_window->resize(1000, 640);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void aPageIsOneRegistrationAndItsKey()
    {
        auto *pages = part<QStackedWidget>("pages");
        QCOMPARE(pages->currentWidget(), m_chat);
        QTest::mouseClick(part<QAbstractButton>("rail.settings"), Qt::LeftButton);
        QCOMPARE(pages->currentWidget(), m_settings);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(pages->currentWidget(), m_chat);
        QVERIFY(part<QAbstractButton>("rail.chat")->isChecked());
        QVERIFY(!part<QAbstractButton>("rail.settings")->isChecked());
    }

    void theFrameHasItsMeasures()
    {
        QCOMPARE(part<QWidget>("rail")->width(), 56);
        QCOMPARE(part<QWidget>("statusBar")->height(), 28);
        QVERIFY(part<QWidget>("rail.settings")->geometry().bottom()
                > part<QWidget>("rail")->height() - 30);
        m_window->setTheme(Theme(Theme::Scheme::Dark, 2.0));
        QTRY_COMPARE(part<QWidget>("rail")->width(), 112);
    }

    void theStatusIsInWords()
    {
        m_window->setCallsInFlight(2);
        m_window->setCacheMode(u"off"_s, false);
        QVERIFY(part<QLabel>("cacheMode")->text().endsWith(u"off"_s));
        m_window->setCacheMode({}, true);
        QVERIFY(part<QLabel>("cacheMode")->isHidden());
        QVERIFY(part<QLabel>("callsInFlight")->text().startsWith(u"2 "_s));
        QCOMPARE(part<QLabel>("state")->text(), u"Ready"_s);
        QVERIFY(!part<QLabel>("spentToday")->isVisible());
        m_window->setSpentToday(u"$0.42"_s);
        QVERIFY(part<QLabel>("spentToday")->isVisible());
        QVERIFY(part<QLabel>("spentToday")->text().endsWith(u"$0.42"_s));
    }

    void thePaletteOpensByKeyAndRunsCommands()
    {
        QAction command(u"Theme: dark"_s);
        QSignalSpy ran(&command, &QAction::triggered);
        m_window->setCommands({&command});
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *input = part<QLineEdit>("commandInput");
        QTRY_VERIFY(input->hasFocus());
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(ran.count(), 1);
    }

    void everythingHasANameAndIsReachedByTheKeyboard()
    {
        m_window->offerUndo(u"Deleted “Notes”"_s, [] {});
        const QStringList faults = test::accessFaults(*m_window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void thePaletteAndTheToastFloatInsideTheWindow()
    {
        m_window->notify(u"Copied"_s);
        const QWidget *toast = part<QWidget>("toast");
        QVERIFY(toast->isVisible());
        QVERIFY(m_window->rect().contains(toast->geometry().center()));
        QVERIFY(toast->geometry().bottom() <= m_window->height());
    }

    void itTellsItsPlaceWhenItCloses()
    {
        QSignalSpy closing(m_window.get(), &MainWindow::closing);
        m_window->close();
        QCOMPARE(closing.count(), 1);
        QVERIFY(!closing.constFirst().constFirst().toByteArray().isEmpty());
    }
};

KAGURA_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
