// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/chat/spending.h"

#include <QString>

namespace kagura {

//! \name What was spent as people read it: a sum with a hole in it says so, one of which nothing is known
//! is an em dash
//! @{
[[nodiscard]] QString spentText(const Spending &spending); //!< "$0.42", "over $0.42"
[[nodiscard]] QString spendingText(const Spending &spending); //!< "3,412 tokens · $0.031"
//! @}

} // namespace kagura
