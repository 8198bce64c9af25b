// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace kagura {

//! Says which addresses a name stands for.
//!
//! Thread: one. Lifetime: outlives those who ask. Errors: none; a name that nobody knows has no
//! addresses.
class HostResolver
{
public:
    HostResolver() = default;
    virtual ~HostResolver();
    Q_DISABLE_COPY_MOVE(HostResolver)

    //! done is called later, not from here, unless context has died.
    virtual void resolve(const QString &host,
                         QObject *context,
                         std::function<void(const QList<QHostAddress> &)> done) = 0;
};

//! Asks the system.
class SystemResolver final : public HostResolver
{
public:
    void resolve(const QString &host,
                 QObject *context,
                 std::function<void(const QList<QHostAddress> &)> done) override;
};

//! Whether an address is one of the public internet: not of this machine, a home or company network, a
//! link, a group of machines, a documentation, or an IPv4 address in an IPv6 disguise.
//! Source: IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and later).
[[nodiscard]] bool isPublicAddress(const QHostAddress &address);

} // namespace kagura
