// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/retryingprovider.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace std::chrono_literals;

namespace {

Error failure(Error::Kind kind, std::optional<std::chrono::milliseconds> retryAfter = std::nullopt)
{
    Error error{kind, QStringLiteral("played")};
    error.retryAfter = retryAfter;
    return error;
}

class TestRetryingProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCurveDoublesUpToTheCapAndIsShortenedAtRandom_data();
    void theCurveDoublesUpToTheCapAndIsShortenedAtRandom();
    void aCuredFailureIsHeardOnlyAsARetry();
    void triesNeverExceedThePolicy();
    void onlyKindsOfThePolicyAreRepeated_data();
    void onlyKindsOfThePolicyAreRepeated();
    void quotaIsNeverRepeatedWhateverThePolicySays();
    void whatTheServerCallsFinalIsNotRepeated();
    void retryAfterIsWaitedForExactly();
    void aLongerRetryAfterThanTheCapFailsAtOnceWithItsHint();
    void nothingIsRepeatedAfterTheFirstContent();
    void anUnpaidBeginningOfAFailedAttemptIsNotHeard();
    void theLastFailureKeepsWhatWasHeldBack();
    void cancelEndsThePauseAtOnce();
    void cancelEndsARunningAttempt();
    void aDeletedReplyIsNeverRepeated();
    void theHookRunsOnceAndItsRefusalIsFinal();
    void mayBeDeletedByWhoeverHearsIt();

private:
    [[nodiscard]] std::unique_ptr<ChatReply> send(const CallOptions &options = {})
    {
        return m_retrying->send(question(QStringLiteral("hi")), options);
    }

    std::unique_ptr<FakeProvider> m_inner;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<RetryingProvider> m_retrying;
};

void TestRetryingProvider::init()
{
    m_inner = std::make_unique<FakeProvider>();
    m_clock = std::make_unique<FakeClock>();
    m_retrying = std::make_unique<RetryingProvider>(*m_inner, *m_clock, [] { return 0.0; });
}

void TestRetryingProvider::theCurveDoublesUpToTheCapAndIsShortenedAtRandom_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("expectedMs");
    QTest::newRow("second, not shortened") << 2 << 0.0 << 500;
    QTest::newRow("second, shortened most") << 2 << 1.0 << 375;
    QTest::newRow("third") << 3 << 0.0 << 1000;
    QTest::newRow("fifth, half shortened") << 5 << 0.5 << 3500;
    QTest::newRow("at the cap") << 6 << 0.0 << 8000;
    QTest::newRow("cap, shortened most") << 7 << 1.0 << 6000;
    QTest::newRow("far beyond") << 1000 << 0.0 << 8000;
}

void TestRetryingProvider::theCurveDoublesUpToTheCapAndIsShortenedAtRandom()
{
    QFETCH(int, attempt);
    QFETCH(double, random);
    QFETCH(int, expectedMs);
    QCOMPARE(retryPause({}, attempt, random), std::chrono::milliseconds(expectedMs));
}

void TestRetryingProvider::aCuredFailureIsHeardOnlyAsARetry()
{
    m_inner->addFailure(Error::Kind::Overloaded);
    m_inner->addFailure(Error::Kind::Network);
    m_inner->addText(QStringLiteral("Hello"));
    const auto reply = send();
    const EventLog log(*reply);
    QTRY_COMPARE(m_clock->pending(), 1U);
    m_clock->advance(500ms);
    QTRY_COMPARE(m_clock->pending(), 1U);
    m_clock->advance(999ms);
    QCOMPARE(m_inner->asked().size(), 2U);
    m_clock->advance(1ms);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("retry 2 after 500 overloaded"),
                          QStringLiteral("retry 3 after 1000 network"),
                          QStringLiteral("started live fake/m"), QStringLiteral("text Hello"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
    QCOMPARE(m_inner->asked().size(), 3U);
}

void TestRetryingProvider::triesNeverExceedThePolicy()
{
    for (const int maxAttempts : {1, 2, 5, 0, -1}) {
        init();
        CallOptions options;
        options.retry.maxAttempts = maxAttempts;
        for (int i = 0; i < 10; ++i)
            m_inner->addFailure(Error::Kind::Server);
        const auto reply = send(options);
        for (int i = 0; i < 10 && !reply->isFinished(); ++i) {
            QTRY_VERIFY(reply->isFinished() || m_clock->pending() > 0);
            m_clock->advance(1min);
        }
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->failure()->kind, Error::Kind::Server);
        QCOMPARE(m_inner->asked().size(), static_cast<std::size_t>(std::max(1, maxAttempts)));
    }
}

