// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/keyhint.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestKeyHint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAButtonForMouseKeyboardAndScreenReader()
    {
        KeyHint hint(u"Ctrl K"_s, u"All commands"_s);
        QSignalSpy clicked(&hint, &KeyHint::clicked);
        hint.resize(hint.sizeHint());
        QTest::mouseClick(&hint, Qt::LeftButton);
        QTest::keyClick(&hint, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&hint);
        QCOMPARE(interface->role(), QAccessible::Button);
        QCOMPARE(interface->text(QAccessible::Name), u"All commands"_s);
    }
};

KAGURA_TEST(TestKeyHint)
#include "tst_keyhint.moc"
