// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/operationspane.h"
#include "ui/cache/undoslot.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestOperationsPane : public QObject
{
    Q_OBJECT

private:
    static InvalidationTable::Operation operation(qint64 id, const QDateTime &undoUntil)
    {
        InvalidationTable::Operation made;
        made.id = id;
        made.at = sampleNow().addSecs(-100);
        made.query = u"hits:0"_s;
        made.count = {312, 38 * 1024 * 1024, 0, 0};
        made.undoUntil = undoUntil;
        return made;
    }

private Q_SLOTS:
    void whatCanBeTakenBackIsUndoneByItsButton()
    {
        OperationsPane pane;
        pane.setTheme(Theme());
        pane.resize(1000, 500);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        auto *undo = pane.findChild<QPushButton *>(u"undoOperation"_s);
        QVERIFY(!undo->isEnabled());
        auto *table = pane.findChild<QTableView *>(u"operationsTable"_s);
        const QAbstractItemModelTester tester(
            table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        InvalidationTable::Operation undone = operation(1, sampleNow().addSecs(60));
        undone.isUndone = true;
        pane.setOperations(
            {operation(3, sampleNow().addSecs(60)), operation(2, sampleNow()), undone},
            sampleNow());
        QVERIFY(undo->isEnabled());
        QSignalSpy requested(&pane, &OperationsPane::undoRequested);
        undo->click();
        QCOMPARE(requested.first().first().toLongLong(), 3);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(!undo->isEnabled()); // its time is over
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(!undo->isEnabled()); // it was done
        QCOMPARE(table->model()->index(2, OperationModel::Undo).data().toString(), u"undone"_s);
    }

    void undoIsOfferedAsLongAsItCanBeDone()
    {
        QCOMPARE(UndoSlot::remainingText(sampleNow().addSecs(581), sampleNow()), u"9:41"_s);
        QCOMPARE(UndoSlot::remainingText(sampleNow(), sampleNow()), QString());
        UndoSlot slot;
        slot.setTheme(Theme());
        slot.offer(operation(7, QDateTime::currentDateTimeUtc().addSecs(600)));
        QVERIFY(slot.isVisible());
        QVERIFY(slot.findChild<QLabel *>(u"undoWords"_s)->text().contains(u"312"_s));
        QSignalSpy requested(&slot, &UndoSlot::undoRequested);
        slot.findChild<QPushButton *>(u"undoInvalidation"_s)->click();
        QCOMPARE(requested.first().first().toLongLong(), 7);
        QVERIFY(!slot.isVisible());
        slot.offer(operation(8, QDateTime::currentDateTimeUtc().addSecs(-1)));
        QVERIFY(!slot.isVisible());
        slot.offer(InvalidationTable::Operation()); // nothing was done
        QVERIFY(!slot.isVisible());
    }
};

KAGURA_TEST(TestOperationsPane)
#include "tst_operationspane.moc"
