// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sign-in against an independent authorization server from npm, which checks the proof of PKCE by
// itself. It is run by node 20 or later, where test.sh could install it; elsewhere the test says why it
// did not run.

#include "core/auth/oauthflow.h"
#include "core/auth/tokenendpoint.h"
#include "core/net/qttransport.h"
#include "tests/support/freeport.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestOauthMock : public QObject
{
    Q_OBJECT

private:
    QProcess m_server;
    quint16 m_port = 0;
    QtTransport m_transport;
    SystemClock m_clock;

    [[nodiscard]] QUrl url(const QString &path) const
    {
        return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
    }
    [[nodiscard]] OAuthClient client() const
    {
        OAuthClient made;
        made.title = u"Mock"_s;
        made.authorizationUrl = url(u"/authorize"_s);
        made.tokenUrl = url(u"/token"_s);
        made.revocationUrl = url(u"/revoke"_s);
        made.clientId = u"kagura"_s;
        made.scopes = {u"openid"_s, u"offline_access"_s};
        return made;
    }
    Result<OAuthTokens> tokensFor(HttpRequest request)
    {
        HttpFetch fetch(m_transport, std::move(request));
        if (!QTest::qWaitFor([&fetch] { return fetch.isFinished(); }, 30'000) || fetch.failure())
            return Error{Error::Kind::Network, u"no answer"_s};
        return readTokens(client(), fetch.status(), fetch.body(), m_clock.wall());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString script = QStringLiteral(KAGURA_SOURCE_DIR)
            + u"/tests/peers/node_modules/oauth2-mock-server/dist/oauth2-mock-server.mjs"_s;
        if (!QFileInfo::exists(script))
            QSKIP("the npm package oauth2-mock-server is not installed (it needs node 20)");
        m_port = test::freePort();
        m_server.setStandardOutputFile(QProcess::nullDevice());
        m_server.start(u"node"_s,
                       {script, u"-a"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port)});
        QVERIFY2(m_server.waitForStarted(), "node could not be started");
        QTRY_VERIFY_WITH_TIMEOUT(
            [this] {
                QTcpSocket probe;
                probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
                return probe.waitForConnected(200);
            }(),
            30'000);
    }

    void cleanupTestCase()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.terminate();
        if (!m_server.waitForFinished(3000))
            m_server.kill();
        m_server.waitForFinished();
    }

    void signsInRenewsAndIsKnownByItsProof()
    {
        OAuthFlow flow(m_transport, m_clock, client(), {});
        QSignalSpy wanted(&flow, &OAuthFlow::browserWanted);
        QSignalSpy finished(&flow, &Handle::finished);
        QTRY_COMPARE(wanted.count(), 1);
        // The server agrees by itself and sends the browser back.
        QNetworkAccessManager browser;
        const std::unique_ptr<QNetworkReply> page(
            browser.get(QNetworkRequest(wanted.at(0).at(0).toUrl())));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
        QVERIFY2(!flow.failure(), flow.failure() ? qPrintable(flow.failure()->message) : "");
        QVERIFY(flow.tokens().access.reveal().count('.') == 2); // a signed token
        QVERIFY(flow.tokens().lifetime.count() > 0);
        QTRY_VERIFY(page->isFinished());
        QVERIFY(page->readAll().contains("Kagura has your answer"));

        const Result<OAuthTokens> renewed = tokensFor(renewal(client(), flow.tokens().refresh));
        QVERIFY(renewed);
        QVERIFY(!renewed->access.isEmpty());
    }

    void aCodeWithoutItsProofIsRefused()
    {
        const Pkce pkce = makePkce();
        const QUrl back(u"http://127.0.0.1:1/back"_s);
        QNetworkAccessManager browser;
        QNetworkRequest ask(authorizationUrl(client(), back, "state", pkce.challenge));
        ask.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
        const std::unique_ptr<QNetworkReply> answer(browser.get(ask));
        QTRY_VERIFY(answer->isFinished());
        const QUrl target = answer->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        const QString code = QUrlQuery(target).queryItemValue(u"code"_s, QUrl::FullyDecoded);
        QVERIFY(!code.isEmpty());
        const Result<OAuthTokens> stolen =
            tokensFor(redemption(client(), Secret(code.toUtf8()), back, makePkce().verifier));
        QVERIFY(!stolen);
        QVERIFY(stolen.error().httpStatus == 400);
    }
};

KAGURA_TEST(TestOauthMock)
#include "tst_oauthmock.moc"
