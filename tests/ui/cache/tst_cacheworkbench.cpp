// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/cacheentriespane.h"
#include "ui/cache/cachepreview.h"
#include "ui/cache/cachetable.h"
#include "ui/cache/cacheworkbench.h"
#include "ui/cache/queryfield.h"
#include "ui/cache/undoslot.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

//! The whole way of a person with a keyboard; the desk is played by the test.
class TestCacheWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_bench = std::make_unique<CacheWorkbench>(new QWidget);
        m_bench->setTheme(Theme());
        m_bench->resize(1300, 800);
        CacheEntryModel *model = &m_bench->entries().model();
        connect(model, &CacheEntryModel::pageWanted, model,
                [this, model](const CachePageRequest &request) {
                    m_asked.append(request);
                    model->takePage(request.token, samplePage(500, 30, false));
                });
        m_asked.clear();
        m_bench->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bench.get()));
        m_bench->entries().reload();
        m_bench->entries().field().edit().setFocus();
        QTest::keyClick(&m_bench->entries().field().edit(), Qt::Key_Down);
    }

    void walkingThroughTheRowsShowsEachOnce()
    {
        QSignalSpy wanted(m_bench.get(), &CacheWorkbench::detailWanted);
        QCOMPARE(m_bench->preview().entry()->id, 500);
        QTest::keyClick(&table(), Qt::Key_Down);
        QTest::keyClick(&table(), Qt::Key_Down);
        QCOMPARE(m_bench->preview().entry()->id, 498);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(m_bench->preview().isVisible());
        QTest::keyClick(&table(), Qt::Key_Space);
        QVERIFY(!m_bench->preview().isVisible());
        QTest::keyClick(&table(), Qt::Key_Space);
        QVERIFY(m_bench->preview().isVisible());
    }

    void delInvalidatesWhatIsChosenAndCtrlZTakesItBack()
    {
        QSignalSpy dryRuns(&m_bench->bulk(), &BulkBar::dryRunWanted);
        QSignalSpy confirmed(&m_bench->bulk(), &BulkBar::confirmed);
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table(), Qt::Key_Delete);
        QVERIFY(m_bench->bulk().isVisible());
        QCOMPARE(dryRuns.first().first().toString(), u"id:500,499"_s);
        m_bench->bulk().setDryRun(u"id:500,499"_s, BulkWay::Soft, {2, 100, 0, 0});
        auto *confirm = m_bench->findChild<QPushButton *>(u"bulkConfirm"_s);
        QTRY_VERIFY(confirm->isEnabled());
        QTest::keyClick(confirm, Qt::Key_Space);
        QCOMPARE(confirmed.size(), 1);
        InvalidationTable::Operation operation;
        operation.id = 7;
        operation.count = {2, 100, 0, 0};
        operation.undoUntil = QDateTime::currentDateTimeUtc().addSecs(600);
        const qsizetype asked = m_asked.size();
        m_bench->takeOperation(operation);
        QVERIFY(!m_bench->bulk().isVisible());
        QVERIFY(m_bench->findChild<UndoSlot *>(u"undoSlot"_s)->isVisible());
        QCOMPARE(m_asked.size(), asked + 1); // what is shown is read again
        QSignalSpy undone(m_bench.get(), &CacheWorkbench::undoRequested);
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.first().first().toLongLong(), 7);
        QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 1);
    }

    void whatWasStoppedOnTheWayIsUndoneAtItsEnd()
    {
        QSignalSpy undone(m_bench.get(), &CacheWorkbench::undoRequested);
        m_bench->findChild<QPushButton *>(u"bulkOfAll"_s)->click();
        m_bench->bulk().setDryRun({}, BulkWay::Soft, {30, 100, 0, 0});
        m_bench->findChild<QPushButton *>(u"bulkConfirm"_s)->click();
        m_bench->findChild<QPushButton *>(u"bulkCancel"_s)->click();
        InvalidationTable::Operation operation;
        operation.id = 8;
        m_bench->takeOperation(operation);
        QCOMPARE(undone.first().first().toLongLong(), 8);
        QVERIFY(!m_bench->findChild<UndoSlot *>(u"undoSlot"_s)->isVisible());
    }

    void twoChosenEntriesAreCompared()
    {
        QSignalSpy pairs(m_bench.get(), &CacheWorkbench::pairWanted);
        auto *diff = m_bench->findChild<QPushButton *>(u"diffEntry"_s);
        diff->click();
        QCOMPARE(pairs.size(), 0);
        QTest::keyClick(&table(), Qt::Key_Down);
        diff->click();
        QCOMPARE(pairs.first(), (QVariantList{qint64(500), qint64(499)}));
    }

    void aKeyLeadsToItsEntry()
    {
        const CacheKey key = sampleEntry(3).key;
        m_bench->showKey(key);
        QCOMPARE(m_bench->entries().query(), u"key:"_s + key.toHex());
        QCOMPARE(m_bench->entries().selected().size(), 1);
    }

    void aChangeIsShownWhereTheEntryIs()
    {
        CacheEntry entry = sampleEntry(500);
        entry.isPinned = true;
        m_bench->takeEntry(entry);
        QVERIFY(m_bench->entries().model().entryAt(0)->isPinned);
        QCOMPARE(m_bench->findChild<QPushButton *>(u"pinEntry"_s)->text(), u"Unpin"_s);
    }

private:
    [[nodiscard]] CacheTable &table() const { return m_bench->entries().table(); }

    std::unique_ptr<CacheWorkbench> m_bench;
    QList<CachePageRequest> m_asked;
};

KAGURA_TEST(TestCacheWorkbench)
#include "tst_cacheworkbench.moc"
