// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/rungraph.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

RunGraph::RunGraph(const WorkflowGraph &graph)
{
    for (const auto &[id, node] : graph) {
        m_byId.emplace(id.toStdString(), static_cast<int>(m_nodes.size()));
        m_nodes.push_back({id, &node});
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Node &node = m_nodes[i];
        for (const WorkflowNode::Need &need : node.node->needs)
            node.needs.push_back({find(need.node.toStdString()), need.label});
        const auto isNeeded = [&node](int other) {
            return std::any_of(node.needs.begin(), node.needs.end(),
                               [other](const Need &need) { return need.node == other; });
        };
        visitExpressions(*node.node, [&](const Expression &expression) {
            for (const Expression::Reference &reference : expression.references()) {
                const int other =
                    reference.root == "nodes"_L1 ? find(reference.name.toStdString()) : -1;
                // An explicit label takes the place of the need that a mention implies.
                if (other >= 0 && other != static_cast<int>(i) && !isNeeded(other))
                    node.needs.push_back(
                        {other, reference.field == "error"_L1 ? u"error"_s : QString()});
            }
        });
        for (const Need &need : node.needs) {
            std::vector<int> &dependents = m_nodes[static_cast<std::size_t>(need.node)].dependents;
            if (dependents.empty() || dependents.back() != static_cast<int>(i))
                dependents.push_back(static_cast<int>(i));
        }
        if (const WorkflowGraph *body = workflowBody(*node.node))
            node.body = std::make_unique<RunGraph>(*body);
    }
}

int RunGraph::find(const std::string &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : found->second;
}

std::vector<int> RunGraph::order() const
{
    std::vector<int> order;
    std::vector<bool> isTaken(m_nodes.size(), false);
    // Graphs are checked: in each round at least one waits for nothing that is not taken.
    while (order.size() < m_nodes.size()) {
        const std::size_t before = order.size();
        for (std::size_t node = 0; node < m_nodes.size(); ++node) {
            const std::vector<Need> &needs = m_nodes[node].needs;
            if (isTaken[node] || !std::all_of(needs.cbegin(), needs.cend(), [&](const Need &need) {
                    return isTaken[std::size_t(need.node)];
                }))
                continue;
            order.push_back(static_cast<int>(node));
        }
        for (std::size_t one = before; one < order.size(); ++one)
            isTaken[std::size_t(order[one])] = true;
        if (order.size() == before)
            break;
    }
    return order;
}

int RunGraph::leafCount() const
{
    int count = 0;
    for (const Node &node : m_nodes) {
        if (node.body)
            count += std::holds_alternative<LoopStep>(node.node->step) ? node.body->leafCount() : 0;
        else
            ++count;
    }
    return count;
}

QSet<int> RunGraph::downstream(int node) const
{
    QSet<int> found = {node};
    std::vector<int> open = {node};
    while (!open.empty()) {
        const int next = open.back();
        open.pop_back();
        for (const int dependent : m_nodes[static_cast<std::size_t>(next)].dependents) {
            if (!found.contains(dependent)) {
                found.insert(dependent);
                open.push_back(dependent);
            }
        }
    }
    return found;
}

} // namespace kagura
