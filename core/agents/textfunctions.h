// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionarguments.h"

namespace kagura {

//! What expressions do with texts.
//! Null: it failed, and run says why.
namespace textfunctions {

[[nodiscard]] const Json *split(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *trim(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *lower(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *upper(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *startsWith(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *endsWith(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *replace(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *truncate(const ExpressionArguments &arguments, ExpressionRun &run);
[[nodiscard]] const Json *tokens(const ExpressionArguments &arguments, ExpressionRun &run);

} // namespace textfunctions

} // namespace kagura
