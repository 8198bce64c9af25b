// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionarguments.h"

namespace kagura {

//! A function that expressions may call; `default` and `has` are none, they do not evaluate all they
//! are given.
struct ExpressionFunction
{
    std::string name;
    int least = 1; //!< arguments
    int most = 1;
    //! Null: it failed, and run says why.
    const Json *(*call)(const ExpressionArguments &arguments, ExpressionRun &run) = nullptr;
};

//! Null: there is none of that name.
[[nodiscard]] const ExpressionFunction *expressionFunction(const std::string &name);
//! In the order of their names; with `default` and `has`, for completion.
[[nodiscard]] std::vector<std::string> expressionFunctionNames();

} // namespace kagura
