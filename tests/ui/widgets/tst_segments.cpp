// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/segments.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;

class TestSegments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsChooseAndEachHasRoomForItsWords()
    {
        Segments segments(QStringLiteral("Kind"));
        segments.setTheme(Theme());
        segments.addTab(QStringLiteral("Soft"));
        segments.addTab(QStringLiteral("Hard and for a longer time"));
        segments.show();
        QVERIFY(QTest::qWaitForWindowExposed(&segments));
        QVERIFY(segments.tabRect(1).width() > segments.tabRect(0).width());
        QCOMPARE(segments.sizeHint().height(), segments.height());
        QSignalSpy changed(&segments, &QTabBar::currentChanged);
        segments.setFocus();
        QTest::keyClick(&segments, Qt::Key_Right);
        QCOMPARE(segments.currentIndex(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(segments.accessibleName(), QStringLiteral("Kind"));
    }
};

KAGURA_TEST(TestSegments)
#include "tst_segments.moc"