void TestRetryingProvider::onlyKindsOfThePolicyAreRepeated_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isRepeated");
    using Kind = Error::Kind;
    const QList<Kind> repeated = {Kind::Network,    Kind::Timeout, Kind::RateLimited,
                                  Kind::Overloaded, Kind::Server,  Kind::Truncated};
    for (int kind = 0; kind <= static_cast<int>(Kind::Internal); ++kind) {
        const auto value = static_cast<Kind>(kind);
        QTest::newRow(qPrintable(errorKindName(value))) << kind << repeated.contains(value);
    }
}

void TestRetryingProvider::onlyKindsOfThePolicyAreRepeated()
{
    QFETCH(int, kind);
    QFETCH(bool, isRepeated);
    m_inner->addFailure(static_cast<Error::Kind>(kind));
    const auto reply = send();
    QTRY_VERIFY(reply->isFinished() || m_clock->pending() > 0);
    QCOMPARE(m_clock->pending() > 0, isRepeated);
}

void TestRetryingProvider::quotaIsNeverRepeatedWhateverThePolicySays()
{
    CallOptions options;
    options.retry.kinds.append(Error::Kind::Quota);
    m_inner->addFailure(Error::Kind::Quota, 1s);
    const auto reply = send(options);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(m_inner->asked().size(), 1U);
}

void TestRetryingProvider::whatTheServerCallsFinalIsNotRepeated()
{
    Error error = failure(Error::Kind::Server);
    error.isFinal = true;
    m_inner->addScript({{}, error, {}});
    const auto reply = send();
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(m_clock->pending(), 0U);
}

void TestRetryingProvider::retryAfterIsWaitedForExactly()
{
    m_inner->addFailure(Error::Kind::RateLimited, 17s);
    m_inner->addFailure(Error::Kind::RateLimited, 0ms);
    m_inner->addText(QStringLiteral("Hello"));
    const auto reply = send();
    QTRY_COMPARE(m_clock->pending(), 1U);
    QCOMPARE(m_clock->delays().back(), 17s);
    m_clock->advance(17s);
    QTRY_COMPARE(m_clock->pending(), 1U);
    QCOMPARE(m_clock->delays().back(), 1s); // no hint: the curve
    m_clock->advance(1s);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->failure());
}

void TestRetryingProvider::aLongerRetryAfterThanTheCapFailsAtOnceWithItsHint()
{
    m_inner->addFailure(Error::Kind::RateLimited, 121s);
    const auto reply = send();
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->failure()->retryAfter, std::optional<std::chrono::milliseconds>(121s));
    QCOMPARE(m_clock->delays().size(), 0U);
}

void TestRetryingProvider::nothingIsRepeatedAfterTheFirstContent()
{
    m_inner->addScript({{TextDelta{QStringLiteral("half")}}, failure(Error::Kind::Network), {}});
    const auto reply = send();
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live fake/m"), QStringLiteral("text half"),
                          QStringLiteral("failed network")}));
    QCOMPARE(m_inner->asked().size(), 1U);
}

