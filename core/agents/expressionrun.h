// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QString>

#include <deque>
#include <optional>

namespace kagura {

//! What one evaluation may use up, what it has made so far, and why it failed.
//!
//! Lifetime: of one evaluation; the values that keep() gave live as long.
class ExpressionRun
{
public:
    struct Limits
    {
        qint64 steps = 100'000;
        qint64 bytes = 8LL * 1024 * 1024; //!< of all that is made on the way, about
    };

    struct Failure
    {
        QString message;
        bool isMissing = false; //!< there is no such value; `default` and `has` may ask for it

        bool operator==(const Failure &) const = default;
    };

    explicit ExpressionRun(const Limits &limits)
        : m_limits(limits)
    {}

    //! Null where a limit is reached; then there is a failure.
    [[nodiscard]] const Json *keep(Json value);
    [[nodiscard]] bool spend(qint64 steps); //!< false where none are left
    std::nullptr_t fail(const QString &message);
    std::nullptr_t miss(const QString &message);

    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }
    //! Forgets that a value is missing; false where it failed for another reason.
    [[nodiscard]] bool forgive();

private:
    Limits m_limits;
    std::deque<Json> m_values; // which never move
    std::optional<Failure> m_failure;
};

} // namespace kagura
