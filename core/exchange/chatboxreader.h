// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/formatreader.h"

namespace kagura {

//! The data that Chatbox exports, as JSON or as an archive with the pictures. Earlier threads of a session become conversations of their own, and
//! its forks versions.
//!
//! Thread, Lifetime, Errors: as FormatReader.
//! Source: Chatbox's session schema, and the exports of its older versions.
class ChatboxReader final : public FormatReader
{
public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool recognises(const ForeignFile &file, const QStringList &keys) const override;
    [[nodiscard]] Result<QList<ConversationTree>> read(const ForeignFile &file,
                                                       SkipTally &tally) const override;
};

} // namespace kagura
