// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/cache/sampleentries.h"
#include "ui/cache/cacheentriespane.h"
#include "ui/cache/cachetable.h"
#include "ui/cache/queryfield.h"
#include "ui/cache/viewchips.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/notice.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestCacheEntriesPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aQueryIsWrittenReadAndWalkedByKeyboard();
    void aFaultyQueryLeavesWhatIsShown();
    void scrollingToTheEndAsksForMore();
    void theSelectedEntryStaysSelectedOverAReload();
    void emptyFailedAndMissingSayWhatToDo();

private:
    void answer(int count, bool goesOn)
    {
        const CachePageRequest request = m_wanted->takeLast().first().value<CachePageRequest>();
        const qint64 newest = request.after ? request.after->id - 1 : 500;
        m_pane->model().takePage(request.token, samplePage(newest, count, goesOn));
    }
    [[nodiscard]] QString label(const char *name) const
    {
        return m_pane->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }

    std::unique_ptr<CacheEntriesPane> m_pane;
    std::unique_ptr<QSignalSpy> m_wanted;
};

void TestCacheEntriesPane::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_pane = std::make_unique<CacheEntriesPane>();
    m_pane->setTheme(Theme());
    m_pane->resize(1300, 700);
    m_wanted = std::make_unique<QSignalSpy>(&m_pane->model(), &CacheEntryModel::pageWanted);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->reload();
}

void TestCacheEntriesPane::aQueryIsWrittenReadAndWalkedByKeyboard()
{
    answer(100, true);
    QSignalSpy counts(m_pane.get(), &CacheEntriesPane::countWanted);
    QTest::keyClicks(&m_pane->field().edit(), u"hits:<3 "_s);
    QTest::keyClick(&m_pane->field().edit(), Qt::Key_Return);
    QCOMPARE(m_wanted->last().first().value<CachePageRequest>().query, u"hits:<3"_s);
    QVERIFY(counts.contains(QVariantList{u"hits:<3"_s}));
    answer(20, false);
    m_pane->setCount({}, BrowserTable::Count{48'231, 1024, 0, 0});
    m_pane->setCount(u"hits:<3"_s, BrowserTable::Count{20, 38 * 1024 * 1024, 2'710'000, 0});
    QCOMPARE(label("cacheMatched"),
             u"20 entries \u00b7 38 MB \u00b7 $2.71 to regenerate of 48,231"_s);
    QTest::keyClick(&m_pane->field().edit(), Qt::Key_Down);
    CacheTable &table = m_pane->table();
    QVERIFY(table.hasFocus());
    QCOMPARE(m_pane->selected().first().id, 500);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(m_pane->selected().first().id, 499);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_pane->selected().size(), 2);
    QTest::keyClick(&table, Qt::Key_Slash);
    QVERIFY(m_pane->field().edit().hasFocus());
}

void TestCacheEntriesPane::aFaultyQueryLeavesWhatIsShown()
{
    answer(10, false);
    m_pane->setQuery(u"size:huge"_s);
    QCOMPARE(m_wanted->size(), 0);
    QVERIFY(label("queryFault").contains(u"column 6"_s));
    QCOMPARE(m_pane->model().rowCount(), 10);
    m_pane->setQuery(u"size:>1k"_s);
    QVERIFY(label("queryFault").isEmpty());
    QCOMPARE(m_wanted->size(), 1);
}

void TestCacheEntriesPane::scrollingToTheEndAsksForMore()
{
    answer(100, true);
    const qsizetype before = m_wanted->size();
    m_pane->table().scrollToBottom();
    QCOMPARE(m_wanted->size(), before + 1);
    answer(100, false);
    QCOMPARE(m_pane->model().rowCount(), 200);
    QVERIFY(label("cacheRange").startsWith(u"Rows "_s));
}

void TestCacheEntriesPane::theSelectedEntryStaysSelectedOverAReload()
{
    answer(100, false);
    m_pane->table().selectRow(7);
    const qint64 id = m_pane->selected().first().id;
    QTest::keyClick(m_pane.get(), Qt::Key_F5);
    QVERIFY(m_pane->selected().isEmpty());
    const auto request = m_wanted->takeLast().first().value<CachePageRequest>();
    m_pane->model().takePage(request.token, samplePage(503, 100, false));
    QCOMPARE(m_pane->selected().first().id, id);
}

void TestCacheEntriesPane::emptyFailedAndMissingSayWhatToDo()
{
    answer(0, false);
    auto *nothing = m_pane->findChild<EmptyState *>(u"cacheNothingYet"_s);
    QVERIFY(nothing->isVisible());
    QSignalSpy write(m_pane.get(), &CacheEntriesPane::writeMessageRequested);
    nothing->findChild<QPushButton *>()->click();
    QCOMPARE(write.size(), 1);
    m_pane->setQuery(u"hits:>5"_s);
    answer(0, false);
    auto *noMatch = m_pane->findChild<EmptyState *>(u"cacheNoMatch"_s);
    QVERIFY(noMatch->isVisible());
    noMatch->findChild<QPushButton *>()->click();
    QCOMPARE(m_pane->query(), QString());
    auto *notice = m_pane->findChild<Notice *>(u"cacheNotice"_s);
    const auto request = m_wanted->takeLast().first().value<CachePageRequest>();
    m_pane->model().takeFailure(request.token, Error{Error::Kind::Storage, u"no disk"_s});
    QCOMPARE(notice->text().detail, u"no disk"_s);
    QVERIFY(notice->isVisible());
    notice->findChild<QPushButton *>()->click();
    QCOMPARE(m_wanted->size(), 1);
    QVERIFY(!notice->isVisible());
    m_pane->setTrouble(u"memory alone"_s);
    QCOMPARE(notice->text().kind, NoticeText::Kind::Warning);
}

KAGURA_TEST(TestCacheEntriesPane)
#include "tst_cacheentriespane.moc"
