// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionarguments.h"

namespace kagura {

//! What expressions do with lists and maps.
//! Null: it failed, and run says why.
namespace listfunctions {

[[nodiscard]] const Json *join(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *first(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *last(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *flatten(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *sort(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *unique(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *sum(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *average(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *smallest(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *largest(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *keys(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *values(const ExpressionArguments &arguments, ExpressionRun &run);

} // namespace listfunctions

} // namespace kagura
