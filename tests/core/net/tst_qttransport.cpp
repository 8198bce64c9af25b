// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/net/calls.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>

#include <vector>

namespace {

using namespace kagura;
using namespace kagura::test;
using namespace std::chrono_literals;

qint64 residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096 / (1024 * 1024);
}

class TestQtTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPostArrivesAsItWasMeant();
    void aStreamArrivesInOrderAndWhole();
    void aServerThatDropsBeforeItAnswersSeesOnePost_data();
    void aServerThatDropsBeforeItAnswersSeesOnePost();
    void aDroppedPostOnAReusedConnectionIsNotSentAgain();
    void twentyFourCallsToOneHostRunAtOnce();
    void twoHundredCallsToOneHostRunAtOnce();
    void theNextCallReusesTheConnection();
    void theConnectionIsReusedAfterTheSinkSaidDone();
    void aFullSinkStopsTheServerAndLosesNothing();
    void cancelEndsACallSoonAndOnce_data();
    void cancelEndsACallSoonAndOnce();
    void deletingTheCallDropsTheConnection();
    void destroyingTheTransportEndsEveryCall();
    void callsMayBeSentFromManyThreads();
};

void TestQtTransport::aPostArrivesAsItWasMeant()
{
    ScriptedServer server;
    server.answer(Script::whole(200, "fine", "X-Request-Id: 7\r\n"));
    QtTransport transport;
    const Call call = send(transport, postRequest(server.url("/v1/chat?x=1"), "hello"));
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->headSeen().status, 200);
    QCOMPARE(headerValue(call.sink->headSeen().headers, "x-request-id"), QByteArray("7"));
    QCOMPARE(call.sink->body(), QByteArray("fine"));

    const ServedRequest request = server.lastRequest();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/v1/chat?x=1"));
    QCOMPARE(request.body, QByteArray("hello"));
    QCOMPARE(request.header("Content-Length"), QByteArray("5"));
    QCOMPARE(request.header("Authorization"), QByteArray("Bearer sk-canary-7281"));
    QVERIFY(request.header("User-Agent").startsWith("Kagura/"));
    QCOMPARE(request.header("Accept-Encoding"), QByteArray("identity"));
    QVERIFY(request.header("Cookie").isNull());
    QVERIFY(request.header("Upgrade").isNull());
}

void TestQtTransport::aStreamArrivesInOrderAndWhole()
{
    QList<QByteArray> pieces;
    for (int i = 0; i < 2000; ++i)
        pieces.append("data: " + QByteArray::number(i) + "\n\n");
    ScriptedServer server;
    server.answer(Script::stream(pieces));
    QtTransport transport;
    const Call call = send(transport, postRequest(server.url()));
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->body(), pieces.join());
    QVERIFY(call.sink->isOrderKept());
}

void TestQtTransport::aServerThatDropsBeforeItAnswersSeesOnePost_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("close") << false;
    QTest::newRow("reset") << true;
}

void TestQtTransport::aServerThatDropsBeforeItAnswersSeesOnePost()
{
    QFETCH(bool, isReset);
    ScriptedServer server;
    server.answer(isReset ? Script().reset() : Script().close());
    QtTransport transport;
    for (int i = 1; i <= 10; ++i) {
        const Call call = send(transport, postRequest(server.url()));
        QVERIFY(call.sink->waitForEnd());
        QCOMPARE(call.failureKind(), Error::Kind::Network);
        QCOMPARE(server.requestCount(), i);
    }
    QTest::qWait(100); // a second request would come now
    QCOMPARE(server.requestCount(), 10);
}

void TestQtTransport::aDroppedPostOnAReusedConnectionIsNotSentAgain()
{
    ScriptedServer server;
    server.answerNext(Script::whole(200, "ok"));
    server.answer(Script().close());
    QtTransport transport;
    QVERIFY(send(transport, postRequest(server.url())).sink->waitForEnd());
    const Call call = send(transport, postRequest(server.url()));
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::Network);
    QTest::qWait(100);
    QCOMPARE(server.requestCount(), 2);
}

