// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace kagura {

//! Prints HTML, as HtmlWriter makes it of conversations, on pages of A4 into a file, which stays as it
//! was until the new one is whole. Nothing but the pictures that are in the text is loaded.
//!
//! Thread: any. Errors: Storage, with the path.
[[nodiscard]] Result<void> writePdf(const QString &html, const QString &title, const QString &path);

} // namespace kagura
