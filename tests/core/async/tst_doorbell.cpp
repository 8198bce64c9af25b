// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/async/doorbell.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QThread>

#include <memory>
#include <thread>

using namespace kagura;

namespace {

class TestDoorbell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsInItsOwnThreadAndNeverAtOnce();
    void whoIsCalledMayDeleteIt();
    void aDeadBellCallsNobody();
};

void TestDoorbell::callsInItsOwnThreadAndNeverAtOnce()
{
    QThread *called = nullptr;
    Doorbell bell([&called] { called = QThread::currentThread(); }, this);
    std::thread([&bell] { bell.ring(); }).join();
    QVERIFY(!called);
    QTRY_COMPARE(called, thread());
}

void TestDoorbell::whoIsCalledMayDeleteIt()
{
    auto parent = std::make_unique<QObject>();
    auto *bell = new Doorbell([&parent] { parent.reset(); }, parent.get());
    bell->ring();
    bell->ring();
    QTRY_VERIFY(!parent);
}

void TestDoorbell::aDeadBellCallsNobody()
{
    int calls = 0;
    auto bell = std::make_unique<Doorbell>([&calls] { ++calls; }, nullptr);
    bell->ring();
    bell.reset();
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
}

} // namespace

KAGURA_TEST(TestDoorbell)
#include "tst_doorbell.moc"
