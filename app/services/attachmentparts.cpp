// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/attachmentparts.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

MessagePart toPart(const Attachment &attachment)
{
    if (attachment.kind == Attachment::Kind::Image)
        return ImagePart{attachment.data, attachment.mimeType, attachment.name};
    const QString text = u"File %1:\n%2\n"_s.arg(attachment.name, attachment.text);
    return TextPart{text, attachment.name};
}

} // namespace kagura
