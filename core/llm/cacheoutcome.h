// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>

namespace kagura {

//! What a cache of answers did with one call. ChatReply::origin() says which tier a hit came from.
struct CacheOutcome
{
    enum class Kind : std::uint8_t {
        Bypass, //!< it was not asked, or not allowed to answer
        Miss,
        Hit,
    };

    Kind kind = Kind::Bypass;
    QString reason = {}; //!< of a bypass or a miss: "never_seen", see cacheReasonName()
    QByteArray key = {}; //!< 32 bytes by which the entry is found; empty: the request has none
    std::optional<QDateTime> answered = std::nullopt; //!< of a hit: when the provider did, UTC
    std::optional<qint64> savedMicroUsd = std::nullopt; //!< of a hit: what it cost then
    bool isStale = false; //!< of a hit: it stood in for a provider that could not be asked

    bool operator==(const CacheOutcome &) const = default;
};

[[nodiscard]] QString cacheOutcomeName(CacheOutcome::Kind kind); //!< "hit"

[[nodiscard]] Json cacheOutcomeToJson(const CacheOutcome &outcome);
//! Empty for what cannot be read.
[[nodiscard]] std::optional<CacheOutcome> cacheOutcomeFromJson(const Json &json);

} // namespace kagura
