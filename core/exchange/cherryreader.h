// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/formatreader.h"

namespace kagura {

//! A backup of Cherry Studio: data.json, alone or in its archive with the pictures. Answers of several
//! models to one question become versions.
//!
//! Thread, Lifetime, Errors: as FormatReader.
//! Source: Cherry Studio's backups of versions 2 to 5.
class CherryReader final : public FormatReader
{
public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool recognises(const ForeignFile &file, const QStringList &keys) const override;
    [[nodiscard]] Result<QList<ConversationTree>> read(const ForeignFile &file,
                                                       SkipTally &tally) const override;
};

} // namespace kagura
