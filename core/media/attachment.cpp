// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/attachment.h"

#include <QFileInfo>

namespace kagura {

AttachmentSource AttachmentSource::fromFile(const QString &path)
{
    AttachmentSource source;
    source.name = QFileInfo(path).fileName();
    source.path = path;
    return source;
}

} // namespace kagura
