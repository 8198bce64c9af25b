// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/hostresolver.h"

#include <QHostInfo>
#include <QPair>

#include <algorithm>
#include <array>
#include <utility>

namespace kagura {

namespace {

struct Range
{
    const char *address;
    int prefix;
};

constexpr std::array<Range, 15> ClosedV4 = {{
    {"0.0.0.0", 8},
    {"10.0.0.0", 8},
    {"100.64.0.0", 10},
    {"127.0.0.0", 8},
    {"169.254.0.0", 16},
    {"172.16.0.0", 12},
    {"192.0.0.0", 24},
    {"192.0.2.0", 24},
    {"192.88.99.0", 24},
    {"192.168.0.0", 16},
    {"198.18.0.0", 15},
    {"198.51.100.0", 24},
    {"203.0.113.0", 24},
    {"224.0.0.0", 4},
    {"240.0.0.0", 4},
}};
// Of 2000::/3, outside of which nothing is public: Teredo and 6to4 carry any IPv4 address.
constexpr std::array<Range, 4> ClosedV6 = {
    {{"2001::", 23}, {"2001:db8::", 32}, {"2002::", 16}, {"3fff::", 20}}};

template <std::size_t size>
bool isWithin(const std::array<Range, size> &ranges, const QHostAddress &address)
{
    return std::any_of(ranges.begin(), ranges.end(), [&address](const Range &range) {
        return address.isInSubnet(QHostAddress(QString::fromLatin1(range.address)), range.prefix);
    });
}

} // namespace

HostResolver::~HostResolver() = default;

void SystemResolver::resolve(const QString &host,
                             QObject *context,
                             std::function<void(const QList<QHostAddress> &)> done)
{
    QHostInfo::lookupHost(
        host, context, [done = std::move(done)](const QHostInfo &info) { done(info.addresses()); });
}

bool isPublicAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const QHostAddress plain(address.toIPv4Address(&isV4)); // also of ::ffff:127.0.0.1
    if (isV4)
        return !isWithin(ClosedV4, plain);
    return address.protocol() == QAbstractSocket::IPv6Protocol
        && address.isInSubnet(QHostAddress(QStringLiteral("2000::")), 3)
        && !isWithin(ClosedV6, address);
}

} // namespace kagura
