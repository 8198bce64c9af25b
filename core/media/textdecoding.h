// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kagura {

struct DecodedText
{
    QString text; //!< without a byte order mark
    QString encoding; //!< "UTF-8", "UTF-16LE", "Windows-1252", …

    bool operator==(const DecodedText &) const = default;
};

//! The text of a file that does not say how it is written: by its byte order mark, else strict UTF-8,
//! else UTF-16 where every second byte of the plain characters is zero, else Latin-1 or Windows-1252.
//!
//! Errors: BadRequest for what is no text: zero bytes, or more control characters than text has.
//! Source: Unicode 15, 23.8 (byte order mark); WHATWG Encoding, index windows-1252.
[[nodiscard]] Result<DecodedText> decodeText(const QByteArray &bytes);

} // namespace kagura
