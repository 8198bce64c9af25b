// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowcheck.h"

#include "core/base/jsonpointer.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QString quoted(const QString &name)
{
    return u'`' + name + u'`';
}

QString listed(const QStringList &names)
{
    QStringList words;
    for (const QString &name : names)
        words.append(quoted(name));
    return words.isEmpty() ? u"there are none"_s : u"there are "_s + words.join(u", "_s);
}

template <typename Map>
QStringList namesOf(const Map &map)
{
    QStringList names;
    for (const auto &[name, value] : map)
        names.append(name);
    return names;
}

} // namespace

struct WorkflowCheck::Scope
{
    const WorkflowGraph &graph;
    QString pointer; //!< of the graph
    Scope *outer = nullptr;
    QStringList roots{}; //!< beside nodes, inputs and run
    QStringList loopVars{};
    int depth = 1;
    WorkflowLinks links{graph};
    QString current{}; //!< the node that is being looked at; empty: the graph's own result
    bool isEagerlyRead = false; //!< a need may be missing, and the expression is evaluated anyway

    struct Read
    {
        QString pointer;
        QString node;
        qsizetype position = 0;
    };
    QList<Read> reads{}; //!< of what may be missing

    [[nodiscard]] bool knows(const QString &root) const
    {
        return roots.contains(root) || (outer != nullptr && outer->knows(root));
    }
};

WorkflowCheck::WorkflowCheck(const Workflow &workflow)
    : m_workflow(workflow)
{}

WorkflowFaults WorkflowCheck::faults()
{
    m_faults.clear();
    m_owners.clear();
    collectOwners(m_workflow.nodes, {}, u"/nodes"_s);
    checkAgents();
    Scope scope{m_workflow.nodes, u"/nodes"_s};
    checkGraph(scope);
    scope.current.clear();
    scope.isEagerlyRead = true;
    checkTemplate(m_workflow.output, scope);
    checkResultsRead(scope);
    return m_faults;
}

void WorkflowCheck::add(const QString &pointer, const QString &message)
{
    constexpr qsizetype FaultLimit = 100;
    if (m_faults.size() < FaultLimit)
        m_faults.append({pointer, message});
}

void WorkflowCheck::checkAgents()
{
    for (const auto &[name, agent] : m_workflow.agents) {
        const QString pointer = u"/agents/"_s + name;
        if (!m_workflow.models.contains(agent.model))
            add(pointer + u"/model"_s,
                u"there is no model %1; %2"_s.arg(quoted(agent.model),
                                                  listed(namesOf(m_workflow.models))));
        for (const QString &model : agent.fallback) {
            if (!m_workflow.models.contains(model))
                add(pointer + u"/fallback"_s,
                    u"there is no model %1; %2"_s.arg(quoted(model),
                                                      listed(namesOf(m_workflow.models))));
        }
        if (agent.system) {
            Scope nothing{m_workflow.nodes, QString()};
            for (const ValueTemplate::Place &place : agent.system->places()) {
                for (const Expression::Reference &reference : place.expression.references()) {
                    if (reference.root == "nodes"_L1)
                        add(place.pointer,
                            u"an agent serves many nodes and can only mention "
                            "`inputs`; put this into the prompt of a node"_s);
                    else
                        checkReference(reference, place.pointer, nothing);
                }
            }
        }
    }
    for (const auto &[model, limit] : m_workflow.limits.perModel) {
        if (!m_workflow.models.contains(model))
            add(joinedPointer(u"/limits/per_model"_s, model),
                u"there is no model %1; %2"_s.arg(quoted(model),
                                                  listed(namesOf(m_workflow.models))));
    }
}

void WorkflowCheck::checkAgentName(const QString &agent, const QString &pointer)
{
    if (!m_workflow.agents.contains(agent))
        add(pointer,
            u"there is no agent %1; %2"_s.arg(quoted(agent), listed(namesOf(m_workflow.agents))));
}

void WorkflowCheck::collectOwners(const WorkflowGraph &graph,
                                  const QString &owner,
                                  const QString &pointer)
{
    for (const auto &[id, node] : graph) {
        const QString inner = joinedPointer(pointer, id);
        const WorkflowGraph *body = nullptr;
        if (const auto *map = std::get_if<MapStep>(&node.step))
            body = map->body.get();
        else if (const auto *loop = std::get_if<LoopStep>(&node.step))
            body = loop->body.get();
        m_owners.insert(id, owner);
        if (body != nullptr)
            collectOwners(*body, id, inner + u"/body"_s);
    }
}

