// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/embeddingreply.h"
#include "core/llm/modellistreply.h"
#include "core/llm/vendorprovider.h"
#include "core/net/qttransport.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakedialect.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/faketransport.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace kagura;
using namespace kagura::test;

namespace {

ProviderConfig config()
{
    ProviderConfig config;
    config.name = QStringLiteral("acme");
    config.baseUrl = QUrl(QStringLiteral("https://api.acme.example/v1/"));
    config.keyVariable = QStringLiteral("ACME_API_KEY");
    return config;
}

Secret testKey()
{
    return Secret("key-1234");
}

//! A transport whose network thread is a real one: it plays the same answer to whoever calls.
class ThreadedTransport final : public Transport
{
public:
    ThreadedTransport(int events, bool finishes)
        : m_events(events)
        , m_finishes(finishes)
    {}
    ~ThreadedTransport() override
    {
        m_isStopping = true;
        for (std::thread &thread : m_threads)
            thread.join();
    }
    Q_DISABLE_COPY_MOVE(ThreadedTransport)

    [[nodiscard]] std::unique_ptr<HttpCall> send(HttpRequest,
                                                 std::shared_ptr<BodySink> sink) override
    {
        auto state = std::make_shared<State>();
        m_threads.emplace_back([this, sink = std::move(sink), state] { play(*sink, *state); });
        return std::make_unique<Call>(state);
    }

private:
    struct State
    {
        std::atomic<bool> isAborted = false;
        std::atomic<bool> isPaused = false;
    };

    class Call final : public HttpCall
    {
    public:
        explicit Call(std::shared_ptr<State> state)
            : m_state(std::move(state))
        {}
        ~Call() override { m_state->isAborted = true; }
        Q_DISABLE_COPY_MOVE(Call)
        void abort() override { m_state->isAborted = true; }
        void resume() override { m_state->isPaused = false; }

    private:
        std::shared_ptr<State> m_state;
    };

    void play(BodySink &sink, State &state) const
    {
        sink.head({200, {}});
        bool isDone = false;
        for (int i = 0; i < m_events && !isDone && !state.isAborted && !m_isStopping; ++i) {
            state.isPaused = true;
            switch (sink.write("t x\n")) {
            case BodySink::State::Open:
                break;
            case BodySink::State::Full:
                while (state.isPaused && !state.isAborted && !m_isStopping)
                    std::this_thread::yield();
                break;
            case BodySink::State::Done:
                isDone = true;
            }
        }
        if (m_finishes && !isDone && !state.isAborted)
            static_cast<void>(sink.write("f\n"));
        sink.end(state.isAborted ? std::optional<Error>(Error{Error::Kind::Cancelled, {}})
                                 : std::nullopt);
    }

    int m_events;
    bool m_finishes;
    std::atomic<bool> m_isStopping = false;
    std::vector<std::thread> m_threads;
};

class TestVendorProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEverythingInOrderAndNothingBeforeSendReturned();
    void putsKeyDeadlinesAndProfileOnTheRequest();
    void waitsLongerForTheFirstByteOfThisMachine();
    void withoutANeededKeyNothingLeaves();
    void withoutAKeyThatIsNotNeededNoCredentialLeaves();
    void whatTheDialectCannotSayNeverLeaves();
    void theHookRunsOnceAndItsErrorKeepsTheCallHere();
    void keepsThePartialTextOfATruncatedAnswer();
    void ignoresWhatTheConnectionDoesAfterTheEndMark();
    void announcesNothingOfARefusalButItsError();
    void carriesTheRateLimitOfAnyHead();
    void cancelEndsOnceAndAborts();
    void resumesTheTransportOnceTheBatchWasRead();
    void mayBeDeletedByWhoeverHearsIt();
    void identityTellsAccountsHostsAndSamplesApart();
    void identityOfTheGuideIgnoresItsPort();
    void theScopeRevealsNothingOfTheKey();
    void listsTheModelsOfAllPages();
    void aListThatFailsKeepsWhatCameAndSaysWhy_data();
    void aListThatFailsKeepsWhatCameAndSaysWhy();
    void aListWithoutAnEndIsBroken();
    void aListCanBeCancelledOrDroppedAtAnyTime();
    void embedsEachText();
    void embeddingsThatDoNotFitAreBroken();
    void aStreamFromAnotherThreadArrivesWhole();
    void dyingRepliesDoNotDisturbTheNetworkThread();
    void theRealTransportBringsTheSame();

private:
    [[nodiscard]] VendorProvider provider(const ProviderConfig &config)
    {
        return VendorProvider(config, m_dialect, *m_transport, testKey);
    }

