// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/formatreader.h"

namespace kagura {

//! One chat of GPT4All, as it is in the folder of its models: gpt4all-….chat, versions 1 to 12.
//!
//! Thread, Lifetime, Errors: as FormatReader.
//! Source: the reader and writer of GPT4All 3.9, and of 3.4 for what came before.
class Gpt4AllReader final : public FormatReader
{
public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool recognises(const ForeignFile &file, const QStringList &keys) const override;
    [[nodiscard]] Result<QList<ConversationTree>> read(const ForeignFile &file,
                                                       SkipTally &tally) const override;
};

} // namespace kagura