void WorkflowCheck::checkGraph(Scope &scope)
{
    if (scope.depth > m_workflow.limits.maxDepth)
        add(scope.pointer,
            u"bodies are nested more than %1 deep; `limits.max_depth` allows more"_s.arg(
                m_workflow.limits.maxDepth));
    for (const auto &[id, node] : scope.graph) {
        const QString pointer = joinedPointer(scope.pointer, id);
        for (const Scope *outer = scope.outer; outer != nullptr; outer = outer->outer) {
            if (outer->graph.contains(id))
                add(pointer,
                    u"%1 is the id of a node around this one as well; give it another"_s.arg(
                        quoted(id)));
        }
        scope.current = id;
        checkNode(node, pointer, scope);
    }
    if (const QStringList circle = scope.links.circle(); !circle.isEmpty())
        add(joinedPointer(scope.pointer, circle.constFirst()),
            u"these nodes wait for each other in a circle: %1; a loop repeats nodes"_s.arg(
                circle.join(u" → "_s)));
}

void WorkflowCheck::checkNode(const WorkflowNode &node, const QString &pointer, Scope &scope)
{
    checkNeeds(node, pointer, scope);
    // With `any` a node runs though some of what it mentions was skipped.
    scope.isEagerlyRead = node.joinsAny;
    checkExpression(node.when, pointer + u"/when"_s, scope);
    if (node.onError)
        checkTemplate(node.onError->value, scope);
    checkStep(node, pointer, scope);
    scope.isEagerlyRead = false;
}

void WorkflowCheck::checkNeeds(const WorkflowNode &node, const QString &pointer, Scope &scope)
{
    for (qsizetype i = 0; i < node.needs.size(); ++i) {
        const WorkflowNode::Need &need = node.needs.at(i);
        const QString place = pointer + u"/needs/%1"_s.arg(i);
        const auto found = scope.graph.find(need.node);
        if (found == scope.graph.end()) {
            add(place,
                m_owners.contains(need.node)
                    ? u"%1 is not in the same body, and cannot be waited for from here"_s.arg(
                        quoted(need.node))
                    : u"there is no node %1; %2"_s.arg(quoted(need.node),
                                                       listed(namesOf(scope.graph))));
            continue;
        }
        const QStringList labels = workflowLabels(found->second);
        if (!need.label.isEmpty() && !labels.contains(need.label))
            add(place,
                need.label == "error"_L1
                    ? u"%1 has no branch for its failure; give it \"on_error\": {\"branch\": true}"_s
                          .arg(quoted(need.node))
                    : u"%1 has no label %2; %3"_s.arg(quoted(need.node), quoted(need.label),
                                                      listed(labels)));
        scope.links.addNeed(scope.current, need.node, need.label);
    }
}

void WorkflowCheck::checkStep(const WorkflowNode &node, const QString &pointer, Scope &scope)
{
    if (const auto *agent = std::get_if<AgentStep>(&node.step))
        checkAgentStep(*agent, pointer, scope);
    else if (const auto *tool = std::get_if<ToolStep>(&node.step))
        checkTemplate(tool->args, scope);
    else if (const auto *transform = std::get_if<TransformStep>(&node.step))
        checkTemplate(transform->value, scope);
    else if (const auto *router = std::get_if<RouterStep>(&node.step))
        checkRouter(*router, pointer, scope);
    else if (const auto *map = std::get_if<MapStep>(&node.step))
        checkMap(*map, pointer, scope);
    else if (const auto *reduce = std::get_if<ReduceStep>(&node.step))
        checkReduce(*reduce, pointer, scope);
    else if (const auto *loop = std::get_if<LoopStep>(&node.step))
        checkLoop(*loop, pointer, scope);
    else if (const auto *team = std::get_if<TeamStep>(&node.step))
        checkTeam(*team, pointer, scope);
    else if (const auto *human = std::get_if<HumanStep>(&node.step))
        checkHuman(*human, pointer, scope);
    else if (const auto *workflow = std::get_if<SubworkflowStep>(&node.step)) {
        for (const auto &[name, input] : workflow->inputs)
            checkTemplate(input, scope);
    }
}

void WorkflowCheck::checkAgentStep(const AgentStep &step, const QString &pointer, Scope &scope)
{
    checkAgentName(step.agent, pointer + u"/agent"_s);
    checkPrompt(step.prompt, scope);
    if (step.system)
        checkTemplate(*step.system, scope);
}

