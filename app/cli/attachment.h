// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/message.h"

#include <QString>

namespace kagura {

//! A file as a part of the user's message, as core/media prepares it: pictures, text in any common
//! encoding, and the text of PDF. Judged by content, never by the name alone.
//! Errors: those of core/media, with the path before them.
[[nodiscard]] Result<MessagePart> readAttachment(const QString &path);

} // namespace kagura
