// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/requestkey.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! How a stored answer is told again.
enum class ReplayPace : std::uint8_t {
    Instant,
    Paced, //!< as if it were written quickly, within 400 ms
    Original, //!< as it came
};

//! What an agent, or the chat, wants of the cache.
struct CachePolicy
{
    //! A cache makes a constant of what was one sample of many; whether that is wanted is a matter of
    //! intent.
    enum class Sampling : std::uint8_t {
        Always,
        DeterministicOnly, //!< only at temperature 0, or with a seed
        Never,
    };

    Sampling sampling = Sampling::Always;
    bool modelSteps = false; //!< also requests that declare tools; the tools themselves always run
    bool keepsLength = false; //!< also answers that ended at max_tokens, where that was meant
    //! Empty: for ever. Zero or less: nothing is stored.
    std::optional<std::chrono::milliseconds> lifetime = std::chrono::hours(24 * 7);
    //! How long after its end an answer may stand in for a provider that fails; at most a day.
    std::chrono::milliseconds staleIfError{0};
    ReplayPace replay = ReplayPace::Instant;
    QString agent;
    CacheSpace space;

    bool operator==(const CachePolicy &) const = default;
};

} // namespace kagura