    FakeDialect m_dialect;
    std::unique_ptr<FakeTransport> m_transport;

private Q_SLOTS:
    void init() { m_transport = std::make_unique<FakeTransport>(); }
};

void TestVendorProvider::tellsEverythingInOrderAndNothingBeforeSendReturned()
{
    VendorProvider vendor = provider(config());
    const std::unique_ptr<ChatReply> reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    FakeTransport::Exchange &server = m_transport->last();
    server.head(200);
    server.write("t Hello\nt world\n");
    server.write("u 2\nf\n");
    QVERIFY(log.lines().isEmpty());
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live acme/m"), QStringLiteral("text Hello"),
                          QStringLiteral("text world"), QStringLiteral("usage 2"),
                          QStringLiteral("finish stop"), QStringLiteral("finished")}));
    QCOMPARE(reply->answer().text, QStringLiteral("Helloworld"));
    QVERIFY(reply->firstContentAfter());
    QVERIFY(reply->totalTime());
}

void TestVendorProvider::putsKeyDeadlinesAndProfileOnTheRequest()
{
    ProviderConfig own = config();
    own.network.proxy = NetworkProfile::Proxy::None;
    own.deadlines.idle = std::chrono::seconds(7);
    VendorProvider vendor = provider(own);
    const auto first = vendor.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->last().request().network, own.network);
    QCOMPARE(m_transport->last().request().deadlines, own.deadlines);
    QCOMPARE(m_transport->last().request().credentials,
             QList<CredentialHeader>({{"Authorization", "Bearer ", testKey()}}));
    CallOptions options;
    options.deadlines = Deadlines{};
    options.deadlines->total = std::chrono::seconds(3);
    const auto second = vendor.send(question(QStringLiteral("hi")), options);
    QCOMPARE(m_transport->last().request().deadlines, *options.deadlines);
}

void TestVendorProvider::waitsLongerForTheFirstByteOfThisMachine()
{
    ProviderConfig local = config();
    local.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:11434"));
    VendorProvider vendor = provider(local);
    const auto patient = vendor.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->last().request().deadlines.firstByte, std::chrono::seconds(300));

    local.deadlines.firstByte = std::chrono::seconds(5);
    VendorProvider strict = provider(local);
    const auto impatient = strict.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->last().request().deadlines.firstByte, std::chrono::seconds(5));
}

void TestVendorProvider::withoutANeededKeyNothingLeaves()
{
    VendorProvider vendor(config(), m_dialect, *m_transport);
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    QVERIFY(!reply->isFinished());
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed auth")}));
    QVERIFY(reply->failure()->message.contains(QStringLiteral("ACME_API_KEY")));
    QVERIFY(reply->failure()->message.contains(QStringLiteral("kagura-cli keys set acme")));
    QCOMPARE(m_transport->count(), 0U);
}

void TestVendorProvider::withoutAKeyThatIsNotNeededNoCredentialLeaves()
{
    ProviderConfig open = config();
    open.needsKey = false;
    VendorProvider vendor(open, m_dialect, *m_transport);
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    QCOMPARE(m_transport->count(), 1U);
    QVERIFY(m_transport->last().request().credentials.isEmpty());
}

void TestVendorProvider::whatTheDialectCannotSayNeverLeaves()
{
    VendorProvider vendor = provider(config());
    const ChatRequest nameless = question(QStringLiteral("hi"), QString());
    QCOMPARE(vendor.identify(nameless, {}).error().kind, Error::Kind::BadRequest);
    const auto reply = vendor.send(nameless, {});
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed bad_request")}));
    QCOMPARE(m_transport->count(), 0U);
}

void TestVendorProvider::theHookRunsOnceAndItsErrorKeepsTheCallHere()
{
    VendorProvider vendor = provider(config());
    CallOptions options;
    int runs = 0;
    options.beforeDispatch = [&]() -> std::optional<Error> {
        ++runs;
        if (runs == 1)
            return std::nullopt;
        return Error{Error::Kind::Quota, QStringLiteral("the budget is spent")};
    };
    const auto paid = vendor.send(question(QStringLiteral("hi")), options);
    QCOMPARE(m_transport->count(), 1U);
    const auto refused = vendor.send(question(QStringLiteral("hi")), options);
    const EventLog log(*refused);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed quota")}));
    QCOMPARE(runs, 2);
    QCOMPARE(m_transport->count(), 1U);
}