void WorkflowCheck::checkRouter(const RouterStep &step, const QString &pointer, Scope &scope)
{
    QStringList labels;
    for (std::size_t i = 0; i < step.cases.size(); ++i) {
        const RouterStep::Case &one = step.cases.at(i);
        const QString place = pointer + u"/cases/%1"_s.arg(i);
        if (labels.contains(one.label))
            add(place + u"/label"_s,
                u"the label %1 stands here twice; the second could never be chosen"_s.arg(
                    quoted(one.label)));
        labels.append(one.label);
        checkExpression(one.when, place + u"/when"_s, scope);
    }
    if (!step.agent.isEmpty())
        checkAgentName(step.agent, pointer + u"/agent"_s);
    checkPrompt(step.prompt, scope);
}

void WorkflowCheck::checkMap(const MapStep &step, const QString &pointer, Scope &scope)
{
    checkExpression(step.over, pointer + u"/over"_s, scope);
    Scope inner{*step.body, pointer + u"/body"_s, &scope, {u"item"_s, u"index"_s},
                {},         scope.depth + 1};
    checkGraph(inner);
    inner.current.clear();
    inner.isEagerlyRead = true;
    checkTemplate(step.result, inner);
    checkResultsRead(inner);
}

void WorkflowCheck::checkReduce(const ReduceStep &step, const QString &pointer, Scope &scope)
{
    checkExpression(step.over, pointer + u"/over"_s, scope);
    if (!step.agent.isEmpty())
        checkAgentName(step.agent, pointer + u"/agent"_s);
    const QStringList before = std::exchange(scope.roots, scope.roots + QStringList{u"items"_s});
    checkPrompt(step.prompt, scope);
    scope.roots = before + QStringList{u"item"_s, u"index"_s};
    checkExpression(step.key, pointer + u"/key"_s, scope);
    scope.roots = before;
}

void WorkflowCheck::checkLoop(const LoopStep &step, const QString &pointer, Scope &scope)
{
    for (const auto &[name, value] : step.vars)
        checkTemplate(value, scope);
    Scope inner{*step.body,  pointer + u"/body"_s, &scope,
                {u"loop"_s}, namesOf(step.vars),   scope.depth + 1};
    inner.loopVars.append(u"index"_s);
    checkGraph(inner);
    inner.current.clear();
    inner.isEagerlyRead = true;
    for (const auto &[name, value] : step.next) {
        if (!step.vars.contains(name))
            add(joinedPointer(pointer + u"/next"_s, name),
                u"%1 is no variable of this loop; %2"_s.arg(quoted(name),
                                                            listed(namesOf(step.vars))));
        checkTemplate(value, inner);
    }
    checkExpression(step.until, pointer + u"/until"_s, inner);
    checkTemplate(step.result, inner);
    checkResultsRead(inner);
}

void WorkflowCheck::checkTeam(const TeamStep &step, const QString &pointer, Scope &scope)
{
    for (qsizetype i = 0; i < step.members.size(); ++i)
        checkAgentName(step.members.at(i), pointer + u"/members/%1"_s.arg(i));
    if (!step.lead.isEmpty())
        checkAgentName(step.lead, pointer + u"/lead"_s);
    else if (step.pattern == TeamStep::Pattern::Debate && step.decides == TeamStep::Final::Lead)
        add(pointer,
            u"a debate that its lead decides needs a `lead`; or set `final` to `vote` or "
            "`last`"_s);
    checkPrompt(step.prompt, scope);
    const QStringList before = std::exchange(scope.roots, scope.roots + QStringList{u"team"_s});
    checkExpression(step.until, pointer + u"/until"_s, scope);
    scope.roots = before;
}

void WorkflowCheck::checkHuman(const HumanStep &step, const QString &pointer, Scope &scope)
{
    checkTemplate(step.message, scope);
    if (!step.onTimeout.isEmpty() && !step.actions.contains(step.onTimeout))
        add(pointer + u"/on_timeout"_s,
            u"%1 is no action here; %2"_s.arg(quoted(step.onTimeout), listed(step.actions)));
    if (step.timeout && step.onTimeout.isEmpty())
        add(pointer,
            u"`on_timeout` is missing: which action counts when nobody answers in time?"_s);
}

void WorkflowCheck::checkPrompt(const WorkflowPrompt &prompt, Scope &scope)
{
    for (const WorkflowMessage &message : prompt)
        checkTemplate(message.content, scope);
}

