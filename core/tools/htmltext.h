// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kagura {

//! What a person would read of an HTML page, about: scripts, styles and tags left out, a line a block,
//! entities as their characters. Takes time in proportion to the page, whatever is wrong with it.
[[nodiscard]] QString htmlText(const QString &html);

} // namespace kagura
