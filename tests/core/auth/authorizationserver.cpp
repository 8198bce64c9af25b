// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/auth/authorizationserver.h"

#include "core/auth/pkce.h"
#include "core/base/json.h"

#include <QHostAddress>

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;

QString field(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

Script refuse(const char *error)
{
    return Script::whole(
        400, dumpJson({{"error", error}, {"error_description", "no: " + std::string(error)}}),
        "Content-Type: application/json\r\n");
}

} // namespace

AuthorizationServer::AuthorizationServer()
{
    m_server.answerWith([this](const ServedRequest &request) { return answer(request); });
}

OAuthClient AuthorizationServer::client() const
{
    OAuthClient client;
    client.title = u"Example"_s;
    client.authorizationUrl = m_server.url("/authorize");
    client.tokenUrl = m_server.url("/token");
    client.revocationUrl = m_server.url("/revoke");
    client.clientId = u"client-7"_s;
    client.clientSecret = Secret("canary-client-secret");
    client.scopes = {u"models"_s, u"offline"_s};
    return client;
}

QUrl AuthorizationServer::agree(const QUrl &authorizationUrl)
{
    const QUrlQuery query(authorizationUrl);
    const std::lock_guard guard(m_lock);
    m_challenge = field(query, u"code_challenge"_s).toLatin1();
    m_redirectUri = field(query, u"redirect_uri"_s).toUtf8();
    QUrl back = QUrl::fromEncoded(m_redirectUri);
    back.setQuery("code=4%2Fcode&state="_L1 + field(query, u"state"_s));
    return back;
}

void AuthorizationServer::forgetTokens()
{
    const std::lock_guard guard(m_lock);
    m_refresh = "none";
}

void AuthorizationServer::failNext(const Script &script)
{
    const std::lock_guard guard(m_lock);
    m_next = script;
}

QUrlQuery AuthorizationServer::lastForm() const
{
    return QUrlQuery(QString::fromUtf8(m_server.lastRequest().body));
}

int AuthorizationServer::count(const QByteArray &path) const
{
    int found = 0;
    for (const ServedRequest &request : m_server.requests())
        found += request.path == path ? 1 : 0;
    return found;
}

Script AuthorizationServer::answer(const ServedRequest &request)
{
    const QUrlQuery form(QString::fromUtf8(request.body));
    const std::lock_guard guard(m_lock);
    if (request.path == "/revoke")
        return m_revocationScript.value_or(Script::whole(200, "{}"));
    if (request.path != "/token")
        return Script::whole(404, {});
    if (m_next)
        return *std::exchange(m_next, std::nullopt);
    return answerToken(form);
}

Script AuthorizationServer::answerToken(const QUrlQuery &form)
{
    if (field(form, u"client_id"_s) != "client-7"_L1
        || field(form, u"client_secret"_s) != "canary-client-secret"_L1)
        return refuse("invalid_client");
    const bool isFirst = field(form, u"grant_type"_s) == "authorization_code"_L1;
    if (isFirst) {
        const QByteArray verifier = field(form, u"code_verifier"_s).toLatin1();
        if (field(form, u"code"_s) != "4/code"_L1 || pkceChallenge(verifier) != m_challenge
            || field(form, u"redirect_uri"_s).toUtf8() != m_redirectUri)
            return refuse("invalid_grant");
    } else if (field(form, u"refresh_token"_s).toUtf8() != m_refresh) {
        return refuse("invalid_grant");
    }
    ++m_given;
    Json answer = {{"access_token", "access-" + std::to_string(m_given)},
                   {"token_type", "Bearer"},
                   {"expires_in", m_lifetime}};
    if (isFirst || m_isRotating) {
        m_refresh = "refresh-" + QByteArray::number(m_given);
        answer["refresh_token"] = m_refresh.toStdString();
    }
    return Script::whole(200, dumpJson(answer), "Content-Type: application/json\r\n");
}

Browser::Browser(const QUrl &url, const QByteArray &method, const QByteArray &host)
{
    const QByteArray right = "127.0.0.1:" + QByteArray::number(url.port());
    const QByteArray target =
        url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    send(static_cast<quint16>(url.port()),
         method + ' ' + target + " HTTP/1.1\r\nHost: " + (host.isEmpty() ? right : host)
             + "\r\nAccept: text/html\r\n\r\n");
}

Browser::Browser(quint16 port, const QByteArray &bytes)
{
    send(port, bytes);
}

void Browser::send(quint16 port, const QByteArray &bytes)
{
    QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket,
                     [this, bytes] { m_socket.write(bytes); });
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                     [this] { m_answer += m_socket.readAll(); });
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] { m_isDone = true; });
    QObject::connect(&m_socket, &QTcpSocket::errorOccurred, &m_socket, [this] { m_isDone = true; });
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

int Browser::status() const
{
    return m_answer.startsWith("HTTP/1.1 ") ? m_answer.mid(9, 3).toInt() : 0;
}

} // namespace kagura::test
