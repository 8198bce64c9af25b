// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/oauthgrant.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::seconds Ahead(60);
constexpr std::chrono::seconds ClockSlack(60);
constexpr int Version = 1;

std::chrono::seconds aheadOf(std::chrono::seconds lifetime)
{
    return std::min(Ahead, lifetime / 4);
}

Json secretToJson(const Secret &secret)
{
    QByteArray bytes = secret.reveal();
    Json json = toJson(QString::fromUtf8(bytes));
    wipe(bytes);
    return json;
}

Secret secretFrom(const Json &object, const char *key)
{
    QByteArray bytes = jsonString(object, key).toUtf8();
    const Secret secret = bytes.isEmpty() ? Secret() : Secret(bytes);
    wipe(bytes);
    return secret;
}

} // namespace

bool OAuthTokens::isDueAt(const QDateTime &now) const
{
    return now < obtainedAt.addSecs(-ClockSlack.count())
        || now >= obtainedAt.addSecs((lifetime - aheadOf(lifetime)).count());
}

bool OAuthTokens::isDueAfter(std::chrono::milliseconds age) const
{
    return age >= lifetime - aheadOf(lifetime);
}

bool OAuthTokens::isOverAt(const QDateTime &now) const
{
    return now < obtainedAt.addSecs(-ClockSlack.count())
        || now >= obtainedAt.addSecs(lifetime.count());
}

Secret grantToSecret(const OAuthGrant &grant)
{
    const Json object = {{"version", Version},
                         {"client", oauthClientToJson(grant.client)},
                         {"client_secret", secretToJson(grant.client.clientSecret)},
                         {"access_token", secretToJson(grant.tokens.access)},
                         {"refresh_token", secretToJson(grant.tokens.refresh)},
                         {"obtained_ms", grant.tokens.obtainedAt.toMSecsSinceEpoch()},
                         {"lifetime_s", grant.tokens.lifetime.count()},
                         {"account", secretToJson(grant.account)}};
    QByteArray bytes = dumpJson(object);
    const Secret secret(bytes);
    wipe(bytes);
    return secret;
}

Result<OAuthGrant> grantFromSecret(const Secret &secret)
{
    QByteArray bytes = secret.reveal();
    const Result<Json> object = parseJson(bytes, {16, 256 * 1024});
    wipe(bytes);
    const Error unreadable{
        Error::Kind::Auth,
        u"what the keychain holds of the sign-in cannot be read; sign in again"_s};
    if (!object || jsonInteger(*object, "version") != Version)
        return unreadable;
    OAuthGrant grant;
    grant.client = oauthClientFromJson(jsonMember(*object, "client"));
    grant.client.clientSecret = secretFrom(*object, "client_secret");
    grant.tokens.access = secretFrom(*object, "access_token");
    grant.tokens.refresh = secretFrom(*object, "refresh_token");
    grant.tokens.obtainedAt =
        QDateTime::fromMSecsSinceEpoch(jsonInteger(*object, "obtained_ms").value_or(0), Qt::UTC);
    grant.tokens.lifetime =
        std::chrono::seconds(std::max<qint64>(0, jsonInteger(*object, "lifetime_s").value_or(0)));
    grant.account = secretFrom(*object, "account");
    if (faultOf(grant.client) || (grant.tokens.access.isEmpty() && grant.tokens.refresh.isEmpty()))
        return unreadable;
    return grant;
}

} // namespace kagura
