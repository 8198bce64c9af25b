// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/net/calls.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <vector>

namespace {

using namespace kagura;
using namespace kagura::test;
using namespace std::chrono_literals;

constexpr auto Grace = 1000ms; // how much later than its limit a deadline may come

class TestNetworkCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRedirectCarriesNothingToAnotherOrigin_data();
    void aRedirectCarriesNothingToAnotherOrigin();
    void aGetFollowsToAnotherOriginWithoutItsKey_data();
    void aGetFollowsToAnotherOriginWithoutItsKey();
    void aRedirectWithinTheOriginIsFollowed_data();
    void aRedirectWithinTheOriginIsFollowed();
    void aPostIsNotTurnedIntoAGet_data();
    void aPostIsNotTurnedIntoAGet();
    void aRedirectThatIsNotFollowedIsAnAnswer();
    void redirectsEndSomewhere();
    void aRedirectThatLeadsNowhereIsAnError_data();
    void aRedirectThatLeadsNowhereIsAnError();
    void aShortBodyIsNeverASuccess_data();
    void aShortBodyIsNeverASuccess();
    void anErrorStatusIsAnAnswer_data();
    void anErrorStatusIsAnAnswer();
    void aBodyOverTheLimitEndsTheCall();
    void eachDeadlineEndsTheCall_data();
    void eachDeadlineEndsTheCall();
    void commentsAreLifeButNotProgress();
    void progressKeepsAQuietLimitAway();
    void aPauseOfTheSinkIsNoSilenceOfTheServer();
    void textOfErrorsHoldsNoKeyAndNoQuery_data();
    void textOfErrorsHoldsNoKeyAndNoQuery();
};

void addRedirectStatuses()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestNetworkCall::aRedirectCarriesNothingToAnotherOrigin_data()
{
    addRedirectStatuses();
}

void TestNetworkCall::aRedirectCarriesNothingToAnotherOrigin()
{
    QFETCH(int, status);
    ScriptedServer home;
    ScriptedServer away;
    away.answer(Script::whole(200, "gotcha"));
    home.answer(Script::redirect(status, away.url("/steal?token=q").toEncoded()));
    QtTransport transport;
    const Call call = send(transport, postRequest(home.url("/v1?secret=q")));
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::BadRequest);
    QCOMPARE(away.requestCount(), 0);
    QCOMPARE(home.requestCount(), 1);
    QVERIFY(!call.sink->hasHead());
    QVERIFY2(call.failureText().contains(originOf(home.url())), qPrintable(call.failureText()));
    QVERIFY2(call.failureText().contains(originOf(away.url())), qPrintable(call.failureText()));
    QVERIFY(!call.failureText().contains(QLatin1String("steal")));
    QVERIFY(!call.failureText().contains(QLatin1String("secret")));
}

void TestNetworkCall::aGetFollowsToAnotherOriginWithoutItsKey_data()
{
    addRedirectStatuses();
}

void TestNetworkCall::aGetFollowsToAnotherOriginWithoutItsKey()
{
    QFETCH(int, status);
    ScriptedServer home;
    ScriptedServer away;
    away.answer(Script::whole(200, "list"));
    home.answer(Script::redirect(status, away.url("/models").toEncoded()));
    QtTransport transport;
    HttpRequest request = postRequest(home.url("/models"), {});
    request.method = "GET";
    request.headers.append(HttpHeader{"X-Team", "canary-header"});
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->body(), QByteArray("list"));
    const ServedRequest seen = away.lastRequest();
    QCOMPARE(seen.method, QByteArray("GET"));
    for (const auto &[name, value] : seen.headers)
        QVERIFY2(!value.contains("canary"), name.constData());
    QCOMPARE(home.lastRequest().header("x-api-key"), QByteArray("sk-canary-7281"));
}

void TestNetworkCall::aRedirectWithinTheOriginIsFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("307") << 307;
    QTest::newRow("308") << 308;
}

void TestNetworkCall::aRedirectWithinTheOriginIsFollowed()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.answerPath("/old", Script::redirect(status, "/new"));
    server.answerPath("/new", Script::whole(200, "ok"));
    QtTransport transport;
    const Call call = send(transport, postRequest(server.url("/old"), "payload"));
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->headSeen().status, 200);
    const ServedRequest last = server.lastRequest();
    QCOMPARE(last.method, QByteArray("POST"));
    QCOMPARE(last.path, QByteArray("/new"));
    QCOMPARE(last.body, QByteArray("payload"));
    QCOMPARE(last.header("x-api-key"), QByteArray("sk-canary-7281"));
    QCOMPARE(server.requestCount(), 2);
}

void TestNetworkCall::aPostIsNotTurnedIntoAGet_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303})
        QTest::addRow("%d", status) << status;
}

void TestNetworkCall::aPostIsNotTurnedIntoAGet()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.answer(Script::redirect(status, "/login"));
    QtTransport transport;
    const Call call = send(transport, postRequest(server.url("/old")));
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::BadRequest);
    QCOMPARE(server.requestCount(), 1);
}

