// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatrequest.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace kagura {

//! A request that is probably more than its model can read. By estimates: a token is four bytes.
struct Outgrown
{
    //! A message that would be left out, by its beginning.
    struct Left
    {
        Role role = Role::User;
        QString head;

        bool operator==(const Left &) const = default;
    };

    qint64 tokens = 0; //!< of all of it
    qint64 window = 0; //!< of the model
    //! The oldest messages without which it fits, whole turns; empty: no turns are enough.
    QList<Left> dropped = {};
    qint64 tokensWithout = 0; //!< of what is left then

    bool operator==(const Outgrown &) const = default;
};

//! What a person chose to do about it.
enum class OutgrownChoice : std::uint8_t { SendAll, DropOldest, Cancel };

//! window: how many tokens the model reads, its answer among them. Empty: it fits.
[[nodiscard]] std::optional<Outgrown> outgrown(const ChatRequest &request, qint64 window);

} // namespace kagura
