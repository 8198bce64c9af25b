// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/transcriptmessage.h"
#include "ui/widgets/valuetext.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace kagura {

//! English text has about four characters a token; good enough for a number that says it is a guess.
[[nodiscard]] qint64 estimatedTokens(qsizetype characters);
//! How fast a model wrote, from its first text to its end; empty where that was too short to tell.
[[nodiscard]] std::optional<qint64> tokensPerSecond(
    const std::optional<qint64> &tokens,
    const std::optional<std::chrono::milliseconds> &firstText,
    const std::optional<std::chrono::milliseconds> &end);

//! A piece of the footer under an answer.
struct FooterPart
{
    enum class Kind : std::uint8_t { Fact, State, Saved, Badge };

    QString text;
    Kind kind = Kind::Fact;

    bool operator==(const FooterPart &) const = default;
};

//! What the footer under an answer says, from left to right.
//!
//! While the answer arrives, elapsed is the time since it was asked for, and a count of tokens that the
//! provider has not reported yet is estimated from the number of characters and marked so. The texts
//! of the message are not looked at.
[[nodiscard]] QList<FooterPart> replyFooter(const TranscriptMessage &message,
                                            qsizetype characters,
                                            std::chrono::milliseconds elapsed);

} // namespace kagura
