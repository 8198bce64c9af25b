// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownblock.h"

namespace kagura {

//! Text and its spans as source that MarkdownInline reads back into the same.
[[nodiscard]] QString inlineMarkdown(const QString &text, const QList<MarkdownSpan> &spans);

//! The same for a whole paragraph, which must not read back as a list or a heading.
[[nodiscard]] QString paragraphMarkdown(const QString &text, const QList<MarkdownSpan> &spans);

[[nodiscard]] QString inlineHtml(const QString &text, const QList<MarkdownSpan> &spans);

} // namespace kagura
