// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <string>

namespace kagura {

//! What the names of an expression stand for where it is evaluated.
//!
//! Lifetime: values stay where they are while an expression is evaluated.
class ExpressionScope
{
public:
    ExpressionScope() = default;
    ExpressionScope(const ExpressionScope &) = delete;
    ExpressionScope &operator=(const ExpressionScope &) = delete;
    virtual ~ExpressionScope() = default;

    //! `inputs`, `item`, `index`, `items`, `loop`, `run`, `team`; null: there is none of that name here.
    [[nodiscard]] virtual const Json *root(const std::string &name) const = 0;
    //! `nodes.<id>`; null: it has no result, because it was skipped or failed.
    [[nodiscard]] virtual const Json *node(const std::string &id) const = 0;
};

} // namespace kagura
