// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/handle.h"
#include "tests/support/fakehandle.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using kagura::test::FakeHandle;

namespace {

class TestHandle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishesOnceAndTheFirstEndHolds();
    void theOutcomeIsKnownWhenItIsAnnounced();
};

void TestHandle::finishesOnceAndTheFirstEndHolds()
{
    FakeHandle handle;
    int ends = 0;
    connect(&handle, &Handle::finished, this, [&ends] { ++ends; });
    QVERIFY(!handle.isFinished() && !handle.failure());
    handle.fail(Error::Kind::Server);
    handle.succeed();
    handle.cancel();
    QCOMPARE(ends, 1);
    QCOMPARE(handle.failure()->kind, Error::Kind::Server);
}

void TestHandle::theOutcomeIsKnownWhenItIsAnnounced()
{
    FakeHandle handle;
    bool wasKnown = false;
    connect(&handle, &Handle::finished, this,
            [&] { wasKnown = handle.isFinished() && handle.failure(); });
    handle.cancel();
    QVERIFY(wasKnown);
}

} // namespace

KAGURA_TEST(TestHandle)
#include "tst_handle.moc"
