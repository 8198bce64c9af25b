// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httprequest.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <cstdint>
#include <optional>

namespace kagura {

enum class DialectId : std::uint8_t { OpenAiChat, OpenAiResponses, Anthropic, Gemini, Ollama };

[[nodiscard]] QString dialectName(DialectId id); //!< "openai-chat"
[[nodiscard]] std::optional<DialectId> dialectFromName(const QString &name);

//! What servers of one dialect differ in; a preset sets them and the user may override each.
struct Capabilities
{
    bool streamOptions = true; //!< accepts stream_options (Mistral refuses)
    bool arrayContent = true; //!< message content may be an array (DeepSeek and Poe want a string)
    bool systemMessage = true; //!< false: the system text goes in front of the first user message
    bool developerRole = false; //!< the system text has role "developer"
    bool maxCompletionTokens = false; //!< max_completion_tokens instead of max_tokens
    bool temperatureWithTopP = true; //!< both may be sent (Anthropic: one)

    bool operator==(const Capabilities &) const = default;
};

//! What one account may do at once; shared by every caller of the account.
struct AccountLimits
{
    int concurrency = 24; //!< calls in flight, at least 1
    std::optional<qint64> requestsPerMinute;
    std::optional<qint64> tokensPerMinute;

    bool operator==(const AccountLimits &) const = default;
};

//! One configured provider. Holds no key: that is a Secret of its own, from SecretStore or environment.
struct ProviderConfig
{
    QString name; //!< what the user calls it, without a slash: "openai"
    DialectId dialect = DialectId::OpenAiChat;
    QUrl baseUrl; //!< "https://api.openai.com/v1"
    Capabilities capabilities;
    QList<HttpHeader> headers; //!< sent with every request
    NetworkProfile network;
    Deadlines deadlines;
    AccountLimits limits;
    bool needsKey = true;
    QString keyVariable; //!< environment variable that may hold the key; empty: none
    QString
        identityOrigin; //!< where calls say they go, if not to baseUrl: "guide", whose port changes

    bool operator==(const ProviderConfig &) const = default;
};

//! "provider/model"; the model's own id may contain further slashes.
struct ModelRef
{
    QString provider;
    QString model;

    [[nodiscard]] static std::optional<ModelRef> fromString(const QString &text);
    [[nodiscard]] QString toString() const;

    bool operator==(const ModelRef &) const = default;
};

} // namespace kagura
