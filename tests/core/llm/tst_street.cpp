// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The providers around providers as one street, in the order in which the program builds it and in
// others, and under a storm of refusals.

#include "core/llm/accountgate.h"
#include "core/llm/fallbackprovider.h"
#include "core/llm/limitingprovider.h"
#include "core/llm/retryingprovider.h"
#include "core/llm/sharingprovider.h"
#include "core/llm/vendorprovider.h"
#include "core/net/transport.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakedialect.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace kagura;
using namespace kagura::test;
using namespace std::chrono_literals;

namespace {

//! A server under too much load: half of its answers are refusals. Answers at the next turn of the
//! event loop, so that calls overlap.
class StormyTransport final : public Transport
{
public:
    [[nodiscard]] std::unique_ptr<HttpCall> send(HttpRequest,
                                                 std::shared_ptr<BodySink> sink) override
    {
        ++sendCount;
        ++m_state->inFlight;
        mostInFlight = std::max(mostInFlight, m_state->inFlight);
        auto call = std::make_unique<Call>(m_state, std::move(sink));
        call->answerSoon(m_random() % 100);
        return call;
    }

    int sendCount = 0;
    int mostInFlight = 0;

private:
    struct State
    {
        int inFlight = 0;
        QObject context;
    };

    class Call final : public HttpCall
    {
    public:
        Call(std::shared_ptr<State> state, std::shared_ptr<BodySink> sink)
            : m_state(std::move(state))
            , m_exchange(std::make_shared<Exchange>(Exchange{std::move(sink), m_state, false}))
        {}
        ~Call() override { m_exchange->end(Error{Error::Kind::Cancelled, {}}); }
        Q_DISABLE_COPY_MOVE(Call)

        void abort() override { m_exchange->end(Error{Error::Kind::Cancelled, {}}); }
        void resume() override {}

        void answerSoon(unsigned long dice)
        {
            QMetaObject::invokeMethod(
                &m_state->context, [exchange = m_exchange, dice] { exchange->answer(dice); },
                Qt::QueuedConnection);
        }

    private:
        struct Exchange
        {
            std::shared_ptr<BodySink> sink;
            std::shared_ptr<State> state;
            bool isOver = false;

            void answer(unsigned long dice)
            {
                if (isOver)
                    return;
                if (dice < 20)
                    refuse(429, "rate_limited", dice < 10 ? "1" : "");
                else if (dice < 35)
                    refuse(503, "overloaded", dice < 25 ? "2" : "");
                else if (dice < 50)
                    refuse(500, "server", "");
                else {
                    sink->head({200, {}});
                    static_cast<void>(sink->write("t ok\nf\n"));
                    end(std::nullopt);
                }
            }
            void refuse(int status, QByteArrayView kind, const QByteArray &retryAfter)
            {
                sink->head({status, {{"Retry-After", retryAfter}}});
                static_cast<void>(sink->write(kind));
                end(std::nullopt);
            }
            void end(const std::optional<Error> &failure)
            {
                if (std::exchange(isOver, true))
                    return;
                --state->inFlight;
                sink->end(failure);
            }
        };

