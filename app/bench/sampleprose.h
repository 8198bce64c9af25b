// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>

namespace kagura::bench {

//! An answer as models write them: headings, paragraphs with marks, lists, a table, code in a fence.
//! Always the same for the same length.
[[nodiscard]] QString sampleAnswer(qsizetype characters);

enum class BlockKind : std::uint8_t { Paragraph, List, Table, Code };

//! A single block of that kind that has not ended.
[[nodiscard]] QString sampleBlock(BlockKind kind, qsizetype characters);

//! What a person or a model says in one message of a long conversation, about 565 characters on average.
[[nodiscard]] QString sampleMessage(int number);

} // namespace kagura::bench
