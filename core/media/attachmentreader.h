// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/attachment.h"
#include "core/media/medialimits.h"
#include "core/media/readprogress.h"

namespace kagura {

//! Reads and prepares one attachment, however long it takes: pictures, PDF and text, told apart by their
//! content and never by their name. An empty file is refused, as there is nothing to send of it.
//!
//! Thread: any but one that paints. Errors: BadRequest with the reason, which does not repeat the name;
//! Storage for a file that cannot be read; Cancelled.
[[nodiscard]] Result<Attachment> readAttachment(const AttachmentSource &source,
                                                const MediaLimits &limits,
                                                ReadProgress &progress);

} // namespace kagura
