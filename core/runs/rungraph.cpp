// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/rungraph.h"

#include <algorithm>
#include <array>
#include <functional>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

using Visit = std::function<void(const Expression &)>;

void visitTemplate(const ValueTemplate &value, const Visit &visit)
{
    for (const ValueTemplate::Place &place : value.places())
        visit(place.expression);
}

void visitOptional(const std::optional<Expression> &expression, const Visit &visit)
{
    if (expression)
        visit(*expression);
}

void visitPrompt(const WorkflowPrompt &prompt, const Visit &visit)
{
    for (const WorkflowMessage &message : prompt)
        visitTemplate(message.content, visit);
}

void visitTemplates(const std::map<QString, ValueTemplate> &templates, const Visit &visit)
{
    for (const auto &[name, value] : templates)
        visitTemplate(value, visit);
}

void visitNode(const WorkflowNode &node, const Visit &visit);

void visitGraph(const WorkflowGraph &graph, const Visit &visit)
{
    for (const auto &[id, node] : graph)
        visitNode(node, visit);
}

//! The expressions of each kind of node.
struct StepVisitor
{
    const Visit &visit;

    void operator()(const AgentStep &step) const
    {
        visitPrompt(step.prompt, visit);
        if (step.system)
            visitTemplate(*step.system, visit);
    }
    void operator()(const ToolStep &step) const { visitTemplate(step.args, visit); }
    void operator()(const TransformStep &step) const { visitTemplate(step.value, visit); }
    void operator()(const RouterStep &step) const
    {
        for (const RouterStep::Case &one : step.cases)
            visitOptional(one.when, visit);
        visitPrompt(step.prompt, visit);
    }
    void operator()(const MapStep &step) const
    {
        visitOptional(step.over, visit);
        visitTemplate(step.result, visit);
        visitGraph(*step.body, visit);
    }
    void operator()(const ReduceStep &step) const
    {
        visitOptional(step.over, visit);
        visitOptional(step.key, visit);
        visitPrompt(step.prompt, visit);
    }
    void operator()(const LoopStep &step) const
    {
        visitTemplates(step.vars, visit);
        visitTemplates(step.next, visit);
        visitOptional(step.until, visit);
        visitTemplate(step.result, visit);
        visitGraph(*step.body, visit);
    }
    void operator()(const TeamStep &step) const
    {
        visitPrompt(step.prompt, visit);
        visitOptional(step.until, visit);
    }
    void operator()(const HumanStep &step) const { visitTemplate(step.message, visit); }
    void operator()(const SubworkflowStep &step) const { visitTemplates(step.inputs, visit); }
};

// Ids are unique along the scopes around a node, so what a body mentions is either its own or ours.
void visitNode(const WorkflowNode &node, const Visit &visit)
{
    visitOptional(node.when, visit);
    if (node.onError)
        visitTemplate(node.onError->value, visit);
    std::visit(StepVisitor{visit}, node.step);
}

const WorkflowGraph *bodyOf(const WorkflowNode &node)
{
    if (const auto *map = std::get_if<MapStep>(&node.step))
        return map->body.get();
    if (const auto *loop = std::get_if<LoopStep>(&node.step))
        return loop->body.get();
    return nullptr;
}

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
        visitNode(*node.node, [&](const Expression &expression) {
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
        if (const WorkflowGraph *body = bodyOf(*node.node))
            node.body = std::make_unique<RunGraph>(*body);
    }
}

int RunGraph::find(const std::string &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : found->second;
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

QString nodeKindName(const WorkflowNode &node)
{
    // In the order of WorkflowNode::step.
    static constexpr std::array Names = {"agent",  "tool", "transform", "router", "map",
                                         "reduce", "loop", "team",      "human",  "workflow"};
    static_assert(Names.size() == std::variant_size_v<decltype(WorkflowNode::step)>);
    return QLatin1String(Names.at(node.step.index()));
}

} // namespace kagura
