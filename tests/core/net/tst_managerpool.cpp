// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/net/calls.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsidentity.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace kagura;
using namespace kagura::test;
using namespace std::chrono_literals;

Script endlessHeader()
{
    QByteArray lines;
    for (int i = 0; i < 4096; ++i)
        lines += "X-Header-" + QByteArray::number(i) + ": v\r\n";
    return Script().write("HTTP/1.1 200 OK\r\n").repeat(lines, -1);
}

class TestManagerPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeaderWithoutEndHurtsNobodyElse();
    void aHeaderWithoutEndThatWasCancelledIsFoundOut();
    void aTransportWithAHangingManagerDiesQuickly();
    void aSilentServerCostsNobodyItsManager();
    void aCustomProxyIsUsed();
    void theProxyOfTheEnvironmentIsUsed();
    void loopbackNeverGoesThroughAProxy();
    void aProxyThatIsNoneIsRefused_data();
    void aProxyThatIsNoneIsRefused();
    void anUnknownAuthorityIsRefused_data();
    void anUnknownAuthorityIsRefused();
    void anAuthorityOfOurOwnIsAccepted();
    void aServerAskedByItsAddressShowsItsName_data();
    void aServerAskedByItsAddressShowsItsName();
    void anAuthorityFileThatCannotBeReadIsNamed();
    void plainHttpOnATlsPortIsExplained();
};

void TestManagerPool::aHeaderWithoutEndHurtsNobodyElse()
{
    ScriptedServer flooded;
    ScriptedServer fine;
    flooded.answerNext(endlessHeader());
    flooded.answer(Script::whole(200, "back"));
    fine.answer(Script::whole(200, "fine"));
    QtTransport transport;
    HttpRequest request = postRequest(flooded.url());
    request.deadlines.firstByte = 500ms;
    const Call hanging = send(transport, request);
    qint64 slowest = 0;
    QElapsedTimer sinceEnd;
    while (!sinceEnd.isValid() || sinceEnd.elapsed() < 1500) {
        QElapsedTimer clock;
        clock.start();
        const Call call = send(transport, postRequest(fine.url()));
        QVERIFY(call.sink->waitForEnd());
        QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
        slowest = std::max(slowest, clock.elapsed());
        if (!sinceEnd.isValid() && hanging.sink->isEnded()) {
            sinceEnd.start();
            const Call again = send(transport, postRequest(flooded.url()));
            QVERIFY(again.sink->waitForEnd(1s));
            QVERIFY2(!again.sink->failure(), qPrintable(again.failureText()));
            QCOMPARE(again.sink->body(), QByteArray("back"));
        }
    }
    QCOMPARE(hanging.failureKind(), Error::Kind::Timeout);
    QVERIFY2(slowest < 200, qPrintable(QString::number(slowest)));
    // The thread that read the header has been stopped, and does not fill memory behind our back.
    QTRY_COMPARE_WITH_TIMEOUT(flooded.liveCount(), 0, 2000);
}

void TestManagerPool::aHeaderWithoutEndThatWasCancelledIsFoundOut()
{
    ScriptedServer server;
    server.answerNext(endlessHeader());
    server.answer(Script::whole(200, "back"));
    QtTransport transport;
    const Call call = send(transport, postRequest(server.url()));
    QTRY_VERIFY(server.bytesSent() > 1024 * 1024);
    call.http->abort();
    QVERIFY(call.sink->waitForEnd(1s));
    QCOMPARE(call.failureKind(), Error::Kind::Cancelled);
    const Call again = send(transport, postRequest(server.url()));
    QVERIFY(again.sink->waitForEnd(1s));
    QCOMPARE(again.sink->body(), QByteArray("back"));
    QTRY_COMPARE_WITH_TIMEOUT(server.liveCount(), 0, 2000);
}

