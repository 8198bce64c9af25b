// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/widgets/statuscell.h"

#include <QAccessible>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestStatusCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateIsSaidInWords()
    {
        QWidget bar;
        StatusCell cell(&bar);
        bar.show();
        QVERIFY(!cell.isVisible());
        cell.setParts({{u"2"_s, true, ColorToken::Text}, {u" calls in flight"_s}}, ColorToken::Ok);
        QVERIFY(cell.isVisible());
        QCOMPARE(QAccessible::queryAccessibleInterface(&cell)->text(QAccessible::Name),
                 u"2 calls in flight"_s);
        cell.setParts({});
        QVERIFY(!cell.isVisible());
    }

    void theDotTakesRoomBesideTheWords()
    {
        StatusCell cell;
        cell.setParts({{u"Ready"_s}});
        const int plain = cell.sizeHint().width();
        cell.setParts({{u"Ready"_s}}, ColorToken::Ok);
        QVERIFY(cell.sizeHint().width() > plain);
        QVERIFY(!cell.grab().isNull());
    }
};

KAGURA_TEST(TestStatusCell)
#include "tst_statuscell.moc"
