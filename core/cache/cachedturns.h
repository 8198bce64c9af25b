// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace kagura {

//! One message of a stored request, as a person reads it.
struct CachedTurn
{
    enum class Who : std::uint8_t { System, Person, Model, Tool };

    Who who = Who::Person;
    QString text;
    QStringList files; //!< "image/png", "file"
    QStringList calls; //!< tools that the model wished to run: "search({"q":"x"})"

    bool operator==(const CachedTurn &) const = default;
};

//! The messages of a canonical body of whatever dialect, the system prompt first. What is no message
//! of a known shape is left out.
[[nodiscard]] QList<CachedTurn> cachedTurns(const Json &body);

} // namespace kagura
