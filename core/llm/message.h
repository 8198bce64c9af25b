// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <variant>

namespace kagura {

enum class Role : std::uint8_t { System, User, Assistant, Tool };

struct TextPart
{
    QString text;
    QString name = {}; //!< of the file that it is the content of; not sent, text says it, too

    bool operator==(const TextPart &) const = default;
};

struct ImagePart
{
    QByteArray data; //!< the encoded file
    QString mimeType; //!< "image/png"
    QString name = {}; //!< of the file, to be shown; not sent

    bool operator==(const ImagePart &) const = default;
};

//! What a model thought before it answered. Some providers refuse a follow-up that does not echo the
//! signature of their own reasoning.
struct ReasoningPart
{
    QString text; //!< may be empty where the provider hides it
    QByteArray signature; //!< opaque; goes back to the dialect that it came from
    QString dialect; //!< whose signature it is

    bool operator==(const ReasoningPart &) const = default;
};

//! A model's wish to run a tool.
struct ToolCall
{
    QString id; //!< unique in the answer; made up by the decoder where the server sent none
    QString name;
    QByteArray arguments = "{}"; //!< JSON as the model wrote it, not validated
    QByteArray signature = {}; //!< opaque (Gemini's thought signature); echoed back

    bool operator==(const ToolCall &) const = default;
};

struct ToolResultPart
{
    QString callId;
    QString name;
    QString text;
    bool isError = false;

    bool operator==(const ToolResultPart &) const = default;
};

using MessagePart = std::variant<TextPart, ImagePart, ReasoningPart, ToolCall, ToolResultPart>;

struct Message
{
    Role role = Role::User;
    QList<MessagePart> parts;

    //! All its text parts, joined.
    [[nodiscard]] QString text() const;
    [[nodiscard]] static Message fromText(Role role, const QString &text);

    bool operator==(const Message &) const = default;
};

} // namespace kagura
