// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/tokenendpoint.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 MostAnswerBytes = 64 * 1024;
constexpr qsizetype MostWords = 200;
constexpr std::chrono::seconds WholeCall(30);
constexpr qint64 UsualLifetime = 3600; // where the server does not say
constexpr qint64 LongestLifetime = 10LL * 365 * 24 * 3600;

using Field = std::pair<const char *, QByteArray>;

HttpRequest formRequest(const QUrl &url, QList<Field> fields)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", "application/json"}};
    for (auto &[name, value] : fields) {
        if (value.isEmpty())
            continue;
        if (!request.body.isEmpty())
            request.body += '&';
        request.body += name;
        request.body += '=';
        request.body += value.toPercentEncoding();
        wipe(value);
    }
    request.deadlines.total = WholeCall;
    request.maxBodyBytes = MostAnswerBytes;
    return request;
}

// What a server says of itself is shown, but only so much of it, and nothing that draws.
QString tamed(const QString &foreign)
{
    QString words;
    for (const QChar letter : foreign.left(MostWords))
        words += letter.isPrint() ? letter : u' ';
    return words.simplified();
}

QString nameOf(const OAuthClient &client)
{
    return client.title.isEmpty() ? client.tokenUrl.host() : client.title;
}

Error refusal(const OAuthClient &client, int status, const Json &answer)
{
    const QString code = jsonString(answer, "error");
    const QString words = tamed(jsonString(answer, "error_description", code));
    if (code == "invalid_grant"_L1) {
        Error error{Error::Kind::Auth,
                    u"the sign-in at %1 has ended or was withdrawn (%2); sign in again"_s.arg(
                        nameOf(client), words),
                    status};
        error.isFinal = true;
        return error;
    }
    if (code == "invalid_client"_L1 || code == "unauthorized_client"_L1 || status == 401)
        return {Error::Kind::Auth,
                u"%1 does not accept the client id or its secret (%2)"_s.arg(nameOf(client), words),
                status};
    if (code.isEmpty())
        return {Error::Kind::Protocol,
                u"%1 answered the sign-in with HTTP %2 and nothing that explains it"_s
                    .arg(nameOf(client))
                    .arg(status),
                status};
    return {Error::Kind::BadRequest, u"%1 refused the sign-in: %2"_s.arg(nameOf(client), words),
            status};
}

} // namespace

QUrl authorizationUrl(const OAuthClient &client,
                      const QUrl &redirectUri,
                      const QByteArray &state,
                      const QByteArray &challenge)
{
    // Written by hand: QUrlQuery leaves "+" and others as they are, which a form reads as a space.
    QByteArray query = client.authorizationUrl.query(QUrl::FullyEncoded).toLatin1();
    const auto add = [&query](const QString &name, const QString &value) {
        if (!query.isEmpty())
            query += '&';
        query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    };
    for (const auto &[name, value] : client.parameters)
        add(name, value);
    add(u"response_type"_s, u"code"_s);
    add(u"client_id"_s, client.clientId);
    add(u"redirect_uri"_s, redirectUri.toString(QUrl::FullyEncoded));
    if (!client.scopes.isEmpty())
        add(u"scope"_s, client.scopes.join(u' '));
    add(u"state"_s, QString::fromLatin1(state));
    add(u"code_challenge"_s, QString::fromLatin1(challenge));
    add(u"code_challenge_method"_s, u"S256"_s);
    QUrl url = client.authorizationUrl;
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

HttpRequest redemption(const OAuthClient &client,
                       const Secret &code,
                       const QUrl &redirectUri,
                       const Secret &verifier)
{
    return formRequest(client.tokenUrl,
                       {{"grant_type", "authorization_code"},
                        {"code", code.reveal()},
                        {"redirect_uri", redirectUri.toEncoded()},
                        {"client_id", client.clientId.toUtf8()},
                        {"client_secret", client.clientSecret.reveal()},
                        {"code_verifier", verifier.reveal()}});
}

HttpRequest renewal(const OAuthClient &client, const Secret &refreshToken)
{
    return formRequest(client.tokenUrl,
                       {{"grant_type", "refresh_token"},
                        {"refresh_token", refreshToken.reveal()},
                        {"client_id", client.clientId.toUtf8()},
                        {"client_secret", client.clientSecret.reveal()}});
}

HttpRequest revocation(const OAuthClient &client, const OAuthTokens &tokens)
{
    // The refresh token takes the access tokens made from it along.
    const bool hasRefresh = !tokens.refresh.isEmpty();
    return formRequest(client.revocationUrl,
                       {{"token", (hasRefresh ? tokens.refresh : tokens.access).reveal()},
                        {"token_type_hint", hasRefresh ? "refresh_token" : "access_token"},
                        {"client_id", client.clientId.toUtf8()},
                        {"client_secret", client.clientSecret.reveal()}});
}

Result<OAuthTokens> readTokens(const OAuthClient &client,
                               int status,
                               QByteArrayView body,
                               const QDateTime &now)
{
    const Result<Json> answer = parseJson(body, {16, MostAnswerBytes});
    if (status == 429)
        return Error{Error::Kind::RateLimited,
                     u"%1 has had too many sign-ins; try again later"_s.arg(nameOf(client)),
                     status};
    if (status >= 500)
        return Error{Error::Kind::Server,
                     u"%1 failed with HTTP %2 at the sign-in"_s.arg(nameOf(client)).arg(status),
                     status};
    const Json object = answer && answer->is_object() ? *answer : Json::object();
    if (status != 200)
        return refusal(client, status, object);
    const auto broken = [&](const QString &what) {
        return Error{Error::Kind::Protocol,
                     u"%1 answered the sign-in with %2"_s.arg(nameOf(client), what), status};
    };
    OAuthTokens tokens;
    QByteArray access = jsonString(object, "access_token").toUtf8();
    QByteArray refresh = jsonString(object, "refresh_token").toUtf8();
    if (access.isEmpty())
        return broken(u"no access token"_s);
    const bool isHeaderSafe =
        std::all_of(access.cbegin(), access.cend(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (!isHeaderSafe)
        return broken(u"a token that no header can carry"_s);
    if (jsonString(object, "token_type").compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return broken(u"a token that is no bearer token"_s);
    tokens.access = Secret(access);
    if (!refresh.isEmpty())
        tokens.refresh = Secret(refresh);
    wipe(access);
    wipe(refresh);
    tokens.obtainedAt = now;
    tokens.lifetime = std::chrono::seconds(std::clamp<qint64>(
        jsonInteger(object, "expires_in").value_or(UsualLifetime), 0, LongestLifetime));
    return tokens;
}

Error authorizationError(const OAuthClient &client, const QString &code, const QString &description)
{
    const QString name = nameOf(client);
    const QString words = tamed(description.isEmpty() ? code : description);
    if (code == "access_denied"_L1)
        return {Error::Kind::Auth, u"the sign-in at %1 was declined in the browser"_s.arg(name)};
    if (code == "temporarily_unavailable"_L1 || code == "server_error"_L1)
        return {Error::Kind::Server, u"%1 could not sign you in: %2"_s.arg(name, words)};
    if (code == "invalid_scope"_L1 || code == "unauthorized_client"_L1)
        return {Error::Kind::Auth,
                u"%1 does not let this client id do what Kagura asks for: %2"_s.arg(name, words)};
    return {Error::Kind::BadRequest, u"%1 refused the sign-in: %2"_s.arg(name, words)};
}

} // namespace kagura
