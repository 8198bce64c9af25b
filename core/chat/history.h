// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/storedmessage.h"
#include "core/llm/message.h"

#include <QList>

namespace kagura {

//! Whether a message belongs to what was said: a failed answer without words does not.
[[nodiscard]] bool isSaid(const StoredMessage &message);

//! What the first so many messages of a branch say, as a request contains it.
[[nodiscard]] QList<Message> historyOf(const QList<BranchMessage> &branch, qsizetype count);

//! A question of a person: files first, then the words.
[[nodiscard]] StoredMessage questionOf(const QString &text, const QList<MessagePart> &files);

} // namespace kagura
