// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/formatreader.h"

namespace kagura {

//! The chats that Open WebUI exports: a list of them, or one.
//!
//! Thread, Lifetime, Errors: as FormatReader.
//! Source: what Open WebUI writes, 2024 to 2026.
class OpenWebUiReader final : public FormatReader
{
public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool recognises(const ForeignFile &file, const QStringList &keys) const override;
    [[nodiscard]] Result<QList<ConversationTree>> read(const ForeignFile &file,
                                                       SkipTally &tally) const override;
};

} // namespace kagura