void TestVendorProvider::keepsThePartialTextOfATruncatedAnswer()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    m_transport->last().answer(200, "t half\nt of a wo");
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(),
             QStringList({QStringLiteral("started live acme/m"), QStringLiteral("text half"),
                          QStringLiteral("failed truncated")}));
    QCOMPARE(reply->answer().text, QStringLiteral("half"));
    QVERIFY(!reply->answer().finish);
}

void TestVendorProvider::ignoresWhatTheConnectionDoesAfterTheEndMark()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    m_transport->last().head(200);
    m_transport->last().write("t a\nf\nt b\n");
    m_transport->last().end(Error{Error::Kind::Network, QStringLiteral("reset")});
    QTRY_VERIFY(log.isOver());
    QVERIFY(!reply->failure());
    QCOMPARE(reply->answer().text, QStringLiteral("a"));
}

void TestVendorProvider::announcesNothingOfARefusalButItsError()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    m_transport->last().answer(429, "rate_limited", {{"Retry-After", "7"}});
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed rate_limited")}));
    QCOMPARE(reply->failure()->httpStatus, 429);
    QCOMPARE(reply->failure()->retryAfter, std::chrono::seconds(7));
}

void TestVendorProvider::carriesTheRateLimitOfAnyHead()
{
    VendorProvider vendor = provider(config());
    for (const int status : {200, 429}) {
        const auto reply = vendor.send(question(QStringLiteral("hi")), {});
        m_transport->last().answer(status, "f\n", {{"X-Remaining", "3"}});
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->rateLimit().requestsRemaining, 3);
    }
}

void TestVendorProvider::cancelEndsOnceAndAborts()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    const EventLog log(*reply);
    m_transport->last().head(200);
    m_transport->last().write("t unread\n");
    reply->cancel();
    reply->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(log.lines(), QStringList({QStringLiteral("failed cancelled")}));
    QVERIFY(m_transport->last().isAborted());
}

void TestVendorProvider::resumesTheTransportOnceTheBatchWasRead()
{
    VendorProvider vendor = provider(config());
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    FakeTransport::Exchange &server = m_transport->last();
    server.head(200);
    const QByteArray large = "t " + QByteArray(2 * 1024 * 1024, 'x') + '\n';
    QCOMPARE(server.write(large), BodySink::State::Full);
    QCOMPARE(server.resumeCount(), 0);
    QTRY_COMPARE(server.resumeCount(), 1);
    QCOMPARE(reply->answer().text.size(), 2 * 1024 * 1024);
    QCOMPARE(server.write("f\n"), BodySink::State::Done);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(server.resumeCount(), 1);
}

void TestVendorProvider::mayBeDeletedByWhoeverHearsIt()
{
    VendorProvider vendor = provider(config());
    for (const bool atStart : {true, false}) {
        std::unique_ptr<ChatReply> reply = vendor.send(question(QStringLiteral("hi")), {});
        const auto drop = [&reply] { reply.reset(); };
        if (atStart)
            connect(reply.get(), &ChatReply::started, this, drop);
        else
            connect(reply.get(), &ChatReply::eventsAdded, this, drop);
        m_transport->last().answer(200, "t a\nf\n");
        QTRY_VERIFY(!reply);
    }
}

void TestVendorProvider::identityTellsAccountsHostsAndSamplesApart()
{
    const ChatRequest request = question(QStringLiteral("hi"));
    const VendorProvider vendor = provider(config());
    const CallIdentity one = vendor.identify(request, {}).value();
    QCOMPARE(one.origin, QStringLiteral("https://api.acme.example:443/v1"));
    QCOMPARE(one.headers, QList<HttpHeader>({{"x-version", "1"}}));
    QCOMPARE(one, vendor.identify(request, {}).value());

    CallOptions second;
    second.sampleIndex = 1;
    QVERIFY(vendor.identify(request, second).value().digest() != one.digest());

    Secret key = testKey();
    const auto scope = [](const Secret &secret) { return accountScope(secret, Secret("salt")); };
    const VendorProvider keyed(
        config(), m_dialect, *m_transport, [&key] { return key; }, scope);
    const QByteArray before = keyed.identify(request, {}).value().digest();
    key = Secret("key-5678");
    QVERIFY(keyed.identify(request, {}).value().digest() != before);

    ProviderConfig other = config();
    other.baseUrl.setPath(QStringLiteral("/v2"));
    const VendorProvider neighbour(
        other, m_dialect, *m_transport, [] { return testKey(); }, scope);
    QVERIFY(neighbour.identify(request, {}).value().digest() != before);
}

