// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/runthen.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <semaphore>

using namespace kagura;

namespace {

class TestRunThen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksElsewhereAndAnswersHere();
    void movesWhatCannotBeCopied();
    void workWithoutAResultIsAnsweredToo();
    void neverAnswersFromTheCall();
    void aDeadContextIsNeverCalled();
};

void TestRunThen::worksElsewhereAndAnswersHere()
{
    QThread *worker = nullptr;
    QThread *answered = nullptr;
    int value = 0;
    runThen(
        this,
        [&worker] {
            worker = QThread::currentThread();
            return 42;
        },
        [&](int result) {
            answered = QThread::currentThread();
            value = result;
        });
    QTRY_COMPARE(value, 42);
    QVERIFY(worker != thread());
    QCOMPARE(answered, thread());
}

void TestRunThen::movesWhatCannotBeCopied()
{
    std::unique_ptr<int> value;
    runThen(
        this, [] { return std::make_unique<int>(7); },
        [&value](std::unique_ptr<int> result) { value = std::move(result); });
    QTRY_VERIFY(value);
    QCOMPARE(*value, 7);
}

void TestRunThen::workWithoutAResultIsAnsweredToo()
{
    std::atomic<int> worked = 0;
    bool isAnswered = false;
    runThen(
        this, [&worked] { ++worked; }, [&isAnswered] { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(worked.load(), 1);
}

void TestRunThen::neverAnswersFromTheCall()
{
    bool isAnswered = false;
    std::binary_semaphore isDone(0);
    runThen(
        this, [&isDone] { isDone.release(); }, [&isAnswered] { isAnswered = true; });
    isDone.acquire();
    QVERIFY(!isAnswered);
    QTRY_VERIFY(isAnswered);
}

void TestRunThen::aDeadContextIsNeverCalled()
{
    QThreadPool pool;
    auto context = std::make_unique<QObject>();
    std::binary_semaphore mayEnd(0);
    bool isAnswered = false;
    runThen(
        pool, context.get(), [&mayEnd] { mayEnd.acquire(); }, [&isAnswered] { isAnswered = true; });
    context.reset();
    mayEnd.release();
    QVERIFY(pool.waitForDone(10000));
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

} // namespace

KAGURA_TEST(TestRunThen)
#include "tst_runthen.moc"
