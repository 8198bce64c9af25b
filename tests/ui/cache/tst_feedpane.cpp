// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/feedpane.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

FeedRow row(quint64 number, CacheNote::Outcome outcome, CacheReason reason = CacheReason::None)
{
    FeedRow made;
    made.number = number;
    made.at = sampleNow();
    made.note.outcome = outcome;
    made.note.reason = reason;
    made.note.key = sampleEntry(qint64(number)).key;
    made.note.model = u"gpt-4o"_s;
    made.canExplain = outcome == CacheNote::Outcome::Miss;
    return made;
}

} // namespace

class TestFeedPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<FeedPane>();
        m_pane->setTheme(Theme());
        m_pane->resize(1200, 600);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }

    void theNewestIsOnTopAndTheOldestGo()
    {
        FeedModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < FeedModel::MostRows + 5; ++i)
            model.add(row(quint64(i), CacheNote::Outcome::Hit));
        QCOMPARE(model.rowCount(), FeedModel::MostRows);
        QCOMPARE(model.row(0).number, quint64(FeedModel::MostRows + 4));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void everyOutcomeDiffersInWords()
    {
        QSet<QString> words;
        for (const auto outcome :
             {CacheNote::Outcome::Hit, CacheNote::Outcome::Miss, CacheNote::Outcome::Bypass,
              CacheNote::Outcome::Stored, CacheNote::Outcome::Rejected})
            words.insert(FeedModel::outcomeText(row(1, outcome).note));
        QCOMPARE(words.size(), 5);
        FeedRow hit = row(1, CacheNote::Outcome::Hit);
        hit.note.tier = ChatReply::Origin::Disk;
        QCOMPARE(FeedModel::whyText(hit.note), u"from disk"_s);
        hit.note.isStale = true;
        QVERIFY(FeedModel::whyText(hit.note).startsWith(u"stale"_s));
    }

    void aMissIsExplainedWhenItIsChosen()
    {
        QSignalSpy wanted(m_pane.get(), &FeedPane::missWanted);
        QSignalSpy opened(m_pane.get(), &FeedPane::entryRequested);
        m_pane->add(row(1, CacheNote::Outcome::Miss, CacheReason::NeverSeen));
        m_pane->add(row(2, CacheNote::Outcome::Hit));
        auto *table = m_pane->findChild<QTableView *>(u"feedTable"_s);
        table->setFocus();
        table->selectRow(0);
        QCOMPARE(wanted.size(), 0);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(wanted.first().first().toULongLong(), 1ULL);
        auto *card = m_pane->findChild<QWidget *>(u"missCard"_s);
        QVERIFY(!card->isVisible());
        MissDetail miss;
        miss.explanation.reason = CacheReason::NeverSeen;
        m_pane->setMiss(2, miss); // late, of another one
        QVERIFY(!card->isVisible());
        m_pane->setMiss(1, miss);
        QVERIFY(card->isVisible());
        // News above do not take away what is being read.
        m_pane->add(row(3, CacheNote::Outcome::Stored));
        QVERIFY(card->isVisible());
        m_pane->findChild<QPushButton *>(u"feedOpen"_s)->click();
        QCOMPARE(opened.first().first().value<CacheKey>(), sampleEntry(1).key);
    }

    void whatComesWhileItStandsStillIsHeldBack()
    {
        auto *table = m_pane->findChild<QTableView *>(u"feedTable"_s);
        m_pane->add(row(1, CacheNote::Outcome::Hit));
        m_pane->findChild<QPushButton *>(u"feedPause"_s)->click();
        m_pane->add(row(2, CacheNote::Outcome::Hit));
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(m_pane->findChild<QLabel *>(u"feedWords"_s)->text().contains(u"1"_s));
        m_pane->findChild<QPushButton *>(u"feedPause"_s)->click();
        QCOMPARE(table->model()->rowCount(), 2);
        m_pane->findChild<QPushButton *>(u"feedClear"_s)->click();
        QCOMPARE(table->model()->rowCount(), 0);
    }

private:
    std::unique_ptr<FeedPane> m_pane;
};

KAGURA_TEST(TestFeedPane)
#include "tst_feedpane.moc"