void WorkflowCheck::checkTemplate(const ValueTemplate &value, Scope &scope)
{
    for (const ValueTemplate::Place &place : value.places())
        checkReferences(place.expression, place.pointer, scope);
}

void WorkflowCheck::checkExpression(const std::optional<Expression> &expression,
                                    const QString &pointer,
                                    Scope &scope)
{
    if (expression)
        checkReferences(*expression, pointer, scope);
}

void WorkflowCheck::checkReferences(const Expression &expression,
                                    const QString &pointer,
                                    Scope &scope)
{
    for (const Expression::Reference &reference : expression.references()) {
        if (reference.root == "nodes"_L1)
            checkNodeReference(reference, pointer, scope);
        else
            checkReference(reference, pointer, scope);
    }
}

void WorkflowCheck::checkReference(const Expression::Reference &reference,
                                   const QString &pointer,
                                   Scope &scope)
{
    const QString place = u" (character %1)"_s.arg(reference.position + 1);
    if (reference.root == "inputs"_L1) {
        if (!reference.name.isEmpty() && !m_workflow.inputs.contains(reference.name))
            add(pointer,
                u"there is no input %1; %2"_s.arg(quoted(reference.name),
                                                  listed(namesOf(m_workflow.inputs)))
                    + place);
    } else if (reference.root == "run"_L1) {
        if (reference.name != "id"_L1)
            add(pointer, u"of the run only `run.id` can be read"_s + place);
    } else if (!scope.knows(reference.root)) {
        add(pointer,
            u"there is no %1 here; there are `inputs`, `nodes`, `run.id`, in a map `item` and "
            "`index`, in a reduce `items`, in a loop `loop`"_s.arg(quoted(reference.root))
                + place);
    } else if (reference.root == "loop"_L1 && !reference.name.isEmpty()) {
        const Scope *loop = &scope;
        while (!loop->roots.contains(u"loop"_s))
            loop = loop->outer;
        if (!loop->loopVars.contains(reference.name))
            add(pointer,
                u"this loop has no variable %1; %2"_s.arg(quoted(reference.name),
                                                          listed(loop->loopVars))
                    + place);
    }
}

void WorkflowCheck::checkNodeReference(const Expression::Reference &reference,
                                       const QString &pointer,
                                       Scope &scope)
{
    const QString place = u" (character %1)"_s.arg(reference.position + 1);
    const QString &id = reference.name;
    if (id.isEmpty()) {
        add(pointer, u"`nodes` is followed by the id of a node"_s + place);
        return;
    }
    Scope *home = &scope;
    while (home != nullptr && !home->graph.contains(id))
        home = home->outer;
    if (home == nullptr) {
        const QString owner = m_owners.value(id);
        add(pointer,
            (owner.isEmpty()
                 ? u"there is no node %1; %2"_s.arg(quoted(id), listed(namesOf(scope.graph)))
                 : u"%1 is inside %2; from outside only `nodes.%3.output` can be read"_s.arg(
                     quoted(id), quoted(owner), owner))
                + place);
        return;
    }
    if (home->current == id) {
        add(pointer,
            (home == &scope ? u"%1 cannot read its own result"_s
                            : u"%1 has no result before its body has ended"_s)
                    .arg(quoted(id))
                + place);
        return;
    }
    const bool isFailure = reference.field == "error"_L1;
    if (isFailure && !workflowLabels(home->graph.at(id)).contains(u"error"_s)) {
        add(pointer,
            u"%1 has no branch for its failure; give it \"on_error\": {\"branch\": true}"_s.arg(
                quoted(id))
                + place);
        return;
    }
    if (home->current.isEmpty() || home->isEagerlyRead) {
        if (!reference.isOptional)
            home->reads.append({pointer, id, reference.position});
    }
    if (!home->current.isEmpty())
        home->links.addNeed(home->current, id, isFailure ? u"error"_s : QString());
}

void WorkflowCheck::checkResultsRead(const Scope &scope)
{
    if (!scope.links.circle().isEmpty())
        return;
    for (const Scope::Read &read : scope.reads) {
        if (scope.links.mayBeMissing(read.node))
            add(read.pointer,
                u"%1 may be skipped; say with `default(nodes.%2…, …)` what holds then "
                "(character %3)"_s.arg(quoted(read.node), read.node)
                    .arg(read.position + 1));
    }
}

} // namespace kagura
