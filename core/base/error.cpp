// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"

#include <array>

namespace kagura {

namespace {

// In the order of Error::Kind.
constexpr std::array<const char *, 15> KindNames = {
    "cancelled",      "timeout",    "network",  "auth",        "rate_limited",
    "quota",          "overloaded", "server",   "bad_request", "context_length",
    "content_filter", "truncated",  "protocol", "storage",     "internal",
};

} // namespace

QString errorKindName(Error::Kind kind)
{
    return QString::fromLatin1(KindNames.at(static_cast<std::size_t>(kind)));
}

std::optional<Error::Kind> errorKindFromName(const QString &name)
{
    for (std::size_t i = 0; i < KindNames.size(); ++i) {
        if (name == QLatin1String(KindNames.at(i)))
            return static_cast<Error::Kind>(i);
    }
    return std::nullopt;
}

} // namespace kagura
