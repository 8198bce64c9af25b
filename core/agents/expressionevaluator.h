// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/expressionnode.h"
#include "core/agents/expressionrun.h"
#include "core/agents/expressionscope.h"
#include "core/base/result.h"

#include <optional>

namespace kagura {

//! Evaluates an expression: without I/O, time or chance, so that it gives the same again on a resume.
//!
//! Values of the scope are never copied on the way, only what is made of them. Nothing is converted
//! by itself: `"1" + 1` is an error.
//!
//! Errors: BadRequest with the number of the character: a name that is not there, a field that is
//! missing, the wrong type, a division by zero, more than 64 bits, a limit of ExpressionRun.
class ExpressionEvaluator
{
public:
    explicit ExpressionEvaluator(const ExpressionScope &scope,
                                 const ExpressionRun::Limits &limits = {});

    [[nodiscard]] Result<Json> evaluate(const ExpressionNode &expression);

private:
    using Kind = ExpressionNode::Kind;
    using Value = const Json *; //!< null: it failed

    [[nodiscard]] Value value(const ExpressionNode &node);
    [[nodiscard]] Value dispatch(const ExpressionNode &node);
    [[nodiscard]] Value name(const ExpressionNode &node);
    [[nodiscard]] Value member(const ExpressionNode &node);
    [[nodiscard]] Value index(const ExpressionNode &node);
    [[nodiscard]] Value list(const ExpressionNode &node);
    [[nodiscard]] Value map(const ExpressionNode &node);
    [[nodiscard]] Value logic(const ExpressionNode &node);
    [[nodiscard]] Value negated(const ExpressionNode &node);
    [[nodiscard]] Value choice(const ExpressionNode &node);
    [[nodiscard]] Value binary(const ExpressionNode &node);
    [[nodiscard]] Value compared(Kind kind, const Json &left, const Json &right);
    [[nodiscard]] Value contained(const Json &part, const Json &whole);
    [[nodiscard]] Value sum(const Json &left, const Json &right);
    [[nodiscard]] Value arithmetic(Kind kind, const Json &left, const Json &right);
    [[nodiscard]] Value call(const ExpressionNode &node);
    [[nodiscard]] Value defaulted(const ExpressionNode &node);
    [[nodiscard]] std::optional<bool> truth(const ExpressionNode &node);

    const ExpressionScope &m_scope;
    ExpressionRun m_run;
    std::optional<qsizetype> m_failedAt;
};

} // namespace kagura
