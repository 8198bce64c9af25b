// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/button.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsIconHasTheColourOfItsRole()
    {
        const Theme theme(Theme::Scheme::Dark);
        Button button(ButtonRole::Link, u"Paste a key…"_s);
        button.setIconName(u"key"_s);
        button.setTheme(theme);
        const QImage image = button.icon().pixmap(48, 48).toImage();
        bool isFound = false;
        for (int y = 0; y < image.height() && !isFound; ++y) {
            for (int x = 0; x < image.width() && !isFound; ++x)
                isFound = image.pixelColor(x, y) == theme.color(ColorToken::Accent);
        }
        QVERIFY(isFound);
    }

    void railButtonsAreSquaresOfTheFrame()
    {
        Button button(ButtonRole::Rail);
        button.setTheme(Theme(Theme::Scheme::Light, 1.5));
        QCOMPARE(button.size(), QSize(66, 66));
        QCOMPARE(button.iconSize(), QSize(30, 30));
    }

    void enterInAFieldPressesNoButtonByAccident()
    {
        QVERIFY(!Button(ButtonRole::Danger, u"Remove"_s).autoDefault());
    }
};

KAGURA_TEST(TestButton)
#include "tst_button.moc"
