// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/medialimits.h"
#include "core/media/readprogress.h"

#include <QByteArray>
#include <QString>

namespace kagura {

struct PdfText
{
    QString text; //!< page by page, each below a line with its number
    int pages = 0;

    bool operator==(const PdfText &) const = default;
};

//! Whether this build can read PDF: it needs poppler-qt6.
[[nodiscard]] bool canReadPdf();

//! The text of a PDF. Nothing in it is run, opened or fetched.
//!
//! Thread: any; one call a document. Errors: BadRequest: locked by a password, damaged, too many pages,
//! too much text, no text at all (a scan), or a build that cannot read PDF; Cancelled.
[[nodiscard]] Result<PdfText> readPdf(const QByteArray &bytes,
                                      const MediaLimits &limits,
                                      ReadProgress &progress);

} // namespace kagura
