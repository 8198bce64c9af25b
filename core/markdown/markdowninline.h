// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownblock.h"

#include <QStringView>

namespace kagura {

//! The text inside one block: emphasis, code, links, images, mathematics, line breaks.
//!
//! Only http, https and mailto become links; any other target stays visible as it was written, and so
//! does HTML, of which <br> alone means something. References to definitions elsewhere are not
//! resolved, because a definition may arrive long after the text: both stay as text.
//!
//! Thread: any. Lifetime: a value. Errors: none; whatever is no markup is text.
//! Source: CommonMark 0.31 (inlines, delimiter runs), GitHub Flavored Markdown (strikethrough,
//! autolinks), Pandoc (dollar signs).
struct MarkdownInline
{
    //! Text that still grows shows what is half written as what it will most likely be, so that no
    //! mark flashes: `**bo` is strong already, and `[a](http://x` is the link a.
    enum class End : std::uint8_t { Open, Closed };

    QString text = {};
    QList<MarkdownSpan> spans = {};

    [[nodiscard]] static MarkdownInline of(QStringView raw, End end = End::Closed);
};

//! Whether a link to it may be opened at all.
[[nodiscard]] bool isWebTarget(QStringView target);

} // namespace kagura
