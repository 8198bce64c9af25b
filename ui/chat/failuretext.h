// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>

namespace kagura {

//! The one thing to do next after a failure.
enum class NextStep : std::uint8_t {
    None,
    Retry,
    Connect,
    PickModel,
    OpenSettings,
    NewConversation
};

//! A failed answer in plain words: what happened, why as far as known, and the next step.
//!
//! Thread: any. Lifetime: a value. Errors: none; every kind has words.
struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(kagura::FailureText)

public:
    QString title;
    QString reason; //!< the provider's or system's own words, made safe to look at; may be empty
    QString stepLabel; //!< what the button says; empty where there is no step
    NextStep step = NextStep::None;

    [[nodiscard]] static FailureText of(const Error &error);

    bool operator==(const FailureText &) const = default;
};

} // namespace kagura
