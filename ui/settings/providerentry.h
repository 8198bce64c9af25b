// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/providerconfig.h"

#include <QList>
#include <QString>

#include <optional>

namespace kagura {

//! A model of a provider, with what is publicly known of it. Prices are US dollars for a million tokens.
struct ModelEntry
{
    QString id;
    std::optional<qint64> contextTokens;
    std::optional<double> inputPrice;
    std::optional<double> outputPrice;
    std::optional<double> cachedPrice;

    bool operator==(const ModelEntry &) const = default;
};

//! A connected provider as the settings show it.
struct ProviderEntry
{
    enum class State : std::uint8_t { Untried, Works, NoKey, Failed };

    ProviderConfig config;
    QString title; //!< "OpenAI"
    QString callPath; //!< what calls add to the base URL: "/chat/completions"
    QString keyWords; //!< where its key is, in words
    QString signInTitle; //!< whom one could sign in with: "Google"; empty: there is no such way
    QString clientId; //!< of the last sign-in
    bool isSignedIn = false;
    State state = State::Untried;
    QString stateWords; //!< "12 models", "Key missing"
    QString listWords; //!< when the models were listed; empty: never
    QList<ModelEntry> models;

    bool operator==(const ProviderEntry &) const = default;
};

} // namespace kagura