void TestQtTransport::twentyFourCallsToOneHostRunAtOnce()
{
    ScriptedServer server;
    server.answerWith([](const ServedRequest &) {
        return Script().pause(300ms).write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });
    QtTransport transport;
    QElapsedTimer clock;
    clock.start();
    std::vector<Call> calls;
    for (int i = 0; i < 24; ++i)
        calls.push_back(send(transport, postRequest(server.url())));
    for (const Call &call : calls) {
        QVERIFY(call.sink->waitForEnd());
        QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    }
    // Six at a time would take 1.2 s. The goal of 400 ms is kagura-bench's, on a quiet machine.
    QVERIFY2(clock.elapsed() < kagura::test::patiently(700),
             qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(server.maxLiveCount(), 24);
}

void TestQtTransport::twoHundredCallsToOneHostRunAtOnce()
{
    ScriptedServer server;
    server.answerWith([](const ServedRequest &) {
        return Script().pause(1000ms).write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });
    QtTransport transport;
    std::vector<Call> calls;
    for (int i = 0; i < 200; ++i)
        calls.push_back(send(transport, postRequest(server.url())));
    for (const Call &call : calls) {
        QVERIFY(call.sink->waitForEnd(20s));
        QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    }
    QCOMPARE(server.requestCount(), 200);
    QVERIFY2(server.maxLiveCount() >= 100, qPrintable(QString::number(server.maxLiveCount())));
}

void TestQtTransport::theNextCallReusesTheConnection()
{
    ScriptedServer server;
    server.answer(Script::whole(200, "ok"));
    QtTransport transport;
    for (int i = 0; i < 20; ++i)
        QVERIFY(send(transport, postRequest(server.url())).sink->waitForEnd());
    QCOMPARE(server.requestCount(), 20);
    // More than one where a call left before Qt had put the connection back; never one a call.
    QVERIFY2(server.connectionCount() <= 10, qPrintable(QString::number(server.connectionCount())));
}

void TestQtTransport::theConnectionIsReusedAfterTheSinkSaidDone()
{
    ScriptedServer server;
    server.answerWith([](const ServedRequest &) {
        return Script()
            .head(200, "Transfer-Encoding: chunked\r\n")
            .chunk("data: [DONE]\n\n")
            .pause(20ms)
            .lastChunk();
    });
    QtTransport transport;
    for (int i = 0; i < 5; ++i) {
        {
            const Call call = send(transport, postRequest(server.url()), {.doneAt = "[DONE]"});
            QVERIFY(call.sink->waitForEnd());
            QVERIFY(!call.sink->failure());
        } // the owner lets go of a finished call at once
        QTest::qWait(60);
    }
    QCOMPARE(server.requestCount(), 5);
    QCOMPARE(server.connectionCount(), 1);
}

void TestQtTransport::aFullSinkStopsTheServerAndLosesNothing()
{
    constexpr qint64 Total = 64LL * 1024 * 1024;
    const QByteArray block(64 * 1024, 'x');
    ScriptedServer server;
    server.answer(Script()
                      .head(200, "Content-Length: " + QByteArray::number(Total) + "\r\n")
                      .repeat(block, Total / block.size()));
    QtTransport transport;
    const qint64 before = residentMegabytes();
    HttpRequest request = postRequest(server.url());
    request.deadlines.idle = 300ms; // the pause is ours, and no silence of the server
    const Call call = send(transport, request, {.fullAfter = 1000, .keepsBody = false});
    QTRY_VERIFY(call.sink->bodySize() >= 1000);
    QTest::qWait(800);
    QVERIFY(!call.sink->isEnded());
    const qint64 sent = server.bytesSent();
    QVERIFY2(sent < Total / 4, qPrintable(QString::number(sent)));
    QVERIFY2(call.sink->bodySize() < 1024 * 1024,
             qPrintable(QString::number(call.sink->bodySize())));
    QVERIFY2(residentMegabytes() - before < 8, "the unread body fills our memory");
    call.sink->open();
    call.http->resume();
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->bodySize(), Total);
}

void TestQtTransport::cancelEndsACallSoonAndOnce_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("before the head") << QByteArray();
    QTest::newRow("inside the head") << QByteArray("HTTP/1.1 200 OK\r\nX-A: ");
    QTest::newRow("inside the body")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
}

void TestQtTransport::cancelEndsACallSoonAndOnce()
{
    QFETCH(QByteArray, start);
    ScriptedServer server;
    server.answer(Script().write(start).hold());
    QtTransport transport;
    const Call call = send(transport, postRequest(server.url()));
    QTRY_COMPARE(server.requestCount(), 1);
    QTest::qWait(30);
    QElapsedTimer clock;
    clock.start();
    call.http->abort();
    call.http->abort();
    QVERIFY(call.sink->waitForEnd(1s));
    QVERIFY2(clock.elapsed() < kagura::test::patiently(100),
             qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(call.failureKind(), Error::Kind::Cancelled);
    // The server must notice, too: it would go on and bill.
    QTRY_COMPARE_WITH_TIMEOUT(server.liveCount(), 0, 1000);
    QCOMPARE(call.sink->endCount(), 1);
    QVERIFY(call.sink->isOrderKept());
}

void TestQtTransport::deletingTheCallDropsTheConnection()
{
    ScriptedServer server;
    server.answer(Script().head(200, "Transfer-Encoding: chunked\r\n").chunk("a").hold());
    QtTransport transport;
    Call call = send(transport, postRequest(server.url()));
    QTRY_COMPARE(call.sink->bodySize(), 1);
    call.http.reset();
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(server.openCount(), 0, 1000);
}

void TestQtTransport::destroyingTheTransportEndsEveryCall()
{
    ScriptedServer server;
    server.answer(Script().hold());
    auto transport = std::make_unique<QtTransport>();
    std::vector<Call> calls;
    for (int i = 0; i < 30; ++i)
        calls.push_back(send(*transport, postRequest(server.url())));
    QTRY_COMPARE(server.requestCount(), 30);
    QElapsedTimer clock;
    clock.start();
    transport.reset();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    for (const Call &call : calls) {
        QCOMPARE(call.sink->endCount(), 1);
        QCOMPARE(call.failureKind(), Error::Kind::Cancelled);
        call.http->abort(); // a call may outlive its transport
    }
}

void TestQtTransport::callsMayBeSentFromManyThreads()
{
    ScriptedServer server;
    server.answer(Script::whole(200, "ok"));
    QtTransport transport;
    std::atomic<int> good{0};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (int k = 0; k < 25; ++k) {
                const Call call = send(transport, postRequest(server.url()));
                if (k % 5 == 4)
                    call.http->abort();
                if (call.sink->waitForEnd() && call.sink->isOrderKept()
                    && (!call.sink->failure() || call.failureKind() == Error::Kind::Cancelled))
                    ++good;
            }
        }));
        threads.back()->start();
    }
    for (const std::unique_ptr<QThread> &thread : threads)
        thread->wait();
    QCOMPARE(good.load(), 200);
}

} // namespace

KAGURA_TEST(TestQtTransport)

#include "tst_qttransport.moc"