void TestManagerPool::aTransportWithAHangingManagerDiesQuickly()
{
    ScriptedServer server;
    server.answer(endlessHeader());
    auto transport = std::make_unique<QtTransport>();
    const Call call = send(*transport, postRequest(server.url()));
    QTRY_VERIFY(server.bytesSent() > 1024 * 1024);
    QElapsedTimer clock;
    clock.start();
    transport.reset();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(call.failureKind(), Error::Kind::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(server.liveCount(), 0, 2000);
}

void TestManagerPool::aSilentServerCostsNobodyItsManager()
{
    ScriptedServer server;
    server.answerPath(
        "/slow", Script().pause(1500ms).write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nslow"));
    server.answerPath("/silent", Script().hold());
    QtTransport transport;
    const Call slow = send(transport, postRequest(server.url("/slow")));
    HttpRequest request = postRequest(server.url("/silent"));
    request.deadlines.firstByte = 200ms;
    const Call silent = send(transport, request);
    QVERIFY(silent.sink->waitForEnd());
    QCOMPARE(silent.failureKind(), Error::Kind::Timeout);
    // The other call shares the manager, which was asked and is well.
    QVERIFY(slow.sink->waitForEnd());
    QVERIFY2(!slow.sink->failure(), qPrintable(slow.failureText()));
    QCOMPARE(slow.sink->body(), QByteArray("slow"));
}

void TestManagerPool::aCustomProxyIsUsed()
{
    ScriptedServer proxy;
    proxy.answer(Script::whole(200, "by proxy"));
    QtTransport transport;
    HttpRequest request = postRequest(QUrl(QStringLiteral("http://model.invalid/v1")));
    request.network.proxy = NetworkProfile::Proxy::Custom;
    request.network.proxyUrl = proxy.url({});
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->body(), QByteArray("by proxy"));
    QCOMPARE(proxy.lastRequest().path, QByteArray("http://model.invalid/v1"));
}

void TestManagerPool::theProxyOfTheEnvironmentIsUsed()
{
    ScriptedServer proxy;
    proxy.answer(Script::whole(200, "by proxy"));
    qputenv("http_proxy", proxy.url({}).toEncoded());
    QtTransport transport;
    const Call call = send(transport, postRequest(QUrl(QStringLiteral("http://model.invalid/v1"))));
    const bool isOver = call.sink->waitForEnd();
    qunsetenv("http_proxy");
    QVERIFY(isOver);
    QCOMPARE(call.sink->body(), QByteArray("by proxy"));
}

void TestManagerPool::loopbackNeverGoesThroughAProxy()
{
    ScriptedServer server;
    ScriptedServer proxy;
    server.answer(Script::whole(200, "direct"));
    proxy.answer(Script::whole(200, "by proxy"));
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.network.proxy = NetworkProfile::Proxy::Custom;
    request.network.proxyUrl = proxy.url({});
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.sink->body(), QByteArray("direct"));
    QCOMPARE(proxy.requestCount(), 0);
}

void TestManagerPool::aProxyThatIsNoneIsRefused_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("empty") << QUrl();
    QTest::newRow("no scheme") << QUrl(QStringLiteral("proxy:8080"));
    QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://user:canary@proxy:21"));
}

void TestManagerPool::aProxyThatIsNoneIsRefused()
{
    QFETCH(QUrl, url);
    QtTransport transport;
    HttpRequest request = postRequest(QUrl(QStringLiteral("http://model.invalid/v1")));
    request.network.proxy = NetworkProfile::Proxy::Custom;
    request.network.proxyUrl = url;
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::BadRequest);
    QVERIFY(!call.failureText().contains(QLatin1String("canary")));
}

void TestManagerPool::anUnknownAuthorityIsRefused_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("validToHours");
    QTest::addColumn<bool>("hasCaFile");
    QTest::addColumn<QString>("word");
    QTest::newRow("self-signed") << QByteArray("IP:127.0.0.1") << 24 << false
                                 << QStringLiteral("authority");
    QTest::newRow("expired") << QByteArray("IP:127.0.0.1") << -1 << true
                             << QStringLiteral("expired");
    QTest::newRow("other host") << QByteArray("DNS:elsewhere.example") << 24 << true
                                << QStringLiteral("another host name");
}

