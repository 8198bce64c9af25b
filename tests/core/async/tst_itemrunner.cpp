// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/itemrunner.h"
#include "tests/support/fakehandle.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QPointer>
#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace kagura;
using kagura::test::FakeHandle;

namespace {

using OnFailure = ParallelPolicy::OnFailure;

//! Plays its items by hand and keeps what it is told.
class Runner final : public ItemRunner
{
public:
    Runner(qsizetype total, const ParallelPolicy &policy)
        : ItemRunner(total, policy)
    {
        connect(this, &ItemRunner::itemFinished, this, [this](qsizetype index) {
            log.append(
                QStringLiteral("ended %1, %2 of %3").arg(index).arg(done()).arg(this->total()));
        });
        connect(this, &Handle::finished, this, [this] {
            log.append(failure() ? QStringLiteral("failed ") + errorKindName(failure()->kind)
                                 : QStringLiteral("finished"));
        });
        begin();
    }

    QStringList log;
    std::vector<QPointer<FakeHandle>> started;
    bool makesNothing = false;

private:
    [[nodiscard]] std::unique_ptr<Handle> startItem(qsizetype) override
    {
        if (makesNothing)
            return nullptr;
        auto item = std::make_unique<FakeHandle>();
        started.emplace_back(item.get());
        return item;
    }
    void readItem(qsizetype, Handle &) override {}
};

//! Ends each item by itself at the next turn of the event loop.
class QuickRunner final : public ItemRunner
{
public:
    QuickRunner(qsizetype total, const ParallelPolicy &policy)
        : ItemRunner(total, policy)
    {
        begin();
    }

    int mostAlive = 0;

private:
    [[nodiscard]] std::unique_ptr<Handle> startItem(qsizetype) override
    {
        auto item = std::make_unique<FakeHandle>();
        mostAlive = std::max(mostAlive, FakeHandle::alive());
        QMetaObject::invokeMethod(
            item.get(), [handle = item.get()] { handle->succeed(); }, Qt::QueuedConnection);
        return item;
    }
    void readItem(qsizetype, Handle &) override {}
};

class TestItemRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aLimitBelowOneIsRefusedNotWaitedFor();
    void nothingToDoIsDoneAtOnceButNotBeforeItIsReturned();
    void neverMoreThanTheLimitAndInOrder();
    void aFailureCancelsTheRestAndStartsNothingNew();
    void collectingGoesOnAfterFailures();
    void cancelEndsAllAtOnce();
    void deletingEndsAllSilently();
    void anItemThatCannotBeMadeIsAFailure();
    void aHundredThousandItemsAreFewObjects();
    void mayBeDeletedByWhoeverHearsIt();
};

void TestItemRunner::cleanup()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(FakeHandle::alive(), 0);
}

void TestItemRunner::aLimitBelowOneIsRefusedNotWaitedFor()
{
    for (const int limit : {0, -1}) {
        Runner runner(3, {limit, OnFailure::CancelRest});
        QVERIFY(!runner.isFinished());
        QTRY_VERIFY(runner.isFinished());
        QCOMPARE(runner.failure()->kind, Error::Kind::BadRequest);
        QVERIFY(runner.started.empty());
    }
}

void TestItemRunner::nothingToDoIsDoneAtOnceButNotBeforeItIsReturned()
{
    Runner runner(0, {});
    QVERIFY(!runner.isFinished());
    QTRY_COMPARE(runner.log, QStringList({QStringLiteral("finished")}));
}

void TestItemRunner::neverMoreThanTheLimitAndInOrder()
{
    Runner runner(4, {2, OnFailure::CancelRest});
    QCOMPARE(runner.started.size(), 2U);
    runner.started[1]->succeed();
    QCOMPARE(runner.started.size(), 3U);
    QCOMPARE(runner.underWay(), 2);
    runner.started[2]->succeed();
    runner.started[3]->succeed();
    runner.started[0]->succeed();
    QCOMPARE(runner.log,
             QStringList({QStringLiteral("ended 1, 1 of 4"), QStringLiteral("ended 2, 2 of 4"),
                          QStringLiteral("ended 3, 3 of 4"), QStringLiteral("ended 0, 4 of 4"),
                          QStringLiteral("finished")}));
}

void TestItemRunner::aFailureCancelsTheRestAndStartsNothingNew()
{
    Runner runner(50, {3, OnFailure::CancelRest});
    const QPointer<FakeHandle> sibling = runner.started[2];
    runner.started[0]->fail(Error::Kind::Quota);
    QCOMPARE(runner.log,
             QStringList({QStringLiteral("ended 0, 1 of 50"), QStringLiteral("failed quota")}));
    QCOMPARE(runner.firstFailed(), 0);
    QCOMPARE(runner.started.size(), 3U);
    QCOMPARE(sibling->failure()->kind, Error::Kind::Cancelled);
}

void TestItemRunner::collectingGoesOnAfterFailures()
{
    Runner runner(3, {1, OnFailure::Collect});
    runner.started[0]->succeed();
    runner.started[1]->fail(Error::Kind::Server);
    runner.started[2]->fail(Error::Kind::Quota);
    QCOMPARE(runner.log.last(), QStringLiteral("finished"));
    QCOMPARE(runner.firstFailed(), 1);
    QCOMPARE(runner.done(), 3);
}

void TestItemRunner::cancelEndsAllAtOnce()
{
    Runner runner(10, {4, OnFailure::Collect});
    const QPointer<FakeHandle> item = runner.started[0];
    runner.cancel();
    runner.cancel();
    QCOMPARE(runner.log, QStringList({QStringLiteral("failed cancelled")}));
    QCOMPARE(item->failure()->kind, Error::Kind::Cancelled);
    QCOMPARE(runner.started.size(), 4U);
}

void TestItemRunner::deletingEndsAllSilently()
{
    auto runner = std::make_unique<Runner>(10, ParallelPolicy{4, OnFailure::Collect});
    QCOMPARE(FakeHandle::alive(), 4);
    runner.reset();
    QCOMPARE(FakeHandle::alive(), 0);
}

void TestItemRunner::anItemThatCannotBeMadeIsAFailure()
{
    Runner runner(3, {1, OnFailure::CancelRest});
    runner.makesNothing = true;
    runner.started[0]->succeed();
    QVERIFY(!runner.isFinished());
    QTRY_VERIFY(runner.isFinished());
    QCOMPARE(runner.failure()->kind, Error::Kind::Internal);
    QCOMPARE(runner.firstFailed(), 1);
}

void TestItemRunner::aHundredThousandItemsAreFewObjects()
{
    QuickRunner runner(100000, {8, OnFailure::CancelRest});
    QTRY_VERIFY_WITH_TIMEOUT(runner.isFinished(), 60000);
    QVERIFY(!runner.failure());
    QCOMPARE(runner.done(), 100000);
    QVERIFY2(runner.mostAlive <= 32, qPrintable(QString::number(runner.mostAlive)));
}

void TestItemRunner::mayBeDeletedByWhoeverHearsIt()
{
    for (const Error::Kind kind : {Error::Kind::Quota, Error::Kind::Cancelled}) {
        auto runner = std::make_unique<Runner>(3, ParallelPolicy{1, OnFailure::CancelRest});
        connect(runner.get(), &ItemRunner::itemFinished, this, [&runner] { runner.reset(); });
        runner->started[0]->fail(kind);
        QVERIFY(!runner);
    }
}

} // namespace

KAGURA_TEST(TestItemRunner)
#include "tst_itemrunner.moc"
