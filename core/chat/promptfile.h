// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/chat/prompt.h"

#include <QByteArray>
#include <QList>

#include <cstdint>

namespace kagura {

//! \name The prompt library as a file that people and other programs read
//!
//! JSON is `{"prompts": [{"name": …, "text": …}]}`; also read are a bare list, and `title`, `command`,
//! `content` and `prompt` for the two. In Markdown each prompt is a heading of the first level and what
//! stands below it; where that is one block of code, the text of that.
//! @{
enum class PromptFormat : std::uint8_t { AsJson, AsMarkdown };

inline constexpr qsizetype mostPromptBytes = 8 * 1024 * 1024; //!< larger files are refused

[[nodiscard]] QByteArray writePrompts(const QList<Prompt> &prompts, PromptFormat format);
//! Without ids. Entries without a name or a text are left out. Errors: Protocol for what is no such file
//! or has no prompt in it.
[[nodiscard]] Result<QList<Prompt>> readPrompts(const QByteArray &file, PromptFormat format);
//! @}

} // namespace kagura
