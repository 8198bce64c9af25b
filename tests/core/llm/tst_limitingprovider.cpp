// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/accountgate.h"
#include "core/llm/limitingprovider.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace std::chrono_literals;

namespace {

class TestLimitingProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setLimits({2, {}, {}}); }
    void callsWaitForASlotInTheirOrderAndSaySo();
    void twoProvidersOfOneAccountShareItsSlots();
    void aWaitingCallCanBeCancelled();
    void cancellingAllStartsNothing();
    void aDeletedCallFreesItsSlot();
    void requestsAMinuteFlowEvenly();
    void whatTheServerSaysIsLeftHolds();
    void aPauseForOneHoldsAll();
    void aPauseLongerThanTheirPatienceFailsThoseWhoWait();
    void refusalsHalveTheSlots();
    void everythingOfTheInnerReplyIsPassedOn();
    void aReplyThatHasEndedMayOutliveTheStreet();
    void tokensAreEstimatedFromTextImagesAndTheLimit();

private:
    void setLimits(const AccountLimits &limits)
    {
        m_limiting.reset();
        m_gate.reset();
        m_inner = std::make_unique<FakeProvider>();
        m_clock = std::make_unique<FakeClock>();
        m_gate = std::make_unique<AccountGate>(limits, *m_clock);
        m_limiting = std::make_unique<LimitingProvider>(*m_inner, *m_gate);
    }
    [[nodiscard]] std::unique_ptr<ChatReply> send(const CallOptions &options = {})
    {
        return m_limiting->send(question(QStringLiteral("hi")), options);
    }
    [[nodiscard]] std::vector<std::unique_ptr<ChatReply>> sendMany(int count)
    {
        std::vector<std::unique_ptr<ChatReply>> replies;
        for (int i = 0; i < count; ++i)
            replies.push_back(m_limiting->send(question(QString::number(i)), {}));
        return replies;
    }
    [[nodiscard]] QString askedText(std::size_t index) const
    {
        return m_inner->asked().at(index).request.messages.first().text();
    }

    std::unique_ptr<FakeProvider> m_inner;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<AccountGate> m_gate;
    std::unique_ptr<LimitingProvider> m_limiting;
};

void TestLimitingProvider::callsWaitForASlotInTheirOrderAndSaySo()
{
    const auto replies = sendMany(4);
    QCOMPARE(m_inner->asked().size(), 2U);
    QVERIFY(!replies[1]->isQueued());
    QVERIFY(replies[2]->isQueued());
    QVERIFY(replies[3]->isQueued());
    int changes = 0;
    connect(replies[2].get(), &ChatReply::queuedChanged, this, [&changes] { ++changes; });
    m_inner->reply(1)->succeed();
    QTRY_COMPARE(m_inner->asked().size(), 3U);
    QCOMPARE(askedText(2), QStringLiteral("2"));
    QVERIFY(!replies[2]->isQueued());
    QCOMPARE(changes, 1);
    m_inner->reply(0)->succeed();
    QTRY_COMPARE(m_inner->asked().size(), 4U);
    QCOMPARE(m_gate->limiter().inFlight(), 2U);
}

void TestLimitingProvider::twoProvidersOfOneAccountShareItsSlots()
{
    FakeProvider otherInner;
    LimitingProvider other(otherInner, *m_gate);
    const auto replies = sendMany(2);
    const auto waiting = other.send(question(QStringLiteral("hi")), {});
    QVERIFY(waiting->isQueued());
    m_inner->reply(0)->succeed();
    QTRY_COMPARE(otherInner.asked().size(), 1U);
}

void TestLimitingProvider::aWaitingCallCanBeCancelled()
{
    const auto replies = sendMany(4);
    const EventLog log(*replies[2]);
    replies[2]->cancel();
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed cancelled")}));
    QVERIFY(!replies[2]->isQueued());
    m_inner->reply(0)->succeed();
    QTRY_COMPARE(m_inner->asked().size(), 3U);
    QCOMPARE(askedText(2), QStringLiteral("3"));
}

void TestLimitingProvider::cancellingAllStartsNothing()
{
    const auto replies = sendMany(100);
    for (const auto &reply : replies)
        reply->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(m_inner->asked().size(), 2U);
    QCOMPARE(m_gate->limiter().inFlight(), 0U);
    QCOMPARE(m_gate->limiter().waiting(), 0U);
}

void TestLimitingProvider::aDeletedCallFreesItsSlot()
{
    auto replies = sendMany(3);
    replies[0].reset();
    QTRY_COMPARE(m_inner->asked().size(), 3U);
}

