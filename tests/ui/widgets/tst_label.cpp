// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markupIsShownAsItStands()
    {
        Label label({}, u"<img src='/etc/hostname'>"_s);
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void anElidedOneTakesAnyWidthAndKeepsItsWordsForAScreenReader()
    {
        const QString words = u"Why did the nightly map cost three dollars more than before?"_s;
        Label label({TypeSize::Body, ColorToken::Text, QFont::Normal, LabelLook::Fit::Elided},
                    words);
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 4);
        label.resize(80, 20);
        QVERIFY(!label.grab().isNull());
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&label);
        QCOMPARE(interface->text(QAccessible::Name), words);
    }

    void typeAndInkFollowTheTheme()
    {
        Label label({TypeSize::Small, ColorToken::Text3, QFont::Medium});
        const Theme dark(Theme::Scheme::Dark, 2.0);
        label.setTheme(dark);
        QCOMPARE(label.font().pixelSize(), 24);
        QCOMPARE(label.palette().color(QPalette::WindowText), dark.color(ColorToken::Text3));
        label.setInk(ColorToken::Wait);
        QCOMPARE(label.palette().color(QPalette::WindowText), dark.color(ColorToken::Wait));
    }
};

KAGURA_TEST(TestLabel)
#include "tst_label.moc"
