// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace kagura {

//! How much a foreign file may ask of us before it is refused. All are far above what people have.
struct ImportLimits
{
    qint64 fileBytes = 1024LL * 1024 * 1024;
    qint64 entryBytes = 1024LL * 1024 * 1024; //!< of one entry of an archive, unpacked
    int entryRatio = 500; //!< unpacked to packed, for entries of more than a megabyte
    int entries = 200'000;
    int conversations = 200'000;
    int messages = 200'000; //!< of one conversation
    qint64 imageBytes = 20LL * 1024 * 1024; //!< of one picture; larger ones are left out
    qint64 imagesBytes = 1024LL * 1024 * 1024; //!< of all pictures of a file; the rest is left out
};

} // namespace kagura
