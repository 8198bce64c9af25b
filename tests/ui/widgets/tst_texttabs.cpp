// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/texttabs.h"

#include <QTest>

using namespace kagura;

class TestTextTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsChooseAndWordsHaveRoom()
    {
        TextTabs tabs(QStringLiteral("Sides"));
        tabs.setTheme(Theme());
        tabs.addTab(QStringLiteral("Key"));
        tabs.addTab(QStringLiteral("Conversation"));
        tabs.resize(376, tabs.height());
        tabs.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tabs));
        QVERIFY(tabs.tabRect(1).width() > tabs.tabRect(0).width());
        tabs.setFocus();
        QTest::keyClick(&tabs, Qt::Key_Right);
        QCOMPARE(tabs.currentIndex(), 1);
        QCOMPARE(tabs.accessibleName(), QStringLiteral("Sides"));
    }
};

KAGURA_TEST(TestTextTabs)
#include "tst_texttabs.moc"