        std::shared_ptr<State> m_state;
        std::shared_ptr<Exchange> m_exchange;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
    std::mt19937 m_random{20260101};
};

ProviderConfig config()
{
    ProviderConfig config;
    config.name = QStringLiteral("p");
    config.baseUrl = QUrl(QStringLiteral("https://p.example/v1"));
    config.needsKey = false;
    return config;
}

class TestStreet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeStreetAnswersAsOne();
    void anyOrderWorks_data();
    void anyOrderWorks();
    void joinedCallersSurviveARetry();
    void aStormKeepsToTheCapAndTheTries();
    void cancellingAStormIsQuickAndSendsNothing();
};

void TestStreet::theWholeStreetAnswersAsOne()
{
    FakeClock clock;
    FakeProvider first(QStringLiteral("one"));
    FakeProvider second(QStringLiteral("two"));
    AccountGate gate({1, {}, {}}, clock);
    LimitingProvider limiting(first, gate);
    RetryingProvider retrying(limiting, clock, [] { return 0.0; });
    SharingProvider sharing(retrying);
    FallbackProvider street({{QStringLiteral("one"), &sharing, {}},
                             {QStringLiteral("two"), &second, QStringLiteral("n")}});
    for (int i = 0; i < 3; ++i)
        first.addFailure(Error::Kind::Overloaded);
    second.addText(QStringLiteral("Hello"));
    int hooks = 0;
    CallOptions options;
    options.beforeDispatch = [&hooks]() -> std::optional<Error> {
        ++hooks;
        return std::nullopt;
    };
    const auto reply = street.send(question(QStringLiteral("hi")), options);
    const EventLog log(*reply);
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY(clock.pending() > 0);
        clock.advance(8s);
    }
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("retry 2 after 500 overloaded"),
                          QStringLiteral("retry 3 after 1000 overloaded"),
                          QStringLiteral("fell back to two/n"),
                          QStringLiteral("started live two/n"), QStringLiteral("text Hello"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
    QCOMPARE(hooks, 1);
}

void TestStreet::anyOrderWorks_data()
{
    QTest::addColumn<QString>("order");
    QString order = QStringLiteral("lrs");
    do {
        QTest::newRow(qPrintable(order)) << order;
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestStreet::anyOrderWorks()
{
    QFETCH(QString, order);
    FakeClock clock;
    FakeProvider vendor;
    AccountGate gate({2, {}, {}}, clock);
    std::vector<std::unique_ptr<Provider>> street;
    Provider *inner = &vendor;
    for (const QChar one : order) {
        if (one == QLatin1Char('l'))
            street.push_back(std::make_unique<LimitingProvider>(*inner, gate));
        else if (one == QLatin1Char('r'))
            street.push_back(std::make_unique<RetryingProvider>(*inner, clock, [] { return 0.0; }));
        else
            street.push_back(std::make_unique<SharingProvider>(*inner));
        inner = street.back().get();
    }
    vendor.addFailure(Error::Kind::Network);
    vendor.addText(QStringLiteral("Hello"));
    int hooks = 0;
    CallOptions options;
    options.beforeDispatch = [&hooks]() -> std::optional<Error> {
        ++hooks;
        return std::nullopt;
    };
    const auto reply = inner->send(question(QStringLiteral("hi")), options);
    const EventLog log(*reply);
    QTRY_VERIFY(clock.pending() > 0);
    clock.advance(500ms);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("retry 2 after 500 network"),
                          QStringLiteral("started live fake/m"), QStringLiteral("text Hello"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
    QCOMPARE(hooks, 1);
    QCOMPARE(gate.limiter().inFlight(), 0U);
}

void TestStreet::joinedCallersSurviveARetry()
{
    FakeClock clock;
    FakeProvider vendor;
    RetryingProvider retrying(vendor, clock, [] { return 0.0; });
    SharingProvider sharing(retrying);
    vendor.addFailure(Error::Kind::Network);
    const auto first = sharing.send(question(QStringLiteral("hi")), {});
    QTRY_VERIFY(clock.pending() > 0);
    const auto late = sharing.send(question(QStringLiteral("hi")), {});
    const EventLog log(*late);
    vendor.addText(QStringLiteral("Hello"));
    QCoreApplication::processEvents();
    clock.advance(500ms);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("retry 2 after 500 network"),
                          QStringLiteral("started joined fake/m"), QStringLiteral("text Hello"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
    QCOMPARE(late->answer(), first->answer());
}

void TestStreet::aStormKeepsToTheCapAndTheTries()
{
    constexpr int Calls = 1000;
    constexpr int Cap = 24;
    const FakeDialect dialect;
    FakeClock clock;
    StormyTransport transport;
    VendorProvider vendor(config(), dialect, transport);
    AccountGate gate({Cap, {}, {}}, clock);
    LimitingProvider limiting(vendor, gate);
    RetryingProvider retrying(limiting, clock);
    SharingProvider street(retrying);

    std::vector<std::unique_ptr<ChatReply>> replies;
    int ended = 0;
    int terminals = 0;
    for (int i = 0; i < Calls; ++i) {
        replies.push_back(street.send(question(QString::number(i)), {}));
        connect(replies.back().get(), &Handle::finished, this, [&terminals] { ++terminals; });
    }
    const QDeadlineTimer limit(60s);
    while (ended < Calls && !limit.hasExpired()) {
        QCoreApplication::processEvents();
        clock.advance(50ms);
        ended = static_cast<int>(std::count_if(replies.begin(), replies.end(),
                                               [](const auto &one) { return one->isFinished(); }));
    }
    QCOMPARE(ended, Calls);
    QCOMPARE(terminals, Calls);
    const auto succeeded = std::count_if(replies.begin(), replies.end(), [](const auto &one) {
        return !one->failure() && one->answer().text == QStringLiteral("ok");
    });
    QVERIFY2(transport.mostInFlight <= Cap, qPrintable(QString::number(transport.mostInFlight)));
    QVERIFY2(transport.sendCount <= 3 * Calls, qPrintable(QString::number(transport.sendCount)));
    // One of eight fails three times in a row.
    QVERIFY2(succeeded > 800 && succeeded < 950, qPrintable(QString::number(succeeded)));
    QCOMPARE(gate.limiter().inFlight(), 0U);
    QCOMPARE(gate.limiter().waiting(), 0U);
    QCOMPARE(street.streamCount(), 0);
}

void TestStreet::cancellingAStormIsQuickAndSendsNothing()
{
    const FakeDialect dialect;
    FakeClock clock;
    StormyTransport transport;
    VendorProvider vendor(config(), dialect, transport);
    AccountGate gate({24, {}, {}}, clock);
    LimitingProvider limiting(vendor, gate);
    RetryingProvider retrying(limiting, clock);
    SharingProvider street(retrying);
    std::vector<std::unique_ptr<ChatReply>> replies;
    for (int i = 0; i < 1000; ++i)
        replies.push_back(street.send(question(QString::number(i)), {}));
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
        clock.advance(50ms);
    }
    const int sent = transport.sendCount;
    QElapsedTimer timer;
    timer.start();
    for (const auto &reply : replies)
        reply->cancel();
    QVERIFY2(timer.elapsed() < kagura::test::patiently(200),
             qPrintable(QString::number(timer.elapsed())));
    for (const auto &reply : replies)
        QVERIFY(reply->isFinished());
    QCoreApplication::processEvents();
    clock.advance(1h);
    QCoreApplication::processEvents();
    QCOMPARE(transport.sendCount, sent);
    QCOMPARE(gate.limiter().inFlight(), 0U);
    QCOMPARE(gate.limiter().waiting(), 0U);
}

} // namespace

KAGURA_TEST(TestStreet)
#include "tst_street.moc"
