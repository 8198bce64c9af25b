// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/message.h"
#include "core/media/attachment.h"
#include "ui/chat/shownattachment.h"
#include "ui/chat/showntoolcall.h"

#include <QHash>

namespace kagura {

//! \name Attachments as pages show them
//! @{
[[nodiscard]] bool isAttachment(const MessagePart &part); //!< a picture, or the text of a file
[[nodiscard]] ShownAttachment shownAttachment(const MessagePart &part); //!< without a preview
[[nodiscard]] ShownAttachment shownAttachment(const Attachment &attachment);
//! The tools that an answer asked for, with what came of them, by the calls' ids.
[[nodiscard]] QList<ShownToolCall> shownToolCalls(const QList<MessagePart> &parts,
                                                  const QHash<QString, ToolResultPart> &results);
//! @}

} // namespace kagura
