// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/relayreply.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTest>

using namespace kagura;
using namespace kagura::test;

namespace {

//! Follows whatever the test gives it.
class Relay final : public RelayReply
{
public:
    enum class Mode : std::uint8_t { AtOnce, FromContent };

    explicit Relay(Mode mode)
        : RelayReply(mode == Mode::AtOnce ? Pass::AtOnce : Pass::FromContent)
    {}

    using RelayReply::hasShown;
    using RelayReply::settle;

    [[nodiscard]] FakeReply *attempt()
    {
        auto fake = std::make_unique<FakeReply>();
        FakeReply *raw = fake.get();
        follow(std::move(fake));
        return raw;
    }

    std::optional<Error> ended;

protected:
    void attemptEnded(const std::optional<Error> &failure) override { ended = failure; }
};

const QString P = QStringLiteral("p");
const QString M = QStringLiteral("m");

class TestRelayReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atOnceMeansAtOnce();
    void nothingIsHeardBeforeTheFirstContent();
    void noticesDoNotWait();
    void anAttemptThatWasReplacedIsSilent();
    void settlingShowsWhatWasHeld();
    void waitingIsPassedOn();
    void cancelReachesTheAttempt();
};

void TestRelayReply::atOnceMeansAtOnce()
{
    Relay relay(Relay::Mode::AtOnce);
    const EventLog log(relay);
    FakeReply *attempt = relay.attempt();
    attempt->sayHead(P, M);
    QCOMPARE(log.lines(), QStringList({QStringLiteral("started live p/m")}));
    attempt->say({UsageReported{}});
    QCOMPARE(log.lines().last(), QStringLiteral("usage -1"));
}

void TestRelayReply::nothingIsHeardBeforeTheFirstContent()
{
    Relay relay(Relay::Mode::FromContent);
    const EventLog log(relay);
    FakeReply *attempt = relay.attempt();
    attempt->sayHead(P, M);
    attempt->say({UsageReported{}});
    QVERIFY(log.lines().isEmpty());
    QVERIFY(!relay.hasShown());
    attempt->sayText(QStringLiteral("a"));
    QVERIFY(relay.hasShown());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live p/m"), QStringLiteral("usage -1"),
                          QStringLiteral("text a")}));
}

void TestRelayReply::noticesDoNotWait()
{
    Relay relay(Relay::Mode::FromContent);
    const EventLog log(relay);
    FakeReply *attempt = relay.attempt();
    attempt->say({UsageReported{}, FellBack{P, M}});
    QCOMPARE(log.lines(), QStringList({QStringLiteral("fell back to p/m")}));
}

void TestRelayReply::anAttemptThatWasReplacedIsSilent()
{
    Relay relay(Relay::Mode::FromContent);
    const EventLog log(relay);
    const QPointer<FakeReply> first = relay.attempt();
    first->sayHead(P, M);
    first->say({UsageReported{}});
    first->fail(Error{Error::Kind::Server, {}});
    QCOMPARE(relay.ended->kind, Error::Kind::Server);
    FakeReply *second = relay.attempt();
    second->sayText(QStringLiteral("b"));
    QCOMPARE(log.lines(), QStringList({QStringLiteral("text b")}));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!first);
}

void TestRelayReply::settlingShowsWhatWasHeld()
{
    Relay relay(Relay::Mode::FromContent);
    const EventLog log(relay);
    FakeReply *attempt = relay.attempt();
    attempt->sayHead(P, M);
    attempt->say({UsageReported{}});
    relay.settle(Error{Error::Kind::Server, {}});
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live p/m"), QStringLiteral("usage -1"),
                          QStringLiteral("failed server")}));
}

void TestRelayReply::waitingIsPassedOn()
{
    Relay inner(Relay::Mode::AtOnce);
    QVERIFY(!inner.isQueued());
    FakeReply *attempt = inner.attempt();
    attempt->sayQueued(true);
    QVERIFY(inner.isQueued());
    attempt->sayQueued(false);
    QVERIFY(!inner.isQueued());
}

void TestRelayReply::cancelReachesTheAttempt()
{
    Relay relay(Relay::Mode::FromContent);
    const QPointer<FakeReply> attempt = relay.attempt();
    relay.cancel();
    QCOMPARE(attempt->failure()->kind, Error::Kind::Cancelled);
    QVERIFY(!relay.ended);
}

} // namespace

KAGURA_TEST(TestRelayReply)
#include "tst_relayreply.moc"
