// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace kagura {

//! A tool that a model asked for, as the transcript shows it.
struct ShownToolCall
{
    enum class State : std::uint8_t {
        Asked, //!< nothing came of it, or not yet
        Done,
        Failed, //!< the result says why
    };

    QString id = {};
    QString name = {};
    QString arguments = {}; //!< set for reading
    QString result = {};
    State state = State::Asked;

    bool operator==(const ShownToolCall &) const = default;
};

} // namespace kagura
