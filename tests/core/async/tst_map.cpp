// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/map.h"
#include "tests/support/fakehandle.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QTest>
#include <QTimer>

using namespace kagura;
using kagura::test::FakeHandle;

namespace {

using OnFailure = ParallelPolicy::OnFailure;

class TestMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsStandInTheOrderOfTheItems();
    void eachItemKeepsItsOwnOutcome();
    void whatWasNotStartedHasNoResult();
    void tenAtFiveTakeTwoRounds();
    void unorderedYieldsTheQuickestFirst();
    void unorderedYieldsBeforeTheSlowestIsDone();
    void aLimitOfNothingIsRefused();
};

void TestMap::resultsStandInTheOrderOfTheItems()
{
    std::vector<QPointer<FakeHandle>> items;
    const auto doubled = map(
        3, {3, OnFailure::CancelRest},
        [&items](qsizetype) {
            auto item = std::make_unique<FakeHandle>();
            items.emplace_back(item.get());
            return item;
        },
        [](FakeHandle &item) { return item.value().toInt() * 2; });
    items[2]->succeed(QStringLiteral("3"));
    items[1]->succeed(QStringLiteral("2"));
    items[0]->succeed(QStringLiteral("1"));
    QVERIFY(doubled->isFinished());
    QVERIFY(!doubled->failure());
    QList<int> values;
    for (const auto &result : doubled->results())
        values.append(result->value());
    QCOMPARE(values, QList<int>({2, 4, 6}));
}

void TestMap::eachItemKeepsItsOwnOutcome()
{
    std::vector<QPointer<FakeHandle>> items;
    const auto collected = map(
        2, {2, OnFailure::Collect},
        [&items](qsizetype) {
            auto item = std::make_unique<FakeHandle>();
            items.emplace_back(item.get());
            return item;
        },
        [](FakeHandle &item) { return item.value(); });
    items[0]->fail(Error::Kind::Server);
    items[1]->succeed(QStringLiteral("good"));
    QVERIFY(!collected->failure());
    QCOMPARE(collected->results()[0]->error().kind, Error::Kind::Server);
    QCOMPARE(collected->results()[1]->value(), QStringLiteral("good"));
}

void TestMap::whatWasNotStartedHasNoResult()
{
    QPointer<FakeHandle> first;
    const auto failed = map(
        3, {1, OnFailure::CancelRest},
        [&first](qsizetype) {
            auto item = std::make_unique<FakeHandle>();
            first = item.get();
            return item;
        },
        [](FakeHandle &item) { return item.value(); });
    first->fail(Error::Kind::Auth);
    QCOMPARE(failed->failure()->kind, Error::Kind::Auth);
    QVERIFY(failed->results()[0]);
    QVERIFY(!failed->results()[1]);
    QVERIFY(!failed->results()[2]);
}

void TestMap::tenAtFiveTakeTwoRounds()
{
    QElapsedTimer timer;
    timer.start();
    const auto rounds = map(
        10, {5, OnFailure::CancelRest},
        [](qsizetype index) {
            auto item = std::make_unique<FakeHandle>();
            QTimer::singleShot(200, item.get(), [handle = item.get(), index] {
                handle->succeed(QString::number(index));
            });
            return item;
        },
        [](FakeHandle &item) { return item.value().toInt(); });
    QTRY_VERIFY(rounds->isFinished());
    QVERIFY(timer.elapsed() >= 380);
    QVERIFY(timer.elapsed() < kagura::test::patiently(1500));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(rounds->results()[static_cast<std::size_t>(i)]->value(), i);
}

void TestMap::unorderedYieldsTheQuickestFirst()
{
    QList<qsizetype> order;
    const auto unordered = mapUnordered(
        4, {4, OnFailure::CancelRest},
        [](qsizetype index) {
            auto item = std::make_unique<FakeHandle>();
            QTimer::singleShot(static_cast<int>(120 - 30 * index), item.get(),
                               [handle = item.get()] { handle->succeed(); });
            return item;
        },
        [&order](qsizetype index, FakeHandle &) { order.append(index); });
    QTRY_VERIFY(unordered->isFinished());
    QCOMPARE(order, QList<qsizetype>({3, 2, 1, 0}));
}

void TestMap::unorderedYieldsBeforeTheSlowestIsDone()
{
    std::vector<QPointer<FakeHandle>> items;
    QStringList seen;
    const auto unordered = mapUnordered(
        2, {2, OnFailure::Collect},
        [&items](qsizetype) {
            auto item = std::make_unique<FakeHandle>();
            items.emplace_back(item.get());
            return item;
        },
        [&seen](qsizetype, FakeHandle &item) {
            seen.append(item.failure() ? QStringLiteral("failed") : item.value());
        });
    items[1]->succeed(QStringLiteral("quick"));
    QCOMPARE(seen, QStringList({QStringLiteral("quick")}));
    QVERIFY(!unordered->isFinished());
    items[0]->fail(Error::Kind::Server);
    QCOMPARE(seen, QStringList({QStringLiteral("quick"), QStringLiteral("failed")}));
    QVERIFY(unordered->isFinished());
}

void TestMap::aLimitOfNothingIsRefused()
{
    int started = 0;
    const auto refused = map(
        3, {0, OnFailure::CancelRest},
        [&started](qsizetype) {
            ++started;
            return std::make_unique<FakeHandle>();
        },
        [](FakeHandle &item) { return item.value(); });
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->failure()->kind, Error::Kind::BadRequest);
    QCOMPARE(started, 0);
}

} // namespace

KAGURA_TEST(TestMap)
#include "tst_map.moc"