void TestVendorProvider::identityOfTheGuideIgnoresItsPort()
{
    ProviderConfig guide = config();
    guide.identityOrigin = QStringLiteral("guide");
    guide.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:40001/v1"));
    const CallIdentity yesterday =
        VendorProvider(guide, m_dialect, *m_transport).identify(question({}), {}).value();
    guide.baseUrl.setPort(40002);
    const CallIdentity today =
        VendorProvider(guide, m_dialect, *m_transport).identify(question({}), {}).value();
    QCOMPARE(today.origin, QStringLiteral("guide"));
    QCOMPARE(today, yesterday);
}

void TestVendorProvider::theScopeRevealsNothingOfTheKey()
{
    // RFC 4231, test case 2.
    QCOMPARE(accountScope(Secret("what do ya want for nothing?"), Secret("Jefe")),
             QStringLiteral("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    QVERIFY(accountScope(Secret(), Secret("Jefe")).isEmpty());
    const VendorProvider vendor = provider(config());
    const QString scope = vendor.identify(question({}), {}).value().scope;
    QCOMPARE(scope.size(), 64);
    QVERIFY(scope != accountScope(testKey(), Secret()));
}

void TestVendorProvider::listsTheModelsOfAllPages()
{
    VendorProvider vendor = provider(config());
    const auto list = vendor.listModels();
    QCOMPARE(m_transport->last().request().credentials.size(), 1);
    m_transport->last().answer(200, "one\ntwo\nnext: p2");
    QTRY_COMPARE(m_transport->count(), 2U);
    QVERIFY(m_transport->last().request().url.path().endsWith(QStringLiteral("p2")));
    m_transport->last().answer(200, "three");
    QTRY_VERIFY(list->isFinished());
    QVERIFY(!list->failure());
    QStringList ids;
    for (const ModelInfo &model : list->models())
        ids.append(model.id);
    QCOMPARE(ids,
             QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
}

void TestVendorProvider::aListThatFailsKeepsWhatCameAndSaysWhy_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::newRow("no right") << 401 << QByteArray("auth") << QStringLiteral("auth");
    QTest::newRow("no list") << 200 << QByteArray("<html>") << QStringLiteral("protocol");
    QTest::newRow("no answer") << 0 << QByteArray() << QStringLiteral("network");
}

void TestVendorProvider::aListThatFailsKeepsWhatCameAndSaysWhy()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    VendorProvider vendor = provider(config());
    const auto list = vendor.listModels();
    m_transport->last().answer(200, "one\nnext: p2");
    QTRY_COMPARE(m_transport->count(), 2U);
    if (status == 0)
        m_transport->last().end(Error{Error::Kind::Network, QStringLiteral("reset")});
    else
        m_transport->last().answer(status, body);
    QTRY_VERIFY(list->isFinished());
    QCOMPARE(errorKindName(list->failure()->kind), kind);
    QCOMPARE(list->models().size(), 1);
}

void TestVendorProvider::aListWithoutAnEndIsBroken()
{
    VendorProvider vendor = provider(config());
    const auto circle = vendor.listModels();
    const auto endless = vendor.listModels();
    m_transport->at(0).answer(200, "one\nnext: p2");
    m_transport->at(1).answer(200, "one\nnext: 0");
    QTRY_COMPARE(m_transport->count(), 4U);
    m_transport->at(2).answer(200, "one\nnext: p2");
    QTRY_VERIFY(circle->isFinished());
    QCOMPARE(circle->failure()->kind, Error::Kind::Protocol);
    for (int page = 1; !endless->isFinished() && page < 1000; ++page) {
        m_transport->last().answer(200, "one\nnext: " + QByteArray::number(page));
        QCoreApplication::processEvents();
    }
    QVERIFY(endless->isFinished());
    QCOMPARE(endless->failure()->kind, Error::Kind::Protocol);
    QVERIFY(m_transport->count() < 110);
}

void TestVendorProvider::aListCanBeCancelledOrDroppedAtAnyTime()
{
    VendorProvider vendor = provider(config());
    auto list = vendor.listModels();
    list->cancel();
    QCOMPARE(list->failure()->kind, Error::Kind::Cancelled);
    QVERIFY(m_transport->last().isAborted());
    list = vendor.listModels();
    m_transport->last().answer(200, "one");
    list.reset();
    QCoreApplication::processEvents();
}

void TestVendorProvider::embedsEachText()
{
    VendorProvider vendor = provider(config());
    const EmbeddingRequest request{
        QStringLiteral("e"), {QStringLiteral("a"), QStringLiteral("b")}, {}};
    const auto reply = vendor.embed(request);
    m_transport->last().answer(200, "0.5\n0.25\n");
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(!reply->failure());
    QCOMPARE(reply->answer().vectors, QList<QList<float>>({{0.5F}, {0.25F}}));
}

void TestVendorProvider::embeddingsThatDoNotFitAreBroken()
{
    VendorProvider vendor = provider(config());
    const EmbeddingRequest request{QStringLiteral("e"), {QStringLiteral("a")}, {}};
    const auto reply = vendor.embed(request);
    m_transport->last().answer(200, "0.5\n0.25\n");
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->failure()->kind, Error::Kind::Protocol);
    const auto refused = vendor.embed({});
    QVERIFY(!refused->isFinished());
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->failure()->kind, Error::Kind::BadRequest);
}

