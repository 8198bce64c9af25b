// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSslConfiguration>

#include <chrono>

namespace kagura::test {

//! A self-signed certificate of a server and its key, made on the spot.
struct TlsIdentity
{
    struct Wish
    {
        QByteArray subjectAltName = "IP:127.0.0.1,DNS:localhost"; //!< as OpenSSL spells it
        std::chrono::seconds validFrom = -std::chrono::hours(1); //!< from now
        std::chrono::seconds validTo = std::chrono::hours(24); //!< from now
    };

    QByteArray certificatePem;
    QByteArray keyPem;

    [[nodiscard]] static TlsIdentity make(const Wish &wish);
    [[nodiscard]] static TlsIdentity make() { return make(Wish()); }

    //! For ScriptedServer.
    [[nodiscard]] QSslConfiguration serverConfiguration() const;
};

} // namespace kagura::test
