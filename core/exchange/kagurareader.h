// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/formatreader.h"

namespace kagura {

//! What JsonWriter wrote: everything comes back as it was, under its own ids.
//!
//! Thread, Lifetime, Errors: as FormatReader.
//! Source: JsonWriter.
class KaguraReader final : public FormatReader
{
public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool recognises(const ForeignFile &file, const QStringList &keys) const override;
    [[nodiscard]] Result<QList<ConversationTree>> read(const ForeignFile &file,
                                                       SkipTally &tally) const override;
};

} // namespace kagura