void TestManagerPool::anUnknownAuthorityIsRefused()
{
    QFETCH(QByteArray, names);
    QFETCH(int, validToHours);
    QFETCH(bool, hasCaFile);
    QFETCH(QString, word);
    const TlsIdentity identity =
        TlsIdentity::make({names, -std::chrono::hours(48), std::chrono::hours(validToHours)});
    ScriptedServer server(identity.serverConfiguration());
    server.answer(Script::whole(200, "never"));
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(identity.certificatePem);
    file.close();
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    if (hasCaFile)
        request.network.caFile = file.fileName();
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::Network);
    QVERIFY2(call.failureText().contains(word), qPrintable(call.failureText()));
    QCOMPARE(server.requestCount(), 0);
}

void TestManagerPool::anAuthorityOfOurOwnIsAccepted()
{
    const TlsIdentity identity = TlsIdentity::make();
    ScriptedServer server(identity.serverConfiguration());
    server.answer(Script::whole(200, "secure"));
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(identity.certificatePem);
    file.close();
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.network.caFile = file.fileName();
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QVERIFY2(!call.sink->failure(), qPrintable(call.failureText()));
    QCOMPARE(call.sink->body(), QByteArray("secure"));
    // HTTP/2 is not asked for: Qt before 6.5.8 has known holes there. The scripted server speaks 1.1.
    QCOMPARE(server.lastRequest().header("x-api-key"), QByteArray("sk-canary-7281"));
}

void TestManagerPool::aServerAskedByItsAddressShowsItsName_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("the name") << QByteArray("DNS:wiki.example") << true;
    QTest::newRow("another name") << QByteArray("DNS:elsewhere.example") << false;
    QTest::newRow("the address alone") << QByteArray("IP:127.0.0.1") << false;
}

void TestManagerPool::aServerAskedByItsAddressShowsItsName()
{
    QFETCH(QByteArray, names);
    QFETCH(bool, isAccepted);
    const TlsIdentity identity =
        TlsIdentity::make({names, -std::chrono::hours(1), std::chrono::hours(24)});
    ScriptedServer server(identity.serverConfiguration());
    server.answer(Script::whole(200, "secure"));
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(identity.certificatePem);
    file.close();
    QtTransport transport;
    HttpRequest request = getRequest(server.url());
    request.network.caFile = file.fileName();
    request.network.peerName = QStringLiteral("wiki.example");
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(!call.sink->failure(), isAccepted);
    QCOMPARE(server.requestCount(), isAccepted ? 1 : 0);
}

void TestManagerPool::anAuthorityFileThatCannotBeReadIsNamed()
{
    ScriptedServer server;
    QtTransport transport;
    HttpRequest request = postRequest(server.url());
    request.network.caFile = QStringLiteral("/nonexistent/ca.pem");
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QCOMPARE(call.failureKind(), Error::Kind::BadRequest);
    QVERIFY(call.failureText().contains(request.network.caFile));
    QCOMPARE(server.requestCount(), 0);
}

void TestManagerPool::plainHttpOnATlsPortIsExplained()
{
    ScriptedServer server; // speaks http, and is asked for https
    server.answer(Script::whole(200, "never"));
    QtTransport transport;
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    HttpRequest request = postRequest(url);
    request.deadlines.firstByte = 2s;
    const Call call = send(transport, request);
    QVERIFY(call.sink->waitForEnd());
    QVERIFY(call.sink->failure());
    QVERIFY(!call.failureText().contains(QLatin1String("canary")));
}

} // namespace

KAGURA_TEST(TestManagerPool)

#include "tst_managerpool.moc"
