// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowexpressions.h"

#include <QSet>

#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

using Visit = ExpressionVisit;

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

void visitGraph(const WorkflowGraph &graph, const Visit &visit)
{
    for (const auto &[id, node] : graph)
        visitExpressions(node, visit);
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

QStringList neededBy(const WorkflowGraph &graph, const QString &id)
{
    QSet<QString> needed;
    const WorkflowNode &node = graph.at(id);
    for (const WorkflowNode::Need &need : node.needs)
        needed.insert(need.node);
    visitExpressions(node, [&](const Expression &expression) {
        for (const Expression::Reference &reference : expression.references()) {
            if (reference.root == "nodes"_L1 && reference.name != id
                && graph.contains(reference.name))
                needed.insert(reference.name);
        }
    });
    return needed.values();
}

} // namespace

// Ids are unique along the scopes around a node, so what a body mentions is either its own or ours.
void visitExpressions(const WorkflowNode &node, const ExpressionVisit &visit)
{
    visitOptional(node.when, visit);
    if (node.onError)
        visitTemplate(node.onError->value, visit);
    std::visit(StepVisitor{visit}, node.step);
}

const WorkflowGraph *workflowBody(const WorkflowNode &node)
{
    if (const auto *map = std::get_if<MapStep>(&node.step))
        return map->body.get();
    if (const auto *loop = std::get_if<LoopStep>(&node.step))
        return loop->body.get();
    return nullptr;
}

QStringList workflowOrder(const WorkflowGraph &graph)
{
    QStringList order;
    QSet<QString> begun;
    for (const auto &[start, node] : graph) {
        if (begun.contains(start))
            continue;
        begun.insert(start);
        QStringList path = {start};
        QList<QStringList> open = {neededBy(graph, start)};
        while (!path.isEmpty()) {
            if (open.last().isEmpty()) {
                order.append(path.takeLast());
                open.removeLast();
                continue;
            }
            const QString next = open.last().takeLast();
            if (begun.contains(next))
                continue;
            begun.insert(next);
            path.append(next);
            open.append(neededBy(graph, next));
        }
    }
    return order;
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
