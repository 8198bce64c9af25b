// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/agents/workflowfault.h"

namespace kagura {

//! Turns the JSON of nodes and of what stands in them into values, and collects what is wrong with the
//! expressions. The JSON follows the schema: what is not there has its default.
class WorkflowNodeReader
{
public:
    [[nodiscard]] WorkflowGraph graph(const Json &json, const QString &pointer);
    [[nodiscard]] WorkflowAgent agent(const Json &json, const QString &pointer);
    [[nodiscard]] ValueTemplate valueTemplate(const Json &json, const QString &pointer);
    [[nodiscard]] std::optional<WorkflowErrorRule> errorRule(const Json &json,
                                                             const QString &pointer);

    //! \name Empty where there is nothing
    //! @{
    [[nodiscard]] static std::optional<WorkflowRetry> retry(const Json &json);
    [[nodiscard]] static std::optional<WorkflowTimeout> timeout(const Json &json);
    [[nodiscard]] static std::optional<WorkflowCache> cache(const Json &json);
    [[nodiscard]] static std::optional<WorkflowBudget> budget(const Json &json);
    //! @}

    [[nodiscard]] const WorkflowFaults &faults() const { return m_faults; }

private:
    [[nodiscard]] WorkflowNode node(const Json &json, const QString &pointer);
    [[nodiscard]] AgentStep agentStep(const Json &json, const QString &pointer);
    [[nodiscard]] RouterStep routerStep(const Json &json, const QString &pointer);
    [[nodiscard]] MapStep mapStep(const Json &json, const QString &pointer);
    [[nodiscard]] ReduceStep reduceStep(const Json &json, const QString &pointer);
    [[nodiscard]] LoopStep loopStep(const Json &json, const QString &pointer);
    [[nodiscard]] TeamStep teamStep(const Json &json, const QString &pointer);
    [[nodiscard]] HumanStep humanStep(const Json &json, const QString &pointer);
    [[nodiscard]] WorkflowPrompt prompt(const Json &json, const QString &pointer);
    [[nodiscard]] std::map<QString, ValueTemplate> templates(const Json &json,
                                                             const QString &pointer);
    [[nodiscard]] std::optional<Expression> expression(const Json &json,
                                                       const char *key,
                                                       const QString &pointer);

    WorkflowFaults m_faults;
};

} // namespace kagura
