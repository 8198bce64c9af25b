// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/shell/toastbar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestToastBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theActionRunsOnceAndTheMessageIsGone()
    {
        QWidget window;
        ToastBar toast(&window);
        window.show();
        int undone = 0;
        toast.show(u"Deleted"_s, u"Undo"_s, [&undone] { ++undone; });
        auto *button = toast.findChild<QPushButton *>();
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(undone, 1);
        QVERIFY(!toast.isVisible());
    }

    void aLongMessageIsCutAndAForeignOneIsNoMarkup()
    {
        QWidget window;
        ToastBar toast(&window);
        window.show();
        toast.show(u"<b>x</b>"_s + QString(500, u'y'));
        QVERIFY(toast.text().size() < 200);
        QCOMPARE(toast.findChild<QLabel *>()->textFormat(), Qt::PlainText);
        QVERIFY(!toast.findChild<QPushButton *>()->isVisible());
    }
};

KAGURA_TEST(TestToastBar)
#include "tst_toastbar.moc"