void TestVendorProvider::aStreamFromAnotherThreadArrivesWhole()
{
    constexpr int Events = 20000;
    ThreadedTransport transport(Events, true);
    VendorProvider vendor(config(), m_dialect, transport, testKey);
    const auto reply = vendor.send(question(QStringLiteral("hi")), {});
    int batches = 0;
    connect(reply.get(), &ChatReply::eventsAdded, this, [&batches] { ++batches; });
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30000);
    QVERIFY(!reply->failure());
    QCOMPARE(reply->answer().text.size(), Events);
    QVERIFY(batches < Events);
}

void TestVendorProvider::dyingRepliesDoNotDisturbTheNetworkThread()
{
    ThreadedTransport transport(2000, true);
    VendorProvider vendor(config(), m_dialect, transport, testKey);
    for (int i = 0; i < 40; ++i) {
        std::unique_ptr<ChatReply> reply = vendor.send(question(QStringLiteral("hi")), {});
        if (i % 4 == 1)
            reply->cancel();
        if (i % 4 >= 2)
            QTRY_VERIFY(!reply->answer().text.isEmpty());
        if (i % 4 == 3)
            reply->cancel();
        reply.reset();
        QCoreApplication::processEvents();
    }
}

//! Answers every request with the same stream, in small chunks, and keeps the connection.
class ChunkServer final : public QTcpServer
{
public:
    explicit ChunkServer(int events)
    {
        connect(this, &QTcpServer::newConnection, this, [this, events] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, events] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (int i = 0; i < events; ++i)
                    socket->write("4\r\nt x\n\r\n");
                socket->write("2\r\nf\n\r\n0\r\n\r\n");
            });
        });
    }
};

void TestVendorProvider::theRealTransportBringsTheSame()
{
    constexpr int Events = 2000;
    ChunkServer server(Events);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ProviderConfig local = config();
    local.network.proxy = NetworkProfile::Proxy::None;
    local.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(server.serverPort()));
    QtTransport transport;
    VendorProvider vendor(local, m_dialect, transport, testKey);
    std::vector<std::unique_ptr<ChatReply>> replies;
    for (int i = 0; i < 10; ++i)
        replies.push_back(vendor.send(question(QStringLiteral("hi")), {}));
    replies[3]->cancel();
    replies[4].reset();
    for (const auto &reply : replies) {
        if (!reply)
            continue;
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30000);
        if (reply == replies[3])
            continue;
        QVERIFY2(!reply->failure(),
                 qPrintable(reply->failure() ? reply->failure()->message : QString()));
        QCOMPARE(reply->answer().text.size(), Events);
    }
}

} // namespace

KAGURA_TEST(TestVendorProvider)
#include "tst_vendorprovider.moc"
