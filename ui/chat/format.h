// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/transcriptmessage.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>

namespace kagura {

//! \name Values as people read them; an unknown one is an em dash.
//! @{
[[nodiscard]] QString durationText(
    std::chrono::milliseconds duration); //!< "12 ms", "1.2 s", "3 min 5 s"
[[nodiscard]] QString costText(std::optional<qint64> microUsd); //!< "$0.031"
[[nodiscard]] QString tokensText(qint64 tokens); //!< "612 tokens"

[[nodiscard]] QString ageText(std::chrono::seconds age); //!< "2 h", in the largest unit
//! When something happened as the time column of a list says it: "now", "14:02", "Wed", "3 Oct".
[[nodiscard]] QString timeColumnText(const QDateTime &time, const QDateTime &now);
//! @}

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
