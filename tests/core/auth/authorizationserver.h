// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/auth/oauthclient.h"
#include "tests/support/scriptedserver.h"

#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <mutex>
#include <optional>

namespace kagura::test {

//! An authorization server on loopback that believes nothing: it checks the proof of each code, gives
//! out "access-1", "access-2" … and "refresh-1" …, and can be told to fail.
class AuthorizationServer
{
public:
    AuthorizationServer();

    [[nodiscard]] OAuthClient client() const;

    //! What its page does when the person agrees: the address to which the browser is sent back.
    [[nodiscard]] QUrl agree(const QUrl &authorizationUrl);

    void setLifetime(int seconds) { m_lifetime = seconds; }
    void setRotating(bool isRotating) { m_isRotating = isRotating; }
    void forgetTokens(); //!< every refresh token is refused from now on
    void failNext(const Script &script); //!< of the token endpoint
    void failRevocations(const Script &script) { m_revocationScript = script; }

    [[nodiscard]] int tokenRequests() const { return count("/token"); }
    [[nodiscard]] int revocations() const { return count("/revoke"); }
    [[nodiscard]] QUrlQuery lastForm() const;
    [[nodiscard]] const ScriptedServer &server() const { return m_server; }

private:
    [[nodiscard]] Script answer(const ServedRequest &request);
    [[nodiscard]] Script answerToken(const QUrlQuery &form);
    [[nodiscard]] int count(const QByteArray &path) const;

    mutable std::mutex m_lock;
    QByteArray m_challenge;
    QByteArray m_redirectUri;
    QByteArray m_refresh;
    int m_given = 0;
    int m_lifetime = 3600;
    bool m_isRotating = false;
    std::optional<Script> m_next;
    std::optional<Script> m_revocationScript;
    ScriptedServer m_server; // last: it ends before what it reads
};

//! One request of a browser, written as a browser would not always write it.
class Browser
{
public:
    //! host: empty for the right one.
    explicit Browser(const QUrl &url,
                     const QByteArray &method = "GET",
                     const QByteArray &host = {});
    //! These bytes and nothing else.
    Browser(quint16 port, const QByteArray &bytes);

    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] const QByteArray &answer() const { return m_answer; }
    [[nodiscard]] int status() const;

private:
    void send(quint16 port, const QByteArray &bytes);

    QTcpSocket m_socket;
    QByteArray m_answer;
    bool m_isDone = false;
};

} // namespace kagura::test
