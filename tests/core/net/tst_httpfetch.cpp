// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpfetch.h"
#include "tests/core/net/calls.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace kagura;
using namespace kagura::test;

class TestHttpFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeAnswerArrivesOnceAndInOurThread();
    void anErrorStatusIsAnAnswer();
    void aBodyOverTheLimitIsAFailure();
    void aShortBodyIsAFailure();
    void aBodyThatTricklesEndsInTime();
    void cancelFinishesOnceWithCancelled();
    void aFetchThatIsDeletedStaysSilent();
};

void TestHttpFetch::theWholeAnswerArrivesOnceAndInOurThread()
{
    ScriptedServer server;
    server.answer(Script::stream({"{\"data\":", "[]}"}, "X-Page: 2\r\n"));
    QtTransport transport;
    HttpFetch fetch(transport, getRequest(server.url()));
    QSignalSpy finished(&fetch, &Handle::finished);
    QVERIFY(!fetch.isFinished());
    QVERIFY(finished.wait());
    QVERIFY(!fetch.failure());
    QCOMPARE(fetch.status(), 200);
    QCOMPARE(headerValue(fetch.headers(), "x-page"), QByteArray("2"));
    QCOMPARE(fetch.body(), QByteArray("{\"data\":[]}"));
    QTest::qWait(20);
    QCOMPARE(finished.count(), 1);
}

void TestHttpFetch::anErrorStatusIsAnAnswer()
{
    ScriptedServer server;
    server.answer(Script::whole(401, "no"));
    QtTransport transport;
    HttpFetch fetch(transport, getRequest(server.url()));
    QTRY_VERIFY(fetch.isFinished());
    QVERIFY(!fetch.failure());
    QCOMPARE(fetch.status(), 401);
    QCOMPARE(fetch.body(), QByteArray("no"));
}

void TestHttpFetch::aBodyOverTheLimitIsAFailure()
{
    ScriptedServer server;
    server.answer(Script::whole(200, QByteArray(5000, 'x')));
    QtTransport transport;
    HttpRequest request = getRequest(server.url());
    request.maxBodyBytes = 4999;
    HttpFetch fetch(transport, request);
    QTRY_VERIFY(fetch.isFinished());
    QVERIFY(fetch.failure());
    QCOMPARE(fetch.failure()->kind, Error::Kind::Protocol);
}

void TestHttpFetch::aShortBodyIsAFailure()
{
    ScriptedServer server;
    server.answer(Script().head(200, "Content-Length: 10\r\n").write("abc").close());
    QtTransport transport;
    HttpFetch fetch(transport, getRequest(server.url()));
    QTRY_VERIFY(fetch.isFinished());
    QVERIFY(fetch.failure());
}

void TestHttpFetch::aBodyThatTricklesEndsInTime()
{
    ScriptedServer server;
    server.answer(Script()
                      .head(200, "Content-Length: 100000\r\n")
                      .repeat("a", -1, std::chrono::milliseconds(20)));
    QtTransport transport;
    HttpRequest request = getRequest(server.url());
    request.deadlines.progress = std::chrono::milliseconds(200);
    HttpFetch fetch(transport, request);
    QTRY_VERIFY(fetch.isFinished());
    QCOMPARE(fetch.failure()->kind, Error::Kind::Timeout);
}

void TestHttpFetch::cancelFinishesOnceWithCancelled()
{
    ScriptedServer server;
    server.answer(Script().hold());
    QtTransport transport;
    HttpFetch fetch(transport, getRequest(server.url()));
    QSignalSpy finished(&fetch, &Handle::finished);
    QTRY_COMPARE(server.requestCount(), 1);
    fetch.cancel();
    fetch.cancel();
    QVERIFY(fetch.isFinished());
    QCOMPARE(fetch.failure()->kind, Error::Kind::Cancelled);
    QTRY_COMPARE(server.liveCount(), 0);
    QCOMPARE(finished.count(), 1);
}

void TestHttpFetch::aFetchThatIsDeletedStaysSilent()
{
    ScriptedServer server;
    server.answer(Script::whole(200, "ok"));
    QtTransport transport;
    int finished = 0;
    for (int i = 0; i < 50; ++i) {
        auto fetch = std::make_unique<HttpFetch>(transport, getRequest(server.url()));
        connect(fetch.get(), &Handle::finished, this, [&finished] { ++finished; });
        QElapsedTimer clock; // without the event loop, so that the answer is there and not yet told
        clock.start();
        while (i % 2 == 0 && clock.elapsed() < 5) {}
        fetch.reset();
        QCoreApplication::processEvents();
    }
    QTest::qWait(50);
    QCOMPARE(finished, 0);
}

} // namespace

KAGURA_TEST(TestHttpFetch)

#include "tst_httpfetch.moc"
