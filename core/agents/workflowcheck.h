// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/agents/workflowfault.h"
#include "core/agents/workflowlinks.h"

#include <QHash>

namespace kagura {

//! What the parts of a workflow say of each other: whether every agent, node, label and name that is
//! mentioned is there and may be read from where it is, whether ids are used once, whether nodes wait for
//! each other in a circle, and whether something is read that may never have been made.
//!
//! Lifetime: the workflow outlives it.
class WorkflowCheck
{
public:
    explicit WorkflowCheck(const Workflow &workflow);

    //! Empty: nothing is wrong.
    [[nodiscard]] WorkflowFaults faults();

private:
    //! What has a name where an expression stands.
    struct Scope;

    void checkAgents();
    void collectOwners(const WorkflowGraph &graph, const QString &owner, const QString &pointer);
    void checkGraph(Scope &scope);
    void checkNode(const WorkflowNode &node, const QString &pointer, Scope &scope);
    void checkNeeds(const WorkflowNode &node, const QString &pointer, Scope &scope);
    void checkStep(const WorkflowNode &node, const QString &pointer, Scope &scope);
    void checkAgentStep(const AgentStep &step, const QString &pointer, Scope &scope);
    void checkRouter(const RouterStep &step, const QString &pointer, Scope &scope);
    void checkMap(const MapStep &step, const QString &pointer, Scope &scope);
    void checkReduce(const ReduceStep &step, const QString &pointer, Scope &scope);
    void checkLoop(const LoopStep &step, const QString &pointer, Scope &scope);
    void checkTeam(const TeamStep &step, const QString &pointer, Scope &scope);
    void checkHuman(const HumanStep &step, const QString &pointer, Scope &scope);
    void checkResultsRead(const Scope &scope);

    void checkAgentName(const QString &agent, const QString &pointer);
    void checkTemplate(const ValueTemplate &value, Scope &scope);
    void checkPrompt(const WorkflowPrompt &prompt, Scope &scope);
    void checkExpression(const std::optional<Expression> &expression,
                         const QString &pointer,
                         Scope &scope);
    void checkReferences(const Expression &expression, const QString &pointer, Scope &scope);
    void checkReference(const Expression::Reference &reference,
                        const QString &pointer,
                        Scope &scope);
    void checkNodeReference(const Expression::Reference &reference,
                            const QString &pointer,
                            Scope &scope);

    void add(const QString &pointer, const QString &message);

    const Workflow &m_workflow;
    WorkflowFaults m_faults;
    QHash<QString, QString> m_owners; //!< of every node: the container whose body it is in
};

} // namespace kagura
