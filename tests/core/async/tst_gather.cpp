// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/gather.h"
#include "tests/support/fakehandle.h"
#include "tests/support/testmain.h"

#include <QPointer>
#include <QTest>

using namespace kagura;
using kagura::test::FakeHandle;

namespace {

class TestGather : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfWhatItWasGiven();
    void nothingToGatherIsDoneAtTheNextTurn();
    void aFailureCancelsTheRest();
    void collectingWaitsForAll();
    void takesWhatHadEndedBefore();
    void cancelCancelsAllOnce();

private:
    [[nodiscard]] static std::vector<std::unique_ptr<FakeHandle>> handles(int count)
    {
        std::vector<std::unique_ptr<FakeHandle>> made;
        for (int i = 0; i < count; ++i)
            made.push_back(std::make_unique<FakeHandle>());
        return made;
    }
};

void TestGather::keepsTheOrderOfWhatItWasGiven()
{
    const auto gathered = gather(handles(3));
    int progress = 0;
    connect(gathered.get(), &Gather::progressed, this, [&progress] { ++progress; });
    gathered->at(2).succeed(QStringLiteral("c"));
    gathered->at(0).succeed(QStringLiteral("a"));
    QVERIFY(!gathered->isFinished());
    QCOMPARE(gathered->done(), 2U);
    gathered->at(1).succeed(QStringLiteral("b"));
    QVERIFY(gathered->isFinished());
    QVERIFY(!gathered->failure());
    QCOMPARE(progress, 3);
    QCOMPARE(gathered->at(0).value() + gathered->at(1).value() + gathered->at(2).value(),
             QStringLiteral("abc"));
}

void TestGather::nothingToGatherIsDoneAtTheNextTurn()
{
    const auto gathered = gather(handles(0));
    QVERIFY(!gathered->isFinished());
    QTRY_VERIFY(gathered->isFinished());
    QVERIFY(!gathered->failure());
}

void TestGather::aFailureCancelsTheRest()
{
    const auto gathered = gather(handles(3));
    gathered->at(1).fail(Error::Kind::Quota);
    QCOMPARE(gathered->failure()->kind, Error::Kind::Quota);
    QCOMPARE(gathered->at(0).failure()->kind, Error::Kind::Cancelled);
    QCOMPARE(gathered->at(2).failure()->kind, Error::Kind::Cancelled);
    QCOMPARE(gathered->done(), 1U);
}

void TestGather::collectingWaitsForAll()
{
    const auto gathered = gather(handles(2), Gather::OnFailure::Collect);
    gathered->at(0).fail(Error::Kind::Quota);
    QVERIFY(!gathered->isFinished());
    gathered->at(1).succeed(QStringLiteral("b"));
    QVERIFY(gathered->isFinished());
    QVERIFY(!gathered->failure());
    QCOMPARE(gathered->at(0).failure()->kind, Error::Kind::Quota);
}

void TestGather::takesWhatHadEndedBefore()
{
    auto made = handles(2);
    made[0]->succeed(QStringLiteral("early"));
    const auto gathered = gather(std::move(made));
    gathered->at(1).succeed(QStringLiteral("late"));
    QVERIFY(!gathered->isFinished());
    QTRY_VERIFY(gathered->isFinished());
    QCOMPARE(gathered->done(), 2U);
}

void TestGather::cancelCancelsAllOnce()
{
    const auto gathered = gather(handles(2));
    int ends = 0;
    connect(gathered.get(), &Handle::finished, this, [&ends] { ++ends; });
    gathered->cancel();
    gathered->cancel();
    QCOMPARE(ends, 1);
    QCOMPARE(gathered->failure()->kind, Error::Kind::Cancelled);
    QCOMPARE(gathered->at(0).failure()->kind, Error::Kind::Cancelled);
}

} // namespace

KAGURA_TEST(TestGather)
#include "tst_gather.moc"
