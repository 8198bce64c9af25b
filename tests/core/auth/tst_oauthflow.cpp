// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/oauthflow.h"
#include "core/net/qttransport.h"
#include "tests/core/auth/authorizationserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

//! One flow against one server, and the browser between them.
class FlowFixture
{
public:
    explicit FlowFixture(const OAuthClient &client)
        : flow(transport, clock, client, {})
        , wanted(&flow, &OAuthFlow::browserWanted)
        , finished(&flow, &Handle::finished)
    {}

    [[nodiscard]] QUrl url() const { return wanted.value(0).value(0).toUrl(); }
    [[nodiscard]] QUrl redirectUri() const
    {
        return QUrl(QUrlQuery(url()).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    }
    [[nodiscard]] QString state() const { return QUrlQuery(url()).queryItemValue(u"state"_s); }
    [[nodiscard]] QUrl back(const QString &query) const
    {
        QUrl target = redirectUri();
        target.setQuery(query);
        return target;
    }
    [[nodiscard]] QString failureKind() const
    {
        return flow.failure() ? errorKindName(flow.failure()->kind) : QString();
    }

    QtTransport transport;
    FakeClock clock;
    OAuthFlow flow;
    QSignalSpy wanted;
    QSignalSpy finished;
};

class TestOauthFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonWhoAgreesIsSignedIn()
    {
        AuthorizationServer server;
        FlowFixture fixture(server.client());
        QCOMPARE(fixture.wanted.count(), 0); // never before the constructor has returned
        QTRY_COMPARE(fixture.wanted.count(), 1);
        const Browser browser(server.agree(fixture.url()));
        QTRY_COMPARE(fixture.finished.count(), 1);
        QVERIFY2(!fixture.flow.failure(), qPrintable(fixture.failureKind()));
        QCOMPARE(fixture.flow.tokens().access.reveal(), QByteArray("access-1"));
        QCOMPARE(fixture.flow.tokens().refresh.reveal(), QByteArray("refresh-1"));
        QTRY_VERIFY(browser.isDone());
        QCOMPARE(browser.status(), 200);
        QCOMPARE(server.tokenRequests(), 1);
    }