void TestLimitingProvider::requestsAMinuteFlowEvenly()
{
    setLimits({100, 60, {}}); // bursts of ten, one a second
    const auto replies = sendMany(13);
    QCOMPARE(m_inner->asked().size(), 10U);
    m_clock->advance(999ms);
    QCOMPARE(m_inner->asked().size(), 10U);
    m_clock->advance(1ms);
    QCOMPARE(m_inner->asked().size(), 11U);
    m_clock->advance(2s);
    QCOMPARE(m_inner->asked().size(), 13U);
}

void TestLimitingProvider::whatTheServerSaysIsLeftHolds()
{
    setLimits({100, {}, {}});
    const auto first = send();
    RateLimitStatus status;
    status.requestsRemaining = 1;
    status.requestsResetAfter = 8s;
    m_inner->reply(0)->sayRateLimit(status);
    m_inner->reply(0)->sayHead(QStringLiteral("p"), QStringLiteral("m"));
    const auto replies = sendMany(3);
    QCOMPARE(m_inner->asked().size(), 2U);
    m_clock->advance(8s);
    QCOMPARE(m_inner->asked().size(), 4U);
}

void TestLimitingProvider::aPauseForOneHoldsAll()
{
    m_inner->addFailure(Error::Kind::RateLimited, 5s);
    const auto first = send();
    QTRY_VERIFY(first->isFinished());
    const auto replies = sendMany(1);
    QVERIFY(replies[0]->isQueued());
    QCoreApplication::processEvents();
    m_clock->advance(4999ms);
    QCOMPARE(m_inner->asked().size(), 1U);
    m_clock->advance(1ms);
    QCOMPARE(m_inner->asked().size(), 2U);
}

void TestLimitingProvider::aPauseLongerThanTheirPatienceFailsThoseWhoWait()
{
    const auto replies = sendMany(3);
    QVERIFY(replies[2]->isQueued());
    Error error{Error::Kind::RateLimited, QStringLiteral("played")};
    error.retryAfter = 121s;
    m_inner->reply(0)->fail(error);
    QTRY_VERIFY(replies[2]->isFinished());
    QCOMPARE(replies[2]->failure()->kind, Error::Kind::RateLimited);
    QCOMPARE(replies[2]->failure()->retryAfter, std::optional<std::chrono::milliseconds>(121s));
    QVERIFY(!replies[1]->isFinished());

    const auto impatient = send();
    QVERIFY(!impatient->isFinished());
    QTRY_VERIFY(impatient->isFinished());
    CallOptions options;
    options.retry.retryAfterCap = 1h;
    const auto patient = send(options);
    m_inner->reply(1)->succeed(); // the refusal halved the two slots
    m_clock->advance(121s);
    QTRY_COMPARE(m_inner->asked().size(), 3U);
    QVERIFY(!patient->isFinished());
}

void TestLimitingProvider::refusalsHalveTheSlots()
{
    setLimits({8, {}, {}});
    const auto replies = sendMany(12);
    QCOMPARE(m_inner->asked().size(), 8U);
    for (std::size_t i = 0; i < 8; ++i)
        m_inner->reply(i)->fail(Error{Error::Kind::Overloaded, QStringLiteral("played")});
    QTRY_COMPARE(m_inner->asked().size(), 12U);
    QCOMPARE(m_gate->limiter().slotCount(), 4);
}

void TestLimitingProvider::everythingOfTheInnerReplyIsPassedOn()
{
    m_inner->addScript({{UsageReported{}, TextDelta{QStringLiteral("a")}},
                        Error{Error::Kind::Truncated, QStringLiteral("played")},
                        {}});
    const auto reply = send();
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live fake/m"), QStringLiteral("usage -1"),
                          QStringLiteral("text a"), QStringLiteral("failed truncated")}));
}

void TestLimitingProvider::aReplyThatHasEndedMayOutliveTheStreet()
{
    m_inner->addText(QStringLiteral("a"));
    auto reply = send();
    QTRY_VERIFY(reply->isFinished());
    auto cancelled = send();
    cancelled->cancel();
    m_limiting.reset();
    m_gate.reset();
    reply.reset(); // AddressSanitizer watches
    cancelled.reset();
}

void TestLimitingProvider::tokensAreEstimatedFromTextImagesAndTheLimit()
{
    ChatRequest request = question(QString(400, QLatin1Char('x')));
    QCOMPARE(estimatedTokens(request), 1100);
    request.maxTokens = 50;
    QCOMPARE(estimatedTokens(request), 150);
    request.messages.first().parts.append(ImagePart{QByteArray(5000, 'i'), {}});
    QCOMPARE(estimatedTokens(request), 1150);
}

} // namespace

KAGURA_TEST(TestLimitingProvider)
#include "tst_limitingprovider.moc"
