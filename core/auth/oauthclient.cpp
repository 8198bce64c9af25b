// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/auth/oauthclient.h"

#include "core/net/httprequest.h"

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct UrlField
{
    const char *name;
    QUrl OAuthClient::*member;
};

constexpr std::array<UrlField, 3> UrlFields = {{
    {"authorization_url", &OAuthClient::authorizationUrl},
    {"token_url", &OAuthClient::tokenUrl},
    {"revocation_url", &OAuthClient::revocationUrl},
}};

Error badField(const QString &what)
{
    return {Error::Kind::BadRequest, what};
}

// A code or token that travels in the open is anybody's.
bool isSafe(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment()
        && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url)));
}

} // namespace

OAuthClient googleClient(const QString &clientId, const Secret &clientSecret)
{
    OAuthClient client;
    client.title = u"Google"_s;
    client.authorizationUrl = QUrl(u"https://accounts.google.com/o/oauth2/v2/auth"_s);
    client.tokenUrl = QUrl(u"https://oauth2.googleapis.com/token"_s);
    client.revocationUrl = QUrl(u"https://oauth2.googleapis.com/revoke"_s);
    client.clientId = clientId;
    client.clientSecret = clientSecret;
    client.scopes = {u"https://www.googleapis.com/auth/generative-language.retriever"_s};
    client.parameters = {{u"access_type"_s, u"offline"_s}, {u"prompt"_s, u"consent"_s}};
    return client;
}

std::optional<Error> faultOf(const OAuthClient &client)
{
    if (client.clientId.isEmpty())
        return badField(u"a sign-in needs the client id that the provider gave you"_s);
    const bool isPrintable =
        std::all_of(client.clientId.cbegin(), client.clientId.cend(),
                    [](QChar letter) { return letter > u' ' && letter < u'\x7f'; });
    if (!isPrintable)
        return badField(u"the client id holds spaces or letters that none has"_s);
    for (const UrlField &field : UrlFields) {
        const QUrl &url = client.*(field.member);
        const bool mayBeEmpty = field.member == &OAuthClient::revocationUrl;
        if (url.isEmpty() ? !mayBeEmpty : !isSafe(url))
            return badField(
                u"%1 of the sign-in has to begin with https:// and hold no password"_s.arg(
                    QString::fromLatin1(field.name)));
    }
    return std::nullopt;
}

Json oauthClientToJson(const OAuthClient &client)
{
    Json object = {{"title", toJson(client.title)}, {"client_id", toJson(client.clientId)}};
    for (const UrlField &field : UrlFields) {
        if (const QUrl &url = client.*(field.member); !url.isEmpty())
            object[field.name] = toJson(url.toString(QUrl::FullyEncoded));
    }
    object["scopes"] = toJson(client.scopes.join(u' '));
    Json parameters = Json::object();
    for (const auto &[name, value] : client.parameters)
        parameters[name.toStdString()] = toJson(value);
    object["parameters"] = parameters;
    if (client.redirectPort != 0)
        object["redirect_port"] = client.redirectPort;
    return object;
}

OAuthClient oauthClientFromJson(const Json &object, const OAuthClient &base)
{
    OAuthClient client = base;
    client.title = jsonString(object, "title", base.title);
    client.clientId = jsonString(object, "client_id", base.clientId);
    for (const UrlField &field : UrlFields) {
        if (const QString text = jsonString(object, field.name); !text.isEmpty())
            client.*(field.member) = QUrl(text, QUrl::StrictMode);
    }
    if (jsonMember(object, "scopes").is_string())
        client.scopes = jsonString(object, "scopes").split(u' ', Qt::SkipEmptyParts);
    if (const Json &parameters = jsonMember(object, "parameters"); parameters.is_object()) {
        client.parameters.clear();
        for (const auto &[name, value] : parameters.items())
            client.parameters.append({QString::fromStdString(name), toQString(value)});
    }
    if (const std::optional<qint64> port = jsonInteger(object, "redirect_port");
        port && *port > 0 && *port <= 65535)
        client.redirectPort = static_cast<quint16>(*port);
    return client;
}

} // namespace kagura
