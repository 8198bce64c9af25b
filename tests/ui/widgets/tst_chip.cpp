// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/chip.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestChip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoiceIsTakenByKeyboardAndTellsItsFigure()
    {
        Chip chip(Chip::Use::Choice, QStringLiteral("Stale"));
        const int bare = chip.sizeHint().width();
        chip.setFigure(QStringLiteral("1,033"));
        QVERIFY(chip.sizeHint().width() > bare);
        QCOMPARE(chip.accessibleDescription(), QStringLiteral("1,033"));
        chip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chip));
        QSignalSpy clicked(&chip, &QAbstractButton::clicked);
        QTest::keyClick(&chip, Qt::Key_Space);
        QCOMPARE(clicked.size(), 1);
        QVERIFY(chip.isChecked());
    }

    void aBadgeTakesNoFocus()
    {
        const Chip badge(Chip::Use::Badge, QStringLiteral("fresh"));
        QCOMPARE(badge.focusPolicy(), Qt::NoFocus);
        QVERIFY(!badge.isCheckable());
    }
};

KAGURA_TEST(TestChip)
#include "tst_chip.moc"
