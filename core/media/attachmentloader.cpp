// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachmentloader.h"

#include <QImageReader>

namespace kagura {

namespace {

constexpr qint64 BytesAPixel = 8; // of pictures with 16 bits a channel

} // namespace

AttachmentLoader::AttachmentLoader(const MediaLimits &limits)
    : m_limits(limits)
{
    // Qt's own limit is for the whole process, and smaller than a photo of today needs.
    const qint64 mebibytes = limits.imagePixels * BytesAPixel / (1024 * 1024) + 1;
    QImageReader::setAllocationLimit(static_cast<int>(mebibytes));
}

std::unique_ptr<AttachmentReply> AttachmentLoader::load(
    const QList<AttachmentSource> &sources) const
{
    return std::make_unique<AttachmentReply>(sources, m_limits);
}

} // namespace kagura
