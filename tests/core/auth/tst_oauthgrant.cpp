// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/oauthgrant.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime Noon(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

OAuthGrant sample()
{
    return {googleClient(u"id"_s, Secret("s")),
            {Secret("access"), Secret("refresh"), Noon, 3600s},
            Secret("account")};
}

} // namespace

class TestOauthGrant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGrantComesBackFromTheKeychainAsItWas()
    {
        const Result<OAuthGrant> back = grantFromSecret(grantToSecret(sample()));
        QVERIFY(back);
        QCOMPARE(*back, sample());
    }

    void whatIsNoGrantAsksForAnotherSignIn_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a key") << QByteArray("AIza-something");
        QTest::newRow("a version to come") << QByteArray("{\"version\":2}");
        QTest::newRow("no client") << QByteArray("{\"version\":1,\"access_token\":\"a\"}");
    }
    void whatIsNoGrantAsksForAnotherSignIn()
    {
        QFETCH(const QByteArray, kept);
        const Result<OAuthGrant> grant = grantFromSecret(Secret(kept));
        QVERIFY(!grant);
        QCOMPARE(grant.error().kind, Error::Kind::Auth);
        QVERIFY(grant.error().message.contains(u"sign in again"_s));
    }

    void aTokenIsDueAMinuteBeforeItsEnd()
    {
        const OAuthTokens tokens = sample().tokens;
        QVERIFY(!tokens.isDueAt(Noon));
        QVERIFY(!tokens.isDueAt(Noon.addSecs(3539)));
        QVERIFY(tokens.isDueAt(Noon.addSecs(3540)));
        QVERIFY(!tokens.isOverAt(Noon.addSecs(3599)));
        QVERIFY(tokens.isOverAt(Noon.addSecs(3600)));
        QVERIFY(!tokens.isDueAfter(3539s));
        QVERIFY(tokens.isDueAfter(3540s));
    }

    void aShortLifeIsUsedForThreeQuarters()
    {
        OAuthTokens tokens = sample().tokens;
        tokens.lifetime = 40s;
        QVERIFY(!tokens.isDueAt(Noon.addSecs(29)));
        QVERIFY(tokens.isDueAt(Noon.addSecs(30)));
    }

    void aClockThatWasSetBackMakesItDue()
    {
        const OAuthTokens tokens = sample().tokens;
        QVERIFY(!tokens.isDueAt(Noon.addSecs(-30))); // within what two clocks may differ
        QVERIFY(tokens.isDueAt(Noon.addSecs(-3600)));
        QVERIFY(tokens.isDueAt(Noon.addYears(1)));
    }
};

KAGURA_TEST(TestOauthGrant)
#include "tst_oauthgrant.moc"
