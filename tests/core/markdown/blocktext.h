// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownblock.h"

#include <QStringList>

namespace kagura::test {

//! Text with its styles as tags: "a <b>c</b>".
[[nodiscard]] QString taggedText(const QString &text, const QList<MarkdownSpan> &spans);

//! A block as one line: "> 1. p: a <b>c</b>".
[[nodiscard]] QString lineOf(const MarkdownBlock &block);
[[nodiscard]] QStringList linesOf(const QList<MarkdownBlock> &blocks);

} // namespace kagura::test
