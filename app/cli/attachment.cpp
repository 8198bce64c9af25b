// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/attachment.h"

#include "app/services/attachmentparts.h"
#include "core/media/attachmentreader.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Result<MessagePart> readAttachment(const QString &path)
{
    ReadProgress progress;
    const Result<Attachment> attachment =
        readAttachment(AttachmentSource::fromFile(path), MediaLimits{}, progress);
    if (!attachment)
        return Error{attachment.error().kind, u"%1: %2"_s.arg(path, attachment.error().message)};
    return toPart(*attachment);
}

} // namespace kagura
