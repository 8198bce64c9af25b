// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/llm/message.h"

#include <QString>

namespace kagura {

//! A file as a part of the user's message: PNG, JPEG, GIF and WebP as images, UTF-8 text with its name
//! above it. Judged by content, never by the name alone.
//! Errors: BadRequest that names the file: missing, over 20 MiB, or neither image nor text.
[[nodiscard]] Result<MessagePart> readAttachment(const QString &path);

} // namespace kagura
