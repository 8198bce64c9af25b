// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/attachment.h"
#include "core/media/attachmentreply.h"
#include "core/media/medialimits.h"

#include <QList>

#include <memory>

namespace kagura {

//! Reads files for messages, several at once and none in the caller's thread.
//!
//! Thread: the one that made it, which the replies live in, too. Lifetime: replies may outlive it.
//! Errors: each file's own, see AttachmentReply.
class AttachmentLoader
{
public:
    explicit AttachmentLoader(const MediaLimits &limits = {});

    [[nodiscard]] const MediaLimits &limits() const { return m_limits; }

    [[nodiscard]] std::unique_ptr<AttachmentReply> load(
        const QList<AttachmentSource> &sources) const;

private:
    MediaLimits m_limits;
};

} // namespace kagura
