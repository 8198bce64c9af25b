// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace kagura {

//! What a file may be at most to go along with a message; it decides who gives up first, a file from
//! anywhere or this program.
struct MediaLimits
{
    qint64 fileBytes = 32LL * 1024 * 1024;
    qint64 imagePixels = 50LL * 1000 * 1000; //!< of the file, before it is scaled down
    int longestEdge =
        2048; //!< pixels; pictures are scaled down to it, as providers do it themselves
    qint64 pngBytes = 4LL * 1024 * 1024; //!< an opaque picture whose PNG is larger goes as JPEG
    int previewEdge = 256; //!< pixels; longest edge of the small copy for the window
    int pdfPages = 1000;
    qsizetype textLength = 2'000'000; //!< UTF-16 units, of a text file or of all pages
    int concurrency = 4; //!< files that are read at once

    bool operator==(const MediaLimits &) const = default;
};

} // namespace kagura
