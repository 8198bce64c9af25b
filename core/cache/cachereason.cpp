// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachereason.h"

#include <array>

namespace kagura {

QString cacheReasonName(CacheReason reason)
{
    // In the order of CacheReason. The names are in files: they do not change.
    constexpr std::array Names = {
        "none",         "never_seen",  "expired",    "soft_invalidated", "invalidated",
        "evicted",      "corrupt",     "tier_error", "tier_timeout",     "off",
        "tools",        "temperature", "no_key",     "not_reading",      "lifetime_zero",
        "failed",       "unfinished",  "length",     "content_filter",   "refusal",
        "other_finish", "tool_calls",  "empty",      "too_large",        "broken_schema",
        "joined",       "outdated",    "backlog",    "disk_failed",
    };
    static_assert(Names.size() == static_cast<std::size_t>(CacheReason::DiskFailed) + 1);
    return QString::fromLatin1(Names.at(static_cast<std::size_t>(reason)));
}

} // namespace kagura