void TestRetryingProvider::anUnpaidBeginningOfAFailedAttemptIsNotHeard()
{
    m_inner->addScript({{ServedModel{QStringLiteral("m-1")}, UsageReported{}},
                        failure(Error::Kind::Overloaded),
                        {}});
    m_inner->addScript(
        {{ServedModel{QStringLiteral("m-2")}, TextDelta{QStringLiteral("a")}}, {}, {}});
    const auto reply = send();
    const EventLog log(*reply);
    QTRY_COMPARE(m_clock->pending(), 1U);
    m_clock->advance(500ms);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("retry 2 after 500 overloaded"),
                          QStringLiteral("started live fake/m"), QStringLiteral("served m-2"),
                          QStringLiteral("text a"), QStringLiteral("finish stop"),
                          QStringLiteral("finished")}));
}

void TestRetryingProvider::theLastFailureKeepsWhatWasHeldBack()
{
    CallOptions options;
    options.retry.maxAttempts = 1;
    Usage usage;
    usage.outputTokens = 0;
    m_inner->addScript({{UsageReported{usage}}, failure(Error::Kind::Server), {}});
    const auto reply = send(options);
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live fake/m"), QStringLiteral("usage 0"),
                          QStringLiteral("failed server")}));
}

void TestRetryingProvider::cancelEndsThePauseAtOnce()
{
    m_inner->addFailure(Error::Kind::Server);
    const auto reply = send();
    const EventLog log(*reply);
    QTRY_COMPARE(m_clock->pending(), 1U);
    reply->cancel();
    QCOMPARE(log.lines().last(), QStringLiteral("failed cancelled"));
    m_clock->advance(1h);
    QCoreApplication::processEvents();
    QCOMPARE(m_inner->asked().size(), 1U);
    QCOMPARE(log.lines().size(), 2);
}

void TestRetryingProvider::cancelEndsARunningAttempt()
{
    const auto reply = send();
    const EventLog log(*reply);
    QCOMPARE(m_inner->alive(), 1U);
    reply->cancel();
    QCOMPARE(m_inner->alive(), 0U);
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed cancelled")}));
}

void TestRetryingProvider::aDeletedReplyIsNeverRepeated()
{
    m_inner->addFailure(Error::Kind::Server);
    auto reply = send();
    QTRY_COMPARE(m_clock->pending(), 1U);
    reply.reset();
    m_clock->advance(1h);
    QCOMPARE(m_inner->asked().size(), 1U);
}

void TestRetryingProvider::theHookRunsOnceAndItsRefusalIsFinal()
{
    int runs = 0;
    CallOptions options;
    options.beforeDispatch = [&runs]() -> std::optional<Error> {
        ++runs;
        return std::nullopt;
    };
    m_inner->addFailure(Error::Kind::Server);
    m_inner->addText(QStringLiteral("a"));
    const auto reply = send(options);
    QTRY_COMPARE(m_clock->pending(), 1U);
    m_clock->advance(500ms);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->failure());
    QCOMPARE(runs, 1);

    options.beforeDispatch = []() -> std::optional<Error> {
        return failure(Error::Kind::RateLimited);
    };
    const auto refused = send(options);
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->failure()->kind, Error::Kind::RateLimited);
    QCOMPARE(m_inner->asked().size(), 3U);
}

void TestRetryingProvider::mayBeDeletedByWhoeverHearsIt()
{
    m_inner->addFailure(Error::Kind::Server);
    auto reply = send();
    connect(reply.get(), &ChatReply::eventsAdded, this, [&reply] { reply.reset(); });
    QTRY_VERIFY(!reply);
    QCOMPARE(m_clock->pending(), 0U);

    m_inner->addText(QStringLiteral("a"));
    reply = send();
    connect(reply.get(), &ChatReply::started, this, [&reply] { reply.reset(); });
    QTRY_VERIFY(!reply);
}

} // namespace

KAGURA_TEST(TestRetryingProvider)
#include "tst_retryingprovider.moc"
