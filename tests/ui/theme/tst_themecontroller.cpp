// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestThemeController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoiceDressesTheApplicationAtOnce()
    {
        ThemeController controller;
        QSignalSpy changed(&controller, &ThemeController::changed);
        controller.setChoice(ThemeController::Choice::Dark);
        QVERIFY(controller.theme().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 controller.theme().color(ColorToken::Background));
        controller.setChoice(ThemeController::Choice::Light);
        QVERIFY(!controller.theme().isDark());
        QCOMPARE(changed.count(), 2);
        controller.setChoice(ThemeController::Choice::Light);
        QCOMPARE(changed.count(), 2);
    }

    void zoomStaysInItsRange()
    {
        ThemeController controller;
        controller.setZoomPercent(1000);
        QCOMPARE(controller.zoomPercent(), 300);
        controller.setZoomPercent(1);
        QCOMPARE(controller.zoomPercent(), 50);
    }
};

KAGURA_TEST(TestThemeController)
#include "tst_themecontroller.moc"
