// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/oauthclient.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestOauthClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void googleNeedsNothingButAClientId()
    {
        QVERIFY(faultOf(googleClient({}, {})));
        QVERIFY(!faultOf(googleClient(u"123.apps.googleusercontent.com"_s, {})));
    }

    void anAddressInTheOpenIsRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("https") << u"https://login.example/token"_s << false;
        QTest::newRow("http to this computer") << u"http://127.0.0.1:4020/token"_s << false;
        QTest::newRow("http to another") << u"http://login.example/token"_s << true;
        QTest::newRow("a password in it") << u"https://a:b@login.example/token"_s << true;
        QTest::newRow("no host") << u"https:///token"_s << true;
        QTest::newRow("another scheme") << u"javascript:alert(1)"_s << true;
        QTest::newRow("nothing") << QString() << true;
    }
    void anAddressInTheOpenIsRefused()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, isRefused);
        for (QUrl OAuthClient::*field : {&OAuthClient::authorizationUrl, &OAuthClient::tokenUrl}) {
            OAuthClient client = googleClient(u"id"_s, {});
            client.*field = QUrl(url);
            QCOMPARE(faultOf(client).has_value(), isRefused);
        }
    }

    void theSettingsNeverHoldTheSecret()
    {
        OAuthClient client = googleClient(u"id"_s, Secret("canary-secret"));
        client.redirectPort = 4711;
        const Json json = oauthClientToJson(client);
        QVERIFY(!dumpJson(json).contains("canary"));
        client.clientSecret = {};
        QCOMPARE(oauthClientFromJson(json), client);
    }

    void whatTheSettingsDoNotSayStaysAsItWas()
    {
        const OAuthClient base = googleClient({}, {});
        const OAuthClient client =
            oauthClientFromJson({{"client_id", "mine"}, {"redirect_port", 99999}}, base);
        QCOMPARE(client.clientId, u"mine"_s);
        QCOMPARE(client.tokenUrl, base.tokenUrl);
        QCOMPARE(client.scopes, base.scopes);
        QCOMPARE(client.redirectPort, quint16(0));
        QCOMPARE(oauthClientFromJson(Json("nonsense"), base), base);
    }
};

KAGURA_TEST(TestOauthClient)
#include "tst_oauthclient.moc"