    void everyBadAnswerOfTheBrowserIsATypedError_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("kind");
        QTest::newRow("declined") << u"error=access_denied&state=STATE"_s << u"auth"_s;
        QTest::newRow("the server failed") << u"error=server_error&state=STATE"_s << u"server"_s;
        QTest::newRow("another state") << u"code=4/code&state=x"_s << u"auth"_s;
        QTest::newRow("almost the state") << u"code=4/code&state=STATEx"_s << u"auth"_s;
        QTest::newRow("no state") << u"code=4/code"_s << u"auth"_s;
        QTest::newRow("two states") << u"code=4/code&state=STATE&state=x"_s << u"auth"_s;
        QTest::newRow("an error with another state")
            << u"error=access_denied&state=x"_s << u"auth"_s;
        QTest::newRow("no code") << u"state=STATE"_s << u"protocol"_s;
        QTest::newRow("an empty code") << u"code=&state=STATE"_s << u"protocol"_s;
        QTest::newRow("two codes") << u"code=a&code=b&state=STATE"_s << u"protocol"_s;
        QTest::newRow("nothing") << QString() << u"auth"_s;
    }
    void everyBadAnswerOfTheBrowserIsATypedError()
    {
        QFETCH(QString, query);
        QFETCH(const QString, kind);
        AuthorizationServer server;
        FlowFixture fixture(server.client());
        QTRY_COMPARE(fixture.wanted.count(), 1);
        const QUrl agreed = server.agree(fixture.url());
        const Browser browser(fixture.back(query.replace(u"STATE"_s, fixture.state())));
        QTRY_COMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.failureKind(), kind);
        QTRY_VERIFY(browser.isDone());
        QCOMPARE(browser.status(), 400);
        QCOMPARE(server.tokenRequests(), 0); // such a code is never redeemed
    }

    void anotherPathEndsItUnused()
    {
        AuthorizationServer server;
        FlowFixture fixture(server.client());
        QTRY_COMPARE(fixture.wanted.count(), 1);
        QUrl agreed = server.agree(fixture.url());
        agreed.setPath(u"/signed-in"_s);
        const Browser browser(agreed);
        QTRY_COMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.failureKind(), u"protocol"_s);
        QCOMPARE(server.tokenRequests(), 0);
    }

    void aBrowserThatIsClosedEndsInATimeout()
    {
        AuthorizationServer server;
        FlowFixture fixture(server.client());
        QTRY_COMPARE(fixture.wanted.count(), 1);
        fixture.clock.setWall(fixture.clock.wall().addYears(-5)); // patience is no wall clock's
        fixture.clock.advance(std::chrono::seconds(299));
        QCOMPARE(fixture.finished.count(), 0);
        fixture.clock.advance(std::chrono::seconds(1));
        QCOMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.failureKind(), u"timeout"_s);
        const Browser late(server.agree(fixture.url()));
        QTRY_VERIFY(late.isDone());
        QCOMPARE(late.status(), 0); // nobody listens any more
    }

    void aTakenPortIsANetworkError()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress(QHostAddress::LocalHost)));
        AuthorizationServer server;
        OAuthClient client = server.client();
        client.redirectPort = taken.serverPort();
        FlowFixture fixture(client);
        QCOMPARE(fixture.finished.count(), 0);
        QTRY_COMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.failureKind(), u"network"_s);
        QCOMPARE(fixture.wanted.count(), 0);
    }

    void aClientThatCannotBeUsedOpensNoBrowser()
    {
        FlowFixture fixture(googleClient({}, {}));
        QTRY_COMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.failureKind(), u"bad_request"_s);
        QCOMPARE(fixture.wanted.count(), 0);
    }

    void everyFailureOfTheTokenServerIsATypedError_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("kind");
        QTest::newRow("refused") << Script::whole(400, R"({"error":"invalid_grant"})") << u"auth"_s;
        QTest::newRow("a page") << Script::whole(200, "<html>") << u"protocol"_s;
        QTest::newRow("dropped") << Script().reset() << u"network"_s;
        QTest::newRow("cut") << Script().head(200, "Content-Length: 500\r\n").write("{").close()
                             << u"truncated"_s;
        QTest::newRow("too large") << Script::whole(200, QByteArray(100'000, 'x')) << u"protocol"_s;
        QTest::newRow("sent elsewhere")
            << Script::redirect(302, "https://elsewhere.example/token") << u"bad_request"_s;
        QTest::newRow("sent elsewhere with its body")
            << Script::redirect(307, "https://elsewhere.example/token") << u"bad_request"_s;
    }
    void everyFailureOfTheTokenServerIsATypedError()
    {
        QFETCH(const Script, script);
        QFETCH(const QString, kind);
        AuthorizationServer server;
        server.failNext(script);
        FlowFixture fixture(server.client());
        QTRY_COMPARE(fixture.wanted.count(), 1);
        const Browser browser(server.agree(fixture.url()));
        QTRY_COMPARE(fixture.finished.count(), 1);
        if (kind == "truncated"_L1)
            QVERIFY(fixture.failureKind() == kind || fixture.failureKind() == "network"_L1);
        else
            QCOMPARE(fixture.failureKind(), kind);
        QCOMPARE(server.tokenRequests(), 1); // a code is redeemed once
        QVERIFY(!fixture.flow.failure()->message.contains(u"canary"_s));
    }

    void thePatienceDoesNotEndARedemptionUnderWay()
    {
        AuthorizationServer server;
        server.failNext(Script().pause(std::chrono::milliseconds(300)).head(503).close());
        FlowFixture fixture(server.client());
        QTRY_COMPARE(fixture.wanted.count(), 1);
        QSignalSpy arrived(&fixture.flow, &OAuthFlow::codeArrived);
        const Browser browser(server.agree(fixture.url()));
        QTRY_COMPARE(arrived.count(), 1);
        fixture.clock.advance(std::chrono::minutes(6));
        QCOMPARE(fixture.finished.count(), 0);
        QTRY_COMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.failureKind(), u"server"_s);
    }

    void cancelEndsItOnceAtAnyMoment_data()
    {
        QTest::addColumn<int>("moment");
        QTest::newRow("at once") << 0;
        QTest::newRow("while the browser is open") << 1;
        QTest::newRow("while the code is redeemed") << 2;
    }
    void cancelEndsItOnceAtAnyMoment()
    {
        QFETCH(const int, moment);
        AuthorizationServer server;
        server.failNext(Script().hold());
        FlowFixture fixture(server.client());
        std::unique_ptr<Browser> browser;
        if (moment > 0)
            QTRY_COMPARE(fixture.wanted.count(), 1);
        if (moment > 1) {
            QSignalSpy arrived(&fixture.flow, &OAuthFlow::codeArrived);
            browser = std::make_unique<Browser>(server.agree(fixture.url()));
            QTRY_COMPARE(arrived.count(), 1);
        }
        fixture.flow.cancel();
        fixture.flow.cancel();
        QCoreApplication::processEvents();
        QCOMPARE(fixture.finished.count(), 1);
        QCOMPARE(fixture.failureKind(), u"cancelled"_s);
        QCOMPARE(fixture.wanted.count(), moment > 0 ? 1 : 0);
    }
};

Q_DECLARE_METATYPE(kagura::test::Script)

KAGURA_TEST(TestOauthFlow)
#include "tst_oauthflow.moc"
