// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

struct HttpHeader
{
    QByteArray name; //!< compared without case
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};

//! The value of the first header of that name, whatever its case; null where there is none.
[[nodiscard]] QByteArray headerValue(const QList<HttpHeader> &headers, QByteArrayView name);

//! A header whose value must reach its own origin and nothing else.
struct CredentialHeader
{
    QByteArray name;
    QByteArray prefix; //!< "Bearer " or nothing
    Secret secret;

    bool operator==(const CredentialHeader &) const = default;
};

//! How one provider is reached. Calls with equal profiles share connections.
struct NetworkProfile
{
    enum class Proxy : std::uint8_t { System, None, Custom };

    Proxy proxy = Proxy::System; //!< loopback addresses never go through a proxy
    QUrl proxyUrl; //!< http:// or socks5://, for Custom; credentials in it are used and never shown
    QString caFile; //!< PEM, added to the system's authorities; TLS errors are never ignored
    //! Whom the certificate must name, where the URL has the address of a server whose name was resolved
    //! and judged before; empty: the URL's own host.
    QString peerName = {};

    bool operator==(const NetworkProfile &) const = default;
};

//! Each limit is measured by us: Qt's own transfer timeout is an idle timer that a comment resets.
//! Empty means no such limit.
struct Deadlines
{
    std::optional<std::chrono::milliseconds> connect = std::chrono::seconds(10);
    std::optional<std::chrono::milliseconds> firstByte =
        std::chrono::seconds(120); //!< send to status line
    std::optional<std::chrono::milliseconds> idle =
        std::chrono::seconds(60); //!< between any two bytes
    std::optional<std::chrono::milliseconds> progress =
        std::chrono::minutes(5); //!< between two events that are no keep-alive
    std::optional<std::chrono::milliseconds> total;

    bool operator==(const Deadlines &) const = default;
};

//! One attempt of one call: a request that is put on the wire at most once.
struct HttpRequest
{
    QByteArray method = "POST";
    QUrl url; //!< never holds a credential
    QList<HttpHeader> headers;
    QList<CredentialHeader> credentials; //!< dropped as soon as the origin changes
    QByteArray body;
    NetworkProfile network;
    Deadlines deadlines;
    bool followsRedirects = true; //!< else a redirect is an answer like any other
    qint64 maxBodyBytes = 64LL * 1024 * 1024; //!< of the answer; more is Error::Kind::Protocol

    bool operator==(const HttpRequest &) const = default;
};

struct HttpHead
{
    int status = 0;
    QList<HttpHeader> headers;

    bool operator==(const HttpHead &) const = default;
};

//! scheme://host:port in lower case with the default port written out: what a credential belongs to.
[[nodiscard]] QString originOf(const QUrl &url);

//! True for localhost, 127.0.0.0/8 and ::1.
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace kagura