void TestNetworkCall::aRedirectThatIsNotFollowedIsAnAnswer()
{
    ScriptedServer server;
    server.answer(Script::redirect(302, "/new"));
    QtTransport transport;
    HttpRequest request = getRequest(server.url("/old"));
    request.followsRedirects = false;
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->headSeen().status, 302);
    QCOMPARE(headerValue(call.sink->headSeen().headers, "location"), QByteArray("/new"));
    QCOMPARE(server.requestCount(), 1);
}

void TestNetworkCall::redirectsEndSomewhere()
{
    ScriptedServer server;
    server.answer(Script::redirect(302, "/again"));
    QtTransport transport;
    const Call call = send(transport, getRequest(server.url()));
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::BadRequest);
    QVERIFY(server.requestCount() <= 10);
}

void TestNetworkCall::aRedirectThatLeadsNowhereIsAnError_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("file") << Script::redirect(302, "file:///etc/passwd");
    QTest::newRow("no address") << Script::whole(302, {});
    QTest::newRow("garbage") << Script::redirect(302, "http://[");
    QTest::newRow("endless page") << Script()
                                         .head(302,
                                               "Location: /x\r\nTransfer-Encoding: chunked\r\n")
                                         .repeat("1\r\nx\r\n", -1);
}

void TestNetworkCall::aRedirectThatLeadsNowhereIsAnError()
{
    QFETCH(Script, script);
    ScriptedServer server;
    server.answer(script);
    QtTransport transport;
    const Call call = send(transport, getRequest(server.url()));
    QVERIFY(call.sink->waitForEnd());
    QVERIFY(call.sink->failure());
    QCOMPARE(call.sink->bodySize(), 0);
}

void TestNetworkCall::aShortBodyIsNeverASuccess_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isReset");
    QTest::addColumn<bool>("isChunked");
    for (const bool isReset : {false, true}) {
        const char *end = isReset ? "reset" : "close";
        QTest::addRow("Content-Length, %s", end)
            << QByteArray("Content-Length: 4000\r\n") << isReset << false;
        QTest::addRow("chunked, %s", end)
            << QByteArray("Transfer-Encoding: chunked\r\n") << isReset << true;
        QTest::addRow("neither, %s", end) << QByteArray() << isReset << false;
    }
}

// Qt 6.4 reports some of these as success, at random: of those with a length about one in 5,000 here. Where the length was announced the transport
// must notice; for the others it must only bring all bytes and one end, and the protocol's end mark
// decides (DecodingSink).
void TestNetworkCall::aShortBodyIsNeverASuccess()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, isReset);
    QFETCH(bool, isChunked);
    ScriptedServer server;
    server.answerWith([=](const ServedRequest &request) {
        Script script;
        script.head(200, header);
        const int pieces = 4 + request.connection % 12;
        for (int i = 0; i < pieces; ++i) {
            if (isChunked)
                script.chunk("data: x\n\n");
            else
                script.write("data: x\n\n");
        }
        return isReset ? script.reset() : script.close();
    });
    QtTransport transport;
    const int rounds = header.startsWith("Content-Length") ? 150 : 8;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Call> calls; // many at once: the fault comes with load
        for (int i = 0; i < 24; ++i)
            calls.push_back(send(transport, postRequest(server.url())));
        for (const Call &call : calls) {
            QVERIFY(call.sink->waitForEnd());
            QVERIFY(call.sink->isOrderKept());
            if (header.startsWith("Content-Length"))
                QVERIFY2(call.failureKind() == Error::Kind::Truncated
                             || call.failureKind() == Error::Kind::Network,
                         qPrintable(call.failureText()));
            if (!isReset && !isChunked)
                QVERIFY(call.sink->body().endsWith("data: x\n\n"));
        }
    }
}

void TestNetworkCall::anErrorStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {400, 401, 402, 403, 404, 405, 408, 409, 413, 422, 429, 500, 501, 502, 503, 504, 529})
        QTest::addRow("%d", status) << status;
}

void TestNetworkCall::anErrorStatusIsAnAnswer()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.answer(Script::whole(status, "{\"error\":{}}",
                                "Retry-After: 3\r\n"
                                "WWW-Authenticate: Basic realm=x\r\n"));
    QtTransport transport;
    const Call call = send(transport, postRequest(server.url()));
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->headSeen().status, status);
    QCOMPARE(headerValue(call.sink->headSeen().headers, "Retry-After"), QByteArray("3"));
    QCOMPARE(call.sink->body(), QByteArray("{\"error\":{}}"));
    QCOMPARE(server.requestCount(), 1);
}

void TestNetworkCall::aBodyOverTheLimitEndsTheCall()
{
    ScriptedServer server;
    server.answer(Script()
                      .head(200, "Transfer-Encoding: chunked\r\n")
                      .repeat("1000\r\n" + QByteArray(0x1000, 'x') + "\r\n", -1));
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.maxBodyBytes = 1024 * 1024;
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::Protocol);
    QVERIFY(call.sink->bodySize() <= request.maxBodyBytes);
    QTRY_COMPARE(server.liveCount(), 0);
}

