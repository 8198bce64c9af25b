// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/medialimits.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace kagura {

//! A picture as it goes to a model.
struct PreparedImage
{
    QByteArray data; //!< PNG or JPEG
    QString mimeType;
    QSize pixels;
    QImage preview;
};

//! "png", "jpeg", "gif", "webp", "bmp" or "tiff" by the first bytes; empty for all else. SVG is never
//! one: it is a program for a renderer, and goes along as the text that it is.
[[nodiscard]] QByteArray imageFormatOf(const QByteArray &bytes);

//! Decodes a picture, turns it upright, scales it down and encodes it anew: nothing of the original's
//! metadata (place, camera, author, comments, colour profile) is left. Of an animation the first frame.
//!
//! Errors: BadRequest: too many pixels, damaged, or a format that this computer has no decoder for.
//! Source: Qt's QImageReader; magic numbers as in the specifications of the formats.
[[nodiscard]] Result<PreparedImage> prepareImage(const QByteArray &bytes,
                                                 const QByteArray &format,
                                                 const MediaLimits &limits);

//! The same for a picture that is decoded already, as from the clipboard.
[[nodiscard]] Result<PreparedImage> prepareImage(const QImage &image, const MediaLimits &limits);

//! The size that the header of a picture tells; invalid for what is none.
[[nodiscard]] QSize imageSizeOf(const QByteArray &bytes);

//! A small copy for the window; null for what is no picture or too large.
[[nodiscard]] QImage previewOf(const QByteArray &bytes, const MediaLimits &limits);

} // namespace kagura
