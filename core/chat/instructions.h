// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/llm/calloptions.h"
#include "core/llm/chatrequest.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace kagura {

//! How the models of a conversation are asked. What is empty is not sent, so that the provider's own
//! default holds.
struct ChatParameters
{
    std::optional<double> temperature = std::nullopt;
    std::optional<double> topP = std::nullopt;
    std::optional<qint64> maxTokens = std::nullopt;
    std::optional<qint64> seed = std::nullopt;
    QStringList stop = {};
    std::optional<ReasoningEffort> reasoning = std::nullopt;
    std::optional<CacheMode> cache = std::nullopt; //!< Refresh or Off; empty: as everywhere

    [[nodiscard]] bool isEmpty() const { return *this == ChatParameters(); }

    //! Those that a request has.
    [[nodiscard]] static ChatParameters of(const ChatRequest &request);
    void fill(ChatRequest &request) const; //!< where it leaves something open

    bool operator==(const ChatParameters &) const = default;
};

//! What goes along with every request of a conversation, beside its messages.
struct Instructions
{
    QString system = {};
    ChatParameters parameters = {};

    [[nodiscard]] bool isEmpty() const { return *this == Instructions(); }

    //! Gives a call what it leaves open; one that says itself what is to be done with the cache is not
    //! overruled.
    void fill(ChatRequest &request) const;
    void fill(CallOptions &options) const;

    bool operator==(const Instructions &) const = default;
};

//! \name As it is stored: an object without what is empty
//! Reading leaves out what is of another type or out of range.
//! @{
[[nodiscard]] Json parametersToJson(const ChatParameters &parameters);
[[nodiscard]] ChatParameters parametersFromJson(const Json &object);
//! @}

//! The largest values that any provider takes; a provider may refuse earlier, and says so itself.
inline constexpr double largestTemperature = 2.0;
inline constexpr double largestTopP = 1.0;
inline constexpr qint64 mostTokens = 100'000'000;
inline constexpr qsizetype mostStops = 16;

} // namespace kagura
