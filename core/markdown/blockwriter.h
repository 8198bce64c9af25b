// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownblock.h"

#include <QString>

namespace kagura {

//! A part of a text that was read into blocks, as it goes to a clipboard or a file.
//!
//! Markdown reads back into the same blocks. HTML carries no script, no style and no picture, and links
//! only where MarkdownInline made one. Plain text has the marks of lists, and tabs between cells.
//!
//! Thread: any. Lifetime: borrows the blocks. Errors: none; places outside are clamped.
class BlockWriter
{
public:
    enum class Format : std::uint8_t { Plain, Markdown, Html };

    struct Place
    {
        qsizetype block = 0;
        qsizetype offset = 0;
    };

    BlockWriter(const QList<MarkdownBlock> &blocks, const Place &from, const Place &to);

    [[nodiscard]] QString text(Format format) const;

private:
    [[nodiscard]] QList<MarkdownBlock> selected() const;
    [[nodiscard]] QString lines(const QList<MarkdownBlock> &blocks, Format format) const;
    [[nodiscard]] QString html(const QList<MarkdownBlock> &blocks) const;

    const QList<MarkdownBlock> &m_blocks;
    Place m_from;
    Place m_to;
};

} // namespace kagura
