// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/runplan.h"
#include "core/agents/workflow.h"

#include <functional>

namespace kagura {

//! Walks through a workflow with its inputs and says what a run would come to, asking nobody: how many
//! calls of which models, how many tokens and dollars, what a person would be asked.
//!
//! What cannot be known has a range: a condition may hold or not, a list has as many elements as its
//! schema or `max_items` allow, a loop ends after its first iteration or its last. An answer without
//! `max_tokens` is taken to have LeastAnswer to MostAnswer tokens, a result of a tool at most MostResult.
//!
//! Thread: any, one plan at a time. Lifetime: the workflow outlives it. Errors: none; what would go
//! wrong is a warning.
class Planner
{
public:
    static constexpr qint64 LeastAnswer = 20;
    static constexpr qint64 MostAnswer = 4000;
    static constexpr qint64 MostResult = 4000;
    static constexpr qsizetype MostPrompts = 1000; //!< that are listed

    //! In millionths of a US dollar; empty: not known.
    using Price = std::function<std::optional<qint64>(
        const QString &provider, const QString &model, qint64 inputTokens, qint64 outputTokens)>;

    Planner(const Workflow &workflow, Price price);

    //! Another workflow file by the reference that nodes name it with, checked and pinned; those that
    //! are not here are not counted, which is a warning. Lifetime: outlives the planner.
    void addWorkflow(const QString &ref, const Workflow &workflow);

    //! inputs: an object; what is not in it has its default or is not known yet.
    [[nodiscard]] RunPlan plan(const Json &inputs) const;

private:
    const Workflow &m_workflow;
    Price m_price;
    std::map<QString, const Workflow *> m_workflows;
};

} // namespace kagura
