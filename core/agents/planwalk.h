// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/plancosts.h"
#include "core/agents/planscope.h"

#include <QSet>

namespace kagura {

//! One walk of a Planner through a workflow, node by node, each after what it waits for.
class PlanWalk
{
public:
    PlanWalk(const Workflow &workflow,
             const Planner::Price &price,
             const std::map<QString, const Workflow *> &workflows);

    //! The inputs, as far as they are known, by name.
    [[nodiscard]] RunPlan plan(const std::map<QString, PlanValue> &inputs);

private:
    //! A graph, the scope of its nodes and how often it runs.
    struct Frame;
    //! One execution of a step.
    struct Step
    {
        NodePlan cost;
        PlannedOutput output;
    };

    void walk(Frame &frame);
    const PlannedOutput *planned(Frame &frame, const QString &id, bool isOptional);
    void planNode(Frame &frame, const QString &id);
    [[nodiscard]] bool mayBeSkipped(Frame &frame, const WorkflowNode &node, bool &isSkipped);

    [[nodiscard]] Step step(Frame &frame, const WorkflowNode &node, const QString &path);
    [[nodiscard]] Step agentStep(Frame &frame, const AgentStep &step, const QString &path);
    [[nodiscard]] Step toolStep(const Frame &frame, const ToolStep &step);
    [[nodiscard]] Step mapStep(Frame &frame, const MapStep &step, const QString &path);
    [[nodiscard]] Step reduceStep(const Frame &frame, const ReduceStep &step);
    [[nodiscard]] Step loopStep(Frame &frame, const LoopStep &step, const QString &path);
    [[nodiscard]] Step teamStep(const Frame &frame, const TeamStep &step);
    [[nodiscard]] Step subworkflowStep(Frame &frame,
                                       const SubworkflowStep &step,
                                       const QString &path);

    [[nodiscard]] PlanValue promptValue(const Frame &frame, const WorkflowPrompt &prompt) const;
    void addToolUse(Step &step, const WorkflowTool &tool, const PlanRange &calls);
    void addPrompt(const Frame &frame, const AgentStep &step, const QString &path);
    void record(const Frame &frame, NodePlan cost);
    void warn(const QString &sentence);

    const Workflow &m_workflow;
    const Planner::Price &m_price;
    const std::map<QString, const Workflow *> &m_workflows;
    PlanCosts m_costs;
    RunPlan m_plan;
    QSet<QString> m_allowedOnce;
    int m_depth = 0;
};

} // namespace kagura
