// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/eventqueue.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QList>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

using namespace kagura;

namespace {

using Queue = EventQueue<QList<int>>;

class TestEventQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyAdditionsCostOneWake();
    void isFullAboveTheBoundUntilTaken();
    void nothingIsAddedOnceClosed();
    void keepsOrderFromAnotherThread();
    void theReceiverMayDieWhileTheProducerGoesOn();
};

void TestEventQueue::manyAdditionsCostOneWake()
{
    int wakes = 0;
    Queue queue(
        this, [&wakes] { ++wakes; }, 1000);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(queue.post(1, [i](QList<int> &batch) { batch.append(i); }), Queue::Room::Open);
    QCOMPARE(wakes, 0);
    QCoreApplication::processEvents();
    QCOMPARE(wakes, 1);
    QCOMPARE(queue.take().batch.size(), 100);
    QCOMPARE(queue.post(1, [](QList<int> &batch) { batch.append(1); }), Queue::Room::Open);
    QCoreApplication::processEvents();
    QCOMPARE(wakes, 2);
}

void TestEventQueue::isFullAboveTheBoundUntilTaken()
{
    Queue queue(
        this, [] {}, 10);
    const auto add = [](QList<int> &batch) { batch.append(1); };
    QCOMPARE(queue.post(10, add), Queue::Room::Open);
    QCOMPARE(queue.post(1, add), Queue::Room::Full);
    const Queue::Taken taken = queue.take();
    QVERIFY(taken.wasFull);
    QCOMPARE(taken.batch.size(), 2);
    QVERIFY(!queue.take().wasFull);
    QCOMPARE(queue.post(10, add), Queue::Room::Open);
}

void TestEventQueue::nothingIsAddedOnceClosed()
{
    int wakes = 0;
    Queue queue(
        this, [&wakes] { ++wakes; }, 10);
    queue.close();
    QCOMPARE(queue.post(1, [](QList<int> &batch) { batch.append(1); }), Queue::Room::Closed);
    QCoreApplication::processEvents();
    QCOMPARE(wakes, 0);
    QVERIFY(queue.take().batch.isEmpty());
}

void TestEventQueue::keepsOrderFromAnotherThread()
{
    constexpr int Count = 100000;
    QList<int> seen;
    Queue *queuePointer = nullptr;
    Queue queue(
        this, [&] { seen.append(queuePointer->take().batch); }, 1 << 30);
    queuePointer = &queue;
    std::thread producer([&queue] {
        for (int i = 0; i < Count; ++i)
            static_cast<void>(queue.post(1, [i](QList<int> &batch) { batch.append(i); }));
    });
    QTRY_COMPARE_WITH_TIMEOUT(seen.size(), Count, 30000);
    producer.join();
    for (int i = 0; i < Count; ++i)
        QCOMPARE(seen.at(i), i);
}

void TestEventQueue::theReceiverMayDieWhileTheProducerGoesOn()
{
    for (int round = 0; round < 50; ++round) {
        auto receiver = std::make_unique<QObject>();
        const auto queue = std::make_shared<Queue>(
            receiver.get(), [] {}, 1 << 20);
        std::atomic<bool> isStopping = false;
        std::atomic<int> posts = 0;
        std::thread producer([queue, &isStopping, &posts] {
            while (!isStopping) {
                static_cast<void>(queue->post(1, [](QList<int> &batch) { batch.append(1); }));
                ++posts;
                static_cast<void>(queue->take());
            }
        });
        while (posts < 10)
            std::this_thread::yield();
        queue->close();
        receiver.reset();
        const int after = posts;
        while (posts < after + 10)
            std::this_thread::yield();
        isStopping = true;
        producer.join();
    }
}

} // namespace

KAGURA_TEST(TestEventQueue)
#include "tst_eventqueue.moc"
