// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/formatreader.h"

namespace kagura {

//! The export of ChatGPT: conversations.json, alone or in its archive with the pictures. Steps of one
//! answer (searches, code that was run, thoughts) become one message.
//!
//! Thread, Lifetime, Errors: as FormatReader.
//! Source: exports of 2023 to 2026, as several open parsers of them agree on.
class ChatGptReader final : public FormatReader
{
public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool recognises(const ForeignFile &file, const QStringList &keys) const override;
    [[nodiscard]] Result<QList<ConversationTree>> read(const ForeignFile &file,
                                                       SkipTally &tally) const override;
};

} // namespace kagura
