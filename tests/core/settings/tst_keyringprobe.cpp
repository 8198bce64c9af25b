// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keyringprobe.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>

using namespace kagura;

//! Without a bus; the answers of a real keyring are in tst_keychainsecretstore.cpp.
class TestKeyringProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersInTheThreadOfItsOwnerAndNotAtOnce();
    void aDeadContextIsNotCalled();
    void destructionWaitsAndDoesNotCall();

private:
    QByteArray m_bus;
    QByteArray m_runtime;
};

void TestKeyringProbe::init()
{
    m_bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    m_runtime = qgetenv("XDG_RUNTIME_DIR");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
}

void TestKeyringProbe::cleanup()
{
    m_bus.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS")
                   : qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus);
    m_runtime.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", m_runtime);
}

void TestKeyringProbe::answersInTheThreadOfItsOwnerAndNotAtOnce()
{
    KeyringProbe probe;
    QObject context;
    std::optional<KeyringState> state;
    QThread *thread = nullptr;
    QElapsedTimer clock;
    clock.start();
    probe.ask(std::chrono::seconds(2), &context, [&](const KeyringState &answer) {
        state = answer;
        thread = QThread::currentThread();
    });
    QVERIFY(!state);
    QTRY_VERIFY(state.has_value());
    QCOMPARE(thread, QThread::currentThread());
    QVERIFY(state->kind == KeyringState::Kind::NoKeyring
            || state->kind == KeyringState::Kind::Unclear); // a build without D-Bus
    QVERIFY(!state->reason.isEmpty());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

void TestKeyringProbe::aDeadContextIsNotCalled()
{
    KeyringProbe probe;
    auto context = std::make_unique<QObject>();
    QObject survivor;
    bool isCalled = false;
    bool isDone = false;
    probe.ask(std::chrono::seconds(2), context.get(),
              [&](const KeyringState &) { isCalled = true; });
    context.reset();
    probe.ask(std::chrono::seconds(2), &survivor, [&](const KeyringState &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QVERIFY(!isCalled);
}

void TestKeyringProbe::destructionWaitsAndDoesNotCall()
{
    QObject context;
    bool isCalled = false;
    {
        KeyringProbe probe;
        probe.ask(std::chrono::seconds(2), &context,
                  [&](const KeyringState &) { isCalled = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!isCalled);
}

KAGURA_TEST(TestKeyringProbe)
#include "tst_keyringprobe.moc"
