// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/planner.h"

namespace kagura {

//! What the agents of a workflow answer and what that costs, before anything was asked.
//!
//! Lifetime: workflow and price outlive it.
class PlanCosts
{
public:
    PlanCosts(const Workflow &workflow, const Planner::Price &price);

    //! Tokens of one answer.
    [[nodiscard]] PlanRange answer(const QString &agent) const;
    //! Adds calls of an agent that come to so many tokens.
    void add(NodePlan &cost,
             const QString &agent,
             const PlanRange &calls,
             const PlanRange &inputTokens,
             const PlanRange &outputTokens) const;
    //! Sentences on what the budget of the workflow does not allow.
    [[nodiscard]] QStringList budgetWarnings(const NodePlan &total) const;

private:
    [[nodiscard]] const WorkflowModel &modelOf(const QString &agent) const;

    const Workflow &m_workflow;
    const Planner::Price &m_price;
};

} // namespace kagura
