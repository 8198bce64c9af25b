// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/tokenendpoint.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QUrlQuery>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime Noon(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
constexpr const char *Good =
    R"({"access_token":"a.b-c","token_type":"bearer","expires_in":1800,"refresh_token":"r"})";

OAuthClient google()
{
    return googleClient(u"id+1"_s, Secret("s&cret"));
}

} // namespace

class TestTokenEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAuthorizationUrlAsksForACodeWithProof()
    {
        const QUrl url = authorizationUrl(google(), QUrl(u"http://127.0.0.1:8080/x"_s), "st", "ch");
        const QUrlQuery query(url);
        const auto value = [&query](const QString &name) {
            return query.queryItemValue(name, QUrl::FullyDecoded);
        };
        QCOMPARE(url.host(), u"accounts.google.com"_s);
        QCOMPARE(value(u"response_type"_s), u"code"_s);
        QCOMPARE(value(u"client_id"_s), u"id+1"_s);
        QVERIFY2(!url.toEncoded().contains('+'), "a plus sign reads as a space in a form");
        QCOMPARE(value(u"redirect_uri"_s), u"http://127.0.0.1:8080/x"_s);
        QCOMPARE(value(u"state"_s), u"st"_s);
        QCOMPARE(value(u"code_challenge"_s), u"ch"_s);
        QCOMPARE(value(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(value(u"access_type"_s), u"offline"_s);
        QVERIFY(!url.toEncoded().contains("cret"));
    }

    void requestsCarryTheirSecretsInTheBody()
    {
        const HttpRequest request = redemption(google(), Secret("4/c de"),
                                               QUrl(u"http://127.0.0.1:1/"_s), Secret("verifier"));
        QCOMPARE(request.body,
                 QByteArray("grant_type=authorization_code&code=4%2Fc%20de&redirect_uri="
                            "http%3A%2F%2F127.0.0.1%3A1%2F&client_id=id%2B1&client_secret=s%26cret"
                            "&code_verifier=verifier"));
        QCOMPARE(request.url, google().tokenUrl);
        QVERIFY(request.deadlines.total && *request.deadlines.total <= 30s);
        QVERIFY(request.maxBodyBytes <= 64 * 1024);
    }

    void aClientWithoutASecretSendsNone()
    {
        const HttpRequest request = renewal(googleClient(u"id"_s, {}), Secret("r"));
        QCOMPARE(request.body, QByteArray("grant_type=refresh_token&refresh_token=r&client_id=id"));
    }

    void theRefreshTokenIsWhatIsRevoked()
    {
        QVERIFY(revocation(google(), {Secret("a"), Secret("r"), Noon, 1s})
                    .body.startsWith("token=r&token_type_hint=refresh_token"));
        QVERIFY(revocation(google(), {Secret("a"), {}, Noon, 1s})
                    .body.startsWith("token=a&token_type_hint=access_token"));
    }

    void tokensAreRead()
    {
        const Result<OAuthTokens> tokens = readTokens(google(), 200, Good, Noon);
        QVERIFY(tokens);
        QCOMPARE(*tokens, (OAuthTokens{Secret("a.b-c"), Secret("r"), Noon, 1800s}));
    }

    void everyOtherAnswerIsATypedError_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("isFinal");
        const auto row = [](const char *name, int status, const char *body, const char *kind,
                            bool isFinal = false) {
            QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(kind)
                                << isFinal;
        };
        row("the grant is gone", 400, R"({"error":"invalid_grant"})", "auth", true);
        row("a wrong client", 401, R"({"error":"invalid_client"})", "auth");
        row("a client that may not", 400, R"({"error":"unauthorized_client"})", "auth");
        row("401 without words", 401, "", "auth");
        row("another error", 400, R"({"error":"invalid_request","error_description":"x"})",
            "bad_request");
        row("an error page", 400, "<html>", "protocol");
        row("a page in place of tokens", 200, "<html>", "protocol");
        row("no token", 200, "{}", "protocol");
        row("a list", 200, "[1]", "protocol");
        row("a token of numbers", 200, R"({"access_token":1,"token_type":"bearer"})", "protocol");
        row("a token with a line break", 200,
            R"({"access_token":"a\r\nX: y","token_type":"bearer"})", "protocol");
        row("no bearer token", 200, R"({"access_token":"a","token_type":"mac"})", "protocol");
        row("too many", 429, "", "rate_limited");
        row("the server fails", 503, R"({"error":"invalid_grant"})", "server");
    }
    void everyOtherAnswerIsATypedError()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, kind);
        QFETCH(const bool, isFinal);
        const Result<OAuthTokens> tokens = readTokens(google(), status, body, Noon);
        QVERIFY(!tokens);
        QCOMPARE(errorKindName(tokens.error().kind), kind);
        QCOMPARE(tokens.error().isFinal, isFinal);
        QVERIFY(!tokens.error().message.isEmpty());
    }

    void whatAServerSaysOfItselfIsTamed()
    {
        const QByteArray body = "{\"error\":\"odd\",\"error_description\":\"a\\u0007b\\n"
            + QByteArray(5000, 'x') + "\"}";
        const Result<OAuthTokens> tokens = readTokens(google(), 400, body, Noon);
        QVERIFY(tokens.error().message.size() < 300);
        QVERIFY(!tokens.error().message.contains(u'\n'));
        QVERIFY(!tokens.error().message.contains(u'\a'));
    }

    void aMissingOrMadLifetimeIsBounded()
    {
        const auto lifetime = [](const char *field) {
            const QByteArray body =
                QByteArray(R"({"access_token":"a","token_type":"Bearer")") + field + "}";
            return readTokens(google(), 200, body, Noon).value().lifetime;
        };
        QCOMPARE(lifetime(""), std::chrono::seconds(3600));
        QCOMPARE(lifetime(",\"expires_in\":-5"), std::chrono::seconds(0));
        QVERIFY(lifetime(",\"expires_in\":9000000000000000000") < std::chrono::hours(24 * 3651));
    }

    void whatTheBrowserBringsInstead()
    {
        QCOMPARE(authorizationError(google(), u"access_denied"_s, {}).kind, Error::Kind::Auth);
        QCOMPARE(authorizationError(google(), u"server_error"_s, {}).kind, Error::Kind::Server);
        QCOMPARE(authorizationError(google(), u"invalid_scope"_s, {}).kind, Error::Kind::Auth);
        QCOMPARE(authorizationError(google(), u"new_thing"_s, {}).kind, Error::Kind::BadRequest);
    }
};

KAGURA_TEST(TestTokenEndpoint)
#include "tst_tokenendpoint.moc"
