// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kagura {

//! A title for a conversation that begins with this text: its first line with words in it, without
//! the marks of Markdown, cut between two words. Empty for a text without words.
[[nodiscard]] QString conversationTitle(const QString &text);

} // namespace kagura
