// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/instructions.h"

#include <QString>

#include <cstdint>
#include <variant>

namespace kagura {

//! The instructions of a conversation as the panel has them: everything text, read and refused without a
//! widget. An empty field is left to the provider.
//!
//! Stop texts stand one a line; \n in one is a line break.
struct InstructionFields
{
    enum class Name : std::uint8_t { Temperature, TopP, MaxTokens, Seed, Stop };

    //! Which field cannot be used, and why, for the person who typed it.
    struct Fault
    {
        Name field = Name::Temperature;
        QString words;

        bool operator==(const Fault &) const = default;
    };

    QString system = {};
    QString temperature = {};
    QString topP = {};
    QString maxTokens = {};
    QString seed = {};
    QString stop = {};
    std::optional<ReasoningEffort> reasoning = std::nullopt;
    std::optional<CacheMode> cache = std::nullopt;

    [[nodiscard]] static InstructionFields of(const Instructions &instructions);
    [[nodiscard]] std::variant<Instructions, Fault> read() const;

    bool operator==(const InstructionFields &) const = default;
};

//! What a head has room for: "System text, temperature 0.3"; empty for empty ones.
[[nodiscard]] QString instructionsSummary(const Instructions &instructions);

} // namespace kagura
