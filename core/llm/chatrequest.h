// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/llm/message.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace kagura {

struct ToolSpec
{
    QString name;
    QString description;
    Json parameters = Json::object(); //!< JSON Schema of the arguments

    bool operator==(const ToolSpec &) const = default;
};

struct ToolChoice
{
    enum class Mode : std::uint8_t { Auto, None, Required, Named };

    Mode mode = Mode::Auto;
    QString name; //!< for Named

    bool operator==(const ToolChoice &) const = default;
};

//! What shape the answer must have.
struct ResponseFormat
{
    enum class Kind : std::uint8_t { Text, JsonObject, JsonSchema };

    Kind kind = Kind::Text;
    QString name = QStringLiteral("answer"); //!< some dialects want the schema named
    Json schema; //!< for JsonSchema

    bool operator==(const ResponseFormat &) const = default;
};

enum class ReasoningEffort : std::uint8_t { Off, Low, Medium, High };

//! What is asked of a model, in no provider's words. An empty optional is not sent at all, so that the
//! provider's own default holds.
struct ChatRequest
{
    QString model; //!< the provider's own id, without the provider's name
    QString system;
    QList<Message>
        messages; //!< Role::System is allowed here too; dialects place it where they must
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<qint64> maxTokens;
    std::optional<qint64> seed;
    QStringList stop;
    QList<ToolSpec> tools;
    ToolChoice toolChoice;
    ResponseFormat format;
    std::optional<ReasoningEffort> reasoning;
    Json extra =
        Json::object(); //!< merged into the body last, key by key: what this struct does not know
    bool stream = true;

    bool operator==(const ChatRequest &) const = default;
};

} // namespace kagura
