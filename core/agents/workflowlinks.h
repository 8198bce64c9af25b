// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"

#include <QHash>
#include <QSet>

namespace kagura {

//! Which nodes of one graph wait for which, and what follows from that before anything has run.
//!
//! Lifetime: the graph outlives it.
class WorkflowLinks
{
public:
    explicit WorkflowLinks(const WorkflowGraph &graph);

    //! label: empty for a need of the node's success.
    void addNeed(const QString &node, const QString &needed, const QString &label = {});

    [[nodiscard]] QSet<QString> needsOf(const QString &node) const { return m_needs.value(node); }
    //! Nodes that wait for each other, in their order; empty: there are none.
    [[nodiscard]] QStringList circle() const;
    //! Whether a node may end without a result though the run goes on: because of a condition, a label,
    //! a failure that has its own branch, or another such node. \pre circle() is empty
    [[nodiscard]] bool mayBeMissing(const QString &node) const;

private:
    const WorkflowGraph &m_graph;
    QHash<QString, QSet<QString>> m_needs;
    QSet<QString> m_labelled; //!< nodes with a need of a label
    mutable QHash<QString, bool> m_missing;
};

//! The labels that a node can be needed by: those of a router, the actions of a person, `error`.
[[nodiscard]] QStringList workflowLabels(const WorkflowNode &node);

} // namespace kagura
