// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kagura {

//! Markdown in GitHub's dialect as HTML that does nothing: HTML in the text is text, links are http,
//! https and mailto, a picture is its description, and every character is escaped.
//!
//! Errors: none; Markdown that cannot be read is shown as it is.
[[nodiscard]] QString markdownToHtml(const QString &markdown);

} // namespace kagura
