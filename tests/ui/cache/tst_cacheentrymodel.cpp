// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/cacheentrymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using Order = BrowserTable::Order;

class TestCacheEntryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesAreAskedForWhenTheirRowsComeNear();
    void aLateAnswerIsDropped();
    void aMillionRowsKeepAFewThousand();
    void aPageThatIsReadAgainMayHaveLost();
    void aFailureIsToldAndTheNextQuestionForgetsIt();
    void aChangedEntryChangesItsRow();
    void cellsSayWhatAnEntryIs();

private:
    //! Answers the last request with full pages as if there were a million entries.
    void answer(bool goesOn = true)
    {
        const CachePageRequest request = m_wanted->takeLast().first().value<CachePageRequest>();
        const qint64 newest = request.after ? request.after->id - 1 : 1'000'000;
        m_model->takePage(request.token, samplePage(newest, CacheEntryModel::PageSize, goesOn));
    }

    std::unique_ptr<CacheEntryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_wanted;
};

void TestCacheEntryModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<CacheEntryModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_wanted = std::make_unique<QSignalSpy>(m_model.get(), &CacheEntryModel::pageWanted);
    m_model->setNow(sampleNow());
}

void TestCacheEntryModel::pagesAreAskedForWhenTheirRowsComeNear()
{
    m_model->ask(u"model:gpt*"_s, Order::Newest);
    QVERIFY(m_model->isWaiting());
    QCOMPARE(m_wanted->size(), 1);
    const auto first = m_wanted->constFirst().first().value<CachePageRequest>();
    QCOMPARE(first.query, u"model:gpt*"_s);
    QVERIFY(!first.after);
    answer();
    QVERIFY(!m_model->isWaiting());
    QCOMPARE(m_model->rowCount(), CacheEntryModel::PageSize);
    m_model->attend(0, 20);
    QCOMPARE(m_wanted->size(), 0);
    m_model->attend(40, 60);
    QCOMPARE(m_wanted->size(), 1);
    m_model->attend(45, 65);
    QCOMPARE(m_wanted->size(), 1); // it is under way
    QCOMPARE(m_wanted->constFirst().first().value<CachePageRequest>().after->id,
             1'000'001 - CacheEntryModel::PageSize);
    answer(false);
    QCOMPARE(m_model->rowCount(), 2 * CacheEntryModel::PageSize);
    QVERIFY(m_model->isComplete());
    m_model->attend(180, 199);
    QCOMPARE(m_wanted->size(), 0);
}

void TestCacheEntryModel::aLateAnswerIsDropped()
{
    m_model->ask({}, Order::Newest);
    const auto late = m_wanted->takeLast().first().value<CachePageRequest>();
    m_model->ask(u"hits:0"_s, Order::Largest);
    m_model->takePage(late.token, samplePage(10, 10, false));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->takeFailure(late.token, Error{Error::Kind::Storage, u"late"_s});
    QVERIFY(!m_model->failure());
    answer();
    QCOMPARE(m_model->rowCount(), CacheEntryModel::PageSize);
    m_model->takePage(0, samplePage(10, 10, false));
    QCOMPARE(m_model->rowCount(), CacheEntryModel::PageSize);
}

void TestCacheEntryModel::aMillionRowsKeepAFewThousand()
{
    m_tester.reset(); // it looks at every row
    m_model->ask({}, Order::Newest);
    answer();
    constexpr int Pages = 3 * CacheEntryModel::KeptPages;
    for (int page = 1; page < Pages; ++page) {
        const int last = m_model->rowCount() - 1;
        m_model->attend(last - 20, last);
        answer();
    }
    QCOMPARE(m_model->rowCount(), Pages * CacheEntryModel::PageSize);
    int known = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        known += m_model->entryAt(row) ? 1 : 0;
    QVERIFY2(known <= (CacheEntryModel::KeptPages + 1) * CacheEntryModel::PageSize,
             qPrintable(QString::number(known)));
    QVERIFY(!m_model->entryAt(0));
    m_model->attend(0, 20);
    QCOMPARE(m_wanted->size(), 1);
    QVERIFY(!m_wanted->constFirst().first().value<CachePageRequest>().after);
    answer();
    QCOMPARE(m_model->entryAt(0)->id, 1'000'000);
    QCOMPARE(m_model->rowCount(), Pages * CacheEntryModel::PageSize);
}

void TestCacheEntryModel::aPageThatIsReadAgainMayHaveLost()
{
    m_tester.reset();
    m_model->ask({}, Order::Newest);
    answer();
    for (int page = 1; page < CacheEntryModel::KeptPages; ++page) {
        const int last = m_model->rowCount() - 1;
        m_model->attend(last - 20, last);
        answer();
    }
    const int rows = m_model->rowCount();
    m_model->attend(0, 20);
    const auto again = m_wanted->takeLast().first().value<CachePageRequest>();
    m_model->takePage(again.token, samplePage(1'000'000, 30, true));
    QCOMPARE(m_model->rowCount(), rows);
    QVERIFY(m_model->entryAt(29));
    QVERIFY(!m_model->entryAt(30));
    QVERIFY(!m_model->index(30, CacheEntryModel::Model).data().isValid());
}

void TestCacheEntryModel::aFailureIsToldAndTheNextQuestionForgetsIt()
{
    m_model->ask({}, Order::Newest);
    const auto request = m_wanted->takeLast().first().value<CachePageRequest>();
    m_model->takeFailure(request.token, Error{Error::Kind::Storage, u"the disk is gone"_s});
    QCOMPARE(m_model->failure()->message, u"the disk is gone"_s);
    QVERIFY(!m_model->isWaiting());
    m_model->ask({}, Order::Newest);
    QVERIFY(!m_model->failure());
    QVERIFY(m_model->isWaiting());
}

void TestCacheEntryModel::aChangedEntryChangesItsRow()
{
    m_model->ask({}, Order::Newest);
    answer(false);
    CacheEntry entry = *m_model->entryAt(3);
    entry.isPinned = true;
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->replace(entry);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->index(3, CacheEntryModel::Expires).data().toString(), u"never"_s);
    m_model->replace(sampleEntry(7));
    QCOMPARE(changed.size(), 1);
}

void TestCacheEntryModel::cellsSayWhatAnEntryIs()
{
    m_model->ask({}, Order::Newest);
    answer(false);
    QStringList cells;
    for (int column = 0; column < CacheEntryModel::ColumnCount; ++column)
        cells.append(m_model->index(0, column).data().toString());
    QCOMPARE(cells,
             (QStringList{u"fresh"_s, u"triage"_s, u"gpt-4o-mini"_s,
                          u"Group last night's 312 failures by cause"_s,
                          u"Three causes explain 296 of 312 failures"_s, u"25k / 412"_s,
                          u"$0.008"_s, u"2"_s, u"16 d"_s, u"14 d"_s, u"262 KB"_s, u"OpenAI"_s,
                          QString(), u"stop"_s, QString()}));
    for (int column = 1; column < CacheEntryModel::ColumnCount; ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

KAGURA_TEST(TestCacheEntryModel)
#include "tst_cacheentrymodel.moc"
