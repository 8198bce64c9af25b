// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/message.h"
#include "core/media/attachment.h"

namespace kagura {

//! An attachment as a part of a message: a picture as such, everything else as text with its name above
//! it, so that a model can tell several files, and a file from what the person says.
[[nodiscard]] MessagePart toPart(const Attachment &attachment);

} // namespace kagura
