// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionrun.h"

#include <string>
#include <vector>

namespace kagura {

using ExpressionArguments = std::vector<const Json *>;

//! \name What an argument of a function has to be; null or empty: it is not, and run says so
//! @{
[[nodiscard]] const std::string *textOf(const Json &value, ExpressionRun &run);
//! Costs a step an element.
[[nodiscard]] const Json *listOf(const Json &value, ExpressionRun &run);
[[nodiscard]] std::optional<std::int64_t> wholeOf(const Json &value, ExpressionRun &run);
//! @}

//! \name Characters are code points: a text is never cut within one
//! @{
[[nodiscard]] std::int64_t charactersIn(const std::string &text);
[[nodiscard]] std::string charactersFrom(const std::string &text,
                                         std::int64_t from,
                                         std::int64_t to);
//! @}

} // namespace kagura
