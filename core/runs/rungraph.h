// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflowexpressions.h"

#include <QSet>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace kagura {

//! A graph of a workflow as it is run: who waits for whom, by numbers, with the graphs within its nodes.
//!
//! A node waits for what its `needs` name and for what its expressions mention, also those of its body.
//!
//! Thread: const members any. Lifetime: the workflow outlives it. Errors: none; the workflow was checked.
class RunGraph
{
public:
    explicit RunGraph(const WorkflowGraph &graph);
    Q_DISABLE_COPY_MOVE(RunGraph)

    struct Need
    {
        int node = 0;
        QString label = {}; //!< empty: its success

        bool operator==(const Need &) const = default;
    };

    struct Node
    {
        QString id;
        const WorkflowNode *node = nullptr;
        std::vector<Need> needs = {};
        std::vector<int> dependents = {}; //!< each once
        std::unique_ptr<RunGraph> body = {}; //!< of a map or a loop
    };

    [[nodiscard]] const std::vector<Node> &nodes() const { return m_nodes; }
    [[nodiscard]] int find(const std::string &id) const; //!< -1: not in this graph
    //! Each after what it waits for, else by id: as people read them.
    [[nodiscard]] std::vector<int> order() const;
    //! Nodes that hold no others, those of bodies of loops once.
    [[nodiscard]] int leafCount() const;
    //! The node and all that wait for it, at any distance.
    [[nodiscard]] QSet<int> downstream(int node) const;

private:
    std::vector<Node> m_nodes;
    std::unordered_map<std::string, int> m_byId;
};

} // namespace kagura
