// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/vendorprovider.h"
#include "core/llm/vendorreply.h"
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

class TestVendorReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_transport = std::make_unique<FakeTransport>(); }
    void cancelEndsOnceAndAborts();
    void resumesTheTransportOnceTheBatchWasRead();
    void mayBeDeletedByWhoeverHearsIt();
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
};

void TestVendorReply::cancelEndsOnceAndAborts()
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

void TestVendorReply::resumesTheTransportOnceTheBatchWasRead()
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

void TestVendorReply::mayBeDeletedByWhoeverHearsIt()
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

void TestVendorReply::aStreamFromAnotherThreadArrivesWhole()
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

void TestVendorReply::dyingRepliesDoNotDisturbTheNetworkThread()
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

void TestVendorReply::theRealTransportBringsTheSame()
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

KAGURA_TEST(TestVendorReply)
#include "tst_vendorreply.moc"
