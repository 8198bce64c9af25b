// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowlinks.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

WorkflowLinks::WorkflowLinks(const WorkflowGraph &graph)
    : m_graph(graph)
{}

void WorkflowLinks::addNeed(const QString &node, const QString &needed, const QString &label)
{
    m_needs[node].insert(needed);
    if (!label.isEmpty())
        m_labelled.insert(node);
}

// Without recursion: a file may hold thousands of nodes in a row.
QStringList WorkflowLinks::circle() const
{
    QSet<QString> finished;
    for (const auto &[start, node] : m_graph) {
        if (finished.contains(start))
            continue;
        QStringList path = {start};
        QList<QStringList> open = {m_needs.value(start).values()};
        while (!path.isEmpty()) {
            if (open.last().isEmpty()) {
                finished.insert(path.takeLast());
                open.removeLast();
                continue;
            }
            const QString next = open.last().takeLast();
            if (const qsizetype at = path.indexOf(next); at >= 0)
                return path.sliced(at) << next;
            if (finished.contains(next) || !m_graph.contains(next))
                continue;
            path.append(next);
            open.append(m_needs.value(next).values());
        }
    }
    return {};
}

bool WorkflowLinks::mayBeMissing(const QString &node) const
{
    QStringList waiting = {node};
    while (!waiting.isEmpty()) {
        const QString &id = waiting.last();
        const auto found = m_graph.find(id);
        if (m_missing.contains(id) || found == m_graph.end()) {
            waiting.removeLast();
            continue;
        }
        const WorkflowNode &one = found->second;
        const QSet<QString> needs = m_needs.value(id);
        const auto unknown = std::find_if(needs.begin(), needs.end(), [this](const QString &need) {
            return m_graph.contains(need) && !m_missing.contains(need);
        });
        if (unknown != needs.end()) {
            waiting.append(*unknown);
            continue;
        }
        const auto isMissing = [this](const QString &need) { return m_missing.value(need); };
        const bool needsMissing = one.joinsAny
            ? !needs.isEmpty() && std::all_of(needs.begin(), needs.end(), isMissing)
            : std::any_of(needs.begin(), needs.end(), isMissing);
        const bool hasBranch = one.onError && one.onError->kind == WorkflowErrorRule::Kind::Branch;
        m_missing[id] = one.when || hasBranch || m_labelled.contains(id) || needsMissing;
        waiting.removeLast();
    }
    return m_missing.value(node);
}

QStringList workflowLabels(const WorkflowNode &node)
{
    QStringList labels;
    if (const auto *router = std::get_if<RouterStep>(&node.step)) {
        for (const RouterStep::Case &one : router->cases)
            labels.append(one.label);
        if (!labels.contains(router->fallback))
            labels.append(router->fallback);
    } else if (const auto *human = std::get_if<HumanStep>(&node.step)) {
        labels = human->actions;
    }
    if (node.onError && node.onError->kind == WorkflowErrorRule::Kind::Branch)
        labels.append(u"error"_s);
    return labels;
}

} // namespace kagura
