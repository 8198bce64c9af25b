// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/runnodes.h"

namespace kagura {

void RunNodes::update(const RunState &state)
{
    for (auto node = m_children.size(); node < state.nodes().size(); ++node) {
        m_children.emplace_back();
        const int parent = state.indexOf(state.nodes()[node].parent);
        if (parent >= 0)
            m_children[std::size_t(parent)].push_back(int(node));
    }
}

RunNodes::Held RunNodes::heldBy(const RunState &state, int node) const
{
    Held held;
    std::vector<int> todo = m_children[std::size_t(node)];
    held.children = int(todo.size());
    for (const int child : todo)
        held.ended += isTerminal(state.nodes()[std::size_t(child)].stand) ? 1 : 0;
    while (!todo.empty()) {
        const auto one = std::size_t(todo.back());
        todo.pop_back();
        todo.insert(todo.end(), m_children[one].cbegin(), m_children[one].cend());
        const NodeRecord &record = state.nodes()[one];
        if (record.calls.isEmpty())
            continue;
        held.hasCalls = true;
        held.tokens += record.inputTokens() + record.outputTokens();
        held.costMicroUsd += record.costMicroUsd().value_or(0);
    }
    return held;
}

} // namespace kagura