void TestNetworkCall::eachDeadlineEndsTheCall_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Deadlines>("deadlines");
    const Deadlines none = {{}, {}, {}, {}, {}};
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    Deadlines firstByte = none;
    firstByte.firstByte = 200ms;
    Deadlines idle = none;
    idle.idle = 200ms;
    Deadlines progress = none;
    progress.progress = 300ms;
    Deadlines total = none;
    total.total = 300ms;
    QTest::newRow("no answer, first byte") << Script().hold() << firstByte;
    // Header bytes are no answer: a byte now and then must not keep a call.
    QTest::newRow("slow header, first byte")
        << Script().trickle("HTTP/1.1 200 OK\r\nX-Slow: " + QByteArray(200, 'z'), 50ms)
        << firstByte;
    QTest::newRow("silence, idle")
        << Script().head(200, chunked).chunk("data: x\n\n").hold() << idle;
    QTest::newRow("comments only, progress")
        << Script().head(200, chunked).repeat("4\r\n: x\n\r\n", -1, 20ms) << progress;
    QTest::newRow("trickle, total")
        << Script().head(200, chunked).repeat("6\r\ndata: \r\n", -1, 20ms) << total;
    QTest::newRow("no answer, total") << Script().hold() << total;
}

void TestNetworkCall::eachDeadlineEndsTheCall()
{
    QFETCH(Script, script);
    QFETCH(Deadlines, deadlines);
    ScriptedServer server;
    server.answer(script);
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.deadlines = deadlines;
    QElapsedTimer clock;
    clock.start();
    const Call call = send(transport, request, {.progressMark = "data:"});
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::Timeout);
    QVERIFY2(clock.elapsed() >= 190, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(clock.elapsed() < kagura::test::patiently(300 + Grace.count()),
             qPrintable(QString::number(clock.elapsed())));
    QVERIFY(call.sink->isOrderKept());
    QTRY_COMPARE(server.liveCount(), 0);
}

void TestNetworkCall::commentsAreLifeButNotProgress()
{
    ScriptedServer server;
    Script script;
    script.head(200, "Transfer-Encoding: chunked\r\n").chunk("data: 1\n\n");
    script.repeat("4\r\n: x\n\r\n", 12, 50ms).chunk("data: 2\n\n").lastChunk();
    server.answer(script);
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.deadlines.idle = 300ms;
    request.deadlines.progress = 5s;
    const Call call = send(transport, request, {.progressMark = "data:"});
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QVERIFY(call.sink->body().endsWith("data: 2\n\n"));
}

void TestNetworkCall::progressKeepsAQuietLimitAway()
{
    ScriptedServer server;
    Script script;
    script.head(200, "Transfer-Encoding: chunked\r\n");
    script.repeat("7\r\ndata: x\r\n", 12, 50ms).lastChunk();
    server.answer(script);
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.deadlines.firstByte = 300ms;
    request.deadlines.progress = 300ms;
    const Call call = send(transport, request, {.progressMark = "data:"});
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
}

void TestNetworkCall::aPauseOfTheSinkIsNoSilenceOfTheServer()
{
    ScriptedServer server;
    server.answer(Script::stream({"data: 1\n\n", "data: 2\n\n"}));
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.deadlines.idle = 150ms;
    request.deadlines.progress = 150ms;
    const Call call = send(transport, request, {.fullAfter = 1});
    QTRY_VERIFY(call.sink->bodySize() > 0);
    QTest::qWait(400);
    QVERIFY(!call.sink->isEnded());
    call.sink->open();
    call.http->resume();
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->body(), QByteArray("data: 1\n\ndata: 2\n\n"));
}

void TestNetworkCall::textOfErrorsHoldsNoKeyAndNoQuery_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("dropped") << Script().close();
    QTest::newRow("reset in the body")
        << Script().head(200, "Content-Length: 100\r\n").write("abc").reset();
    QTest::newRow("no HTTP") << Script().write("SSH-2.0-OpenSSH_9.2\r\n").close();
    QTest::newRow("bad status line") << Script().write("HTTP/9.9 abc\r\n\r\n").close();
    QTest::newRow("silent") << Script().hold();
    QTest::newRow("redirect loop") << Script::redirect(307, "/canary?key=canary");
}

void TestNetworkCall::textOfErrorsHoldsNoKeyAndNoQuery()
{
    QFETCH(Script, script);
    ScriptedServer server;
    server.answer(script);
    QtTransport transport;
    HttpRequest request = postRequest(server.url("/canary?key=canary"));
    request.deadlines.firstByte = 200ms;
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QVERIFY(call.sink->failure());
    QVERIFY(!call.failureText().isEmpty());
    QVERIFY2(!call.failureText().contains(QLatin1String("canary")), qPrintable(call.failureText()));
}

} // namespace

KAGURA_TEST(TestNetworkCall)

#include "tst_networkcall.moc"
