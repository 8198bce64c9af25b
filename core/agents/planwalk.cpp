// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/planwalk.h"

#include "core/agents/expressionvalue.h"
#include "core/agents/workflowexpressions.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 MessageTokens = 4; // around each message
constexpr std::size_t MostItems = 200; // of a known list, that are walked through one by one
constexpr PlanRange Once{1, 1};

//! How often a list of that many is summed up, so many at a time.
qint64 treeCalls(qint64 count, std::optional<int> fanIn)
{
    if (!fanIn || count <= *fanIn)
        return 1;
    qint64 calls = 0;
    while (count > 1) {
        count = (count + *fanIn - 1) / *fanIn;
        calls += count;
    }
    return calls;
}

void insertSorted(QStringList &list, const QString &text)
{
    const auto place = std::lower_bound(list.begin(), list.end(), text);
    if (place == list.end() || *place != text)
        list.insert(place, text);
}

} // namespace

struct PlanWalk::Frame
{
    Frame(PlanWalk &walk, const WorkflowGraph &nodes, Frame *around)
        : graph(nodes)
        , scope(around == nullptr ? nullptr : &around->scope,
                [this, &walk](const QString &id, bool isOptional) {
                    return walk.planned(*this, id, isOptional);
                })
    {
        if (around == nullptr)
            return;
        repeat = around->repeat;
        isExact = around->isExact;
        isRecorded = around->isRecorded;
    }
    Q_DISABLE_COPY_MOVE(Frame)

    const WorkflowGraph &graph;
    PlanScope scope;
    QString prefix; //!< of paths in the plan: "work[]."
    QString exactPrefix; //!< "work[3]."
    PlanRange repeat = Once;
    bool isExact = true; //!< each execution is walked through by itself
    bool isRecorded = true;
    std::map<QString, PlannedOutput> outputs{};
    QSet<QString> mayBeMissing{};
    bool isCurrentMissing = false; //!< the node that is looked at may be skipped
};

PlanWalk::PlanWalk(const Workflow &workflow,
                   const Planner::Price &price,
                   const std::map<QString, const Workflow *> &workflows)
    : m_workflow(workflow)
    , m_price(price)
    , m_workflows(workflows)
    , m_costs(workflow, price)
{}

RunPlan PlanWalk::plan(const std::map<QString, PlanValue> &inputs)
{
    Frame frame(*this, m_workflow.nodes, nullptr);
    for (const auto &[name, value] : inputs)
        frame.scope.setField(u"inputs"_s, name, value);
    walk(frame);
    for (const NodePlan &node : std::as_const(m_plan.nodes))
        m_plan.total += node;
    const auto once = static_cast<qint64>(m_allowedOnce.size());
    m_plan.total.approvals.most += once;
    for (const QString &warning : m_costs.budgetWarnings(m_plan.total))
        warn(warning);
    return std::move(m_plan);
}

void PlanWalk::walk(Frame &frame)
{
    for (const QString &id : workflowOrder(frame.graph))
        std::ignore = planned(frame, id, true);
}

const PlannedOutput *PlanWalk::planned(Frame &frame, const QString &id, bool isOptional)
{
    if (!frame.graph.contains(id))
        return nullptr;
    if (!frame.outputs.contains(id)) {
        const bool outer = std::exchange(frame.isCurrentMissing, false);
        planNode(frame, id);
        frame.isCurrentMissing = outer;
    }
    if (!isOptional && frame.mayBeMissing.contains(id))
        frame.isCurrentMissing = true;
    return &frame.outputs.at(id);
}

// Of nodes that are checked: none waits for itself.
void PlanWalk::planNode(Frame &frame, const QString &id)
{
    const WorkflowNode &node = frame.graph.at(id);
    bool isSkipped = false;
    frame.isCurrentMissing = mayBeSkipped(frame, node, isSkipped);
    const bool wasRecorded = std::exchange(frame.isRecorded, frame.isRecorded && !isSkipped);
    Step made = step(frame, node, id);
    frame.isRecorded = wasRecorded;
    const bool isMissing = frame.isCurrentMissing || isSkipped;
    frame.outputs[id] = std::move(made.output);
    if (isMissing)
        frame.mayBeMissing.insert(id);
    const bool hasBranch = node.onError && node.onError->kind == WorkflowErrorRule::Kind::Branch;
    if (hasBranch)
        frame.mayBeMissing.insert(id);
    made.cost.path = frame.prefix + id;
    made.cost.kind = nodeKindName(node);
    made.cost.scale(isSkipped ? PlanRange{} : isMissing ? PlanRange{0, 1} : Once);
    record(frame, std::move(made.cost));
    if (!isMissing || !frame.isRecorded)
        return;
    // What it holds is skipped with it.
    const QString inner = frame.prefix + id;
    for (NodePlan &other : m_plan.nodes) {
        if (other.path.startsWith(inner + u'[') || other.path.startsWith(inner + u'/'))
            other.scale({0, 1});
    }
}

bool PlanWalk::mayBeSkipped(Frame &frame, const WorkflowNode &node, bool &isSkipped)
{
    bool isUnsure = false;
    bool isOneSure = node.needs.isEmpty();
    for (const WorkflowNode::Need &need : node.needs) {
        const PlannedOutput *needed = planned(frame, need.node, true);
        bool isThisSure = !frame.mayBeMissing.contains(need.node);
        if (!need.label.isEmpty()) {
            const auto *router = std::get_if<RouterStep>(&frame.graph.at(need.node).step);
            const bool isKnown = router != nullptr && needed->output.known.has_value();
            const bool isChosen = isKnown && toQString(*needed->output.known) == need.label;
            isSkipped = isSkipped || (isKnown && !isChosen && !node.joinsAny);
            isThisSure = isThisSure && isChosen;
        }
        isUnsure = isUnsure || !isThisSure;
        isOneSure = isOneSure || isThisSure;
    }
    if (node.joinsAny)
        isUnsure = !isOneSure;
    if (node.when) {
        const std::optional<bool> truth = frame.scope.truth(*node.when);
        isSkipped = isSkipped || truth == false;
        isUnsure = isUnsure || !truth;
    }
    return isUnsure || (frame.isCurrentMissing && !node.joinsAny);
}

PlanWalk::Step PlanWalk::step(Frame &frame, const WorkflowNode &node, const QString &path)
{
    if (const auto *agent = std::get_if<AgentStep>(&node.step))
        return agentStep(frame, *agent, path);
    if (const auto *tool = std::get_if<ToolStep>(&node.step))
        return toolStep(frame, *tool);
    if (const auto *map = std::get_if<MapStep>(&node.step))
        return mapStep(frame, *map, path);
    if (const auto *reduce = std::get_if<ReduceStep>(&node.step))
        return reduceStep(frame, *reduce);
    if (const auto *loop = std::get_if<LoopStep>(&node.step))
        return loopStep(frame, *loop, path);
    if (const auto *team = std::get_if<TeamStep>(&node.step))
        return teamStep(frame, *team);
    if (const auto *workflow = std::get_if<SubworkflowStep>(&node.step))
        return subworkflowStep(frame, *workflow, path);
    Step made;
    if (const auto *transform = std::get_if<TransformStep>(&node.step)) {
        made.output.output = frame.scope.value(transform->value);
        if (transform->outputSchema)
            made.output.output.schema = *transform->outputSchema;
    } else if (const auto *human = std::get_if<HumanStep>(&node.step)) {
        std::ignore = frame.scope.value(human->message);
        made.cost.questions = Once;
        made.output.output = PlanValue::between(0, 500);
    } else if (const auto *router = std::get_if<RouterStep>(&node.step)) {
        made.output.output = PlanValue::between(1, 5);
        bool isDecided = router->agent.isEmpty();
        QString label = router->fallback;
        for (const RouterStep::Case &one : router->cases) {
            const std::optional<bool> truth =
                one.when ? frame.scope.truth(*one.when) : std::optional(false);
            if (isDecided && truth == true) {
                label = one.label;
                break;
            }
            isDecided = isDecided && truth.has_value();
        }
        if (isDecided)
            made.output.output = PlanValue::of(toJson(label));
        if (!router->agent.isEmpty())
            m_costs.add(made.cost, router->agent, Once, promptValue(frame, router->prompt).tokens,
                        {1, 50});
    }
    return made;
}

PlanWalk::Step PlanWalk::agentStep(Frame &frame, const AgentStep &step, const QString &path)
{
    const WorkflowAgent &agent = m_workflow.agents.at(step.agent);
    const bool hasTools = !agent.tools.isEmpty();
    const PlanRange answer = m_costs.answer(step.agent);
    PlanRange prompt = promptValue(frame, step.prompt).tokens;
    if (step.system || agent.system)
        prompt += frame.scope.value(step.system ? *step.system : *agent.system).tokens;
    const PlanRange samples{step.samples, step.samples};
    const qint64 turns = hasTools ? agent.maxTurns : 1;
    const qint64 most =
        turns + (step.outputSchema ? 1 : 0); // an answer that does not fit is told so
    // Each turn is told all turns before it.
    const qint64 perTurn = answer.most + (hasTools ? Planner::MostResult : 0);
    const PlanRange input{prompt.least, most * prompt.most + perTurn * most * (most - 1) / 2};
    Step made;
    m_costs.add(made.cost, step.agent, PlanRange{1, most}.times(samples), input.times(samples),
                PlanRange{answer.least, most * answer.most}.times(samples));
    for (const WorkflowTool &tool : agent.tools)
        addToolUse(made, tool, PlanRange{0, turns}.times(samples));
    made.output.output = PlanValue::between(answer.least, answer.most);
    if (step.outputSchema)
        made.output.output.schema = *step.outputSchema;
    made.output.samples = {std::nullopt, answer.times(samples), samples, Json()};
    addPrompt(frame, step, path);
    return made;
}

PlanWalk::Step PlanWalk::toolStep(const Frame &frame, const ToolStep &step)
{
    std::ignore = frame.scope.value(step.args);
    Step made;
    addToolUse(made, step.tool, Once);
    made.output.output = PlanValue::between(0, Planner::MostResult);
    return made;
}

PlanWalk::Step PlanWalk::mapStep(Frame &frame, const MapStep &step, const QString &path)
{
    const PlanValue over = frame.scope.value(*step.over);
    PlanRange count = over.count.value_or(PlanRange{0, step.maxItems});
    if (count.least > step.maxItems)
        warn(u"%1 has %2 elements and `max_items` allows %3: it would fail"_s
                 .arg(frame.prefix + path)
                 .arg(count.least)
                 .arg(step.maxItems));
    count.most = std::min<qint64>(count.most, step.maxItems);
    count.least = std::min(count.least, count.most);
    const auto walkBody = [&](const PlanValue &item, const PlanValue &index, const QString &exact,
                              const PlanRange &times) {
        Frame body(*this, *step.body, &frame);
        body.prefix = frame.prefix + path + u"[]."_s;
        body.exactPrefix = exact;
        body.isExact = frame.isExact && !exact.isEmpty();
        body.repeat = frame.repeat.times(times);
        body.scope.set(u"item"_s, item);
        body.scope.set(u"index"_s, index);
        walk(body);
        return body.scope.value(step.result);
    };
    Step made;
    PlanValue &output = made.output.output;
    if (over.known && over.known->is_array() && over.known->size() <= MostItems) {
        Json results = Json::array();
        bool isKnown = true;
        for (qint64 i = 0; i < count.most; ++i) {
            const PlanValue result = walkBody(
                PlanValue::of((*over.known)[static_cast<std::size_t>(i)]), PlanValue::of(Json(i)),
                u"%1%2[%3]."_s.arg(frame.exactPrefix, path).arg(i), Once);
            isKnown = isKnown && result.known;
            output.tokens += result.tokens;
            if (isKnown)
                results.push_back(*result.known);
        }
        if (isKnown && step.onItemError == MapStep::ItemError::Fail)
            output.known = std::move(results);
    } else {
        PlanValue item = PlanValue::between(0, over.tokens.most);
        item.schema = jsonMember(over.schema, "items");
        const PlanValue result = walkBody(item, PlanValue::between(1, 2), {}, count);
        output.tokens = result.tokens.times(count);
    }
    output.count = count;
    if (step.onItemError == MapStep::ItemError::Drop)
        output.count->least =
            static_cast<qint64>(std::ceil(static_cast<double>(count.least) * step.minSuccess));
    return made;
}

PlanWalk::Step PlanWalk::reduceStep(const Frame &frame, const ReduceStep &step)
{
    const PlanValue over = frame.scope.value(*step.over);
    Step made;
    if (step.mode != ReduceStep::Mode::Llm) {
        const bool isOne =
            step.mode == ReduceStep::Mode::Vote || step.mode == ReduceStep::Mode::Best;
        made.output.output = PlanValue::between(isOne ? 0 : over.tokens.least, over.tokens.most);
        return made;
    }
    const PlanRange count = over.count.value_or(PlanRange{1, 1000});
    const PlanRange calls{treeCalls(count.least, step.fanIn), treeCalls(count.most, step.fanIn)};
    const PlanRange answer = m_costs.answer(step.agent);
    PlanScope scope(&frame.scope,
                    [](const QString &, bool) -> const PlannedOutput * { return nullptr; });
    scope.set(u"items"_s, over);
    PlanRange input;
    for (const WorkflowMessage &message : step.prompt)
        input += scope.value(message.content).tokens + PlanRange{MessageTokens, MessageTokens};
    // The items come once, the answers between them once more, the rest of the prompt each time.
    const qint64 rest = std::max<qint64>(0, input.most - over.tokens.most);
    input.most += (calls.most - 1) * (rest + answer.most);
    m_costs.add(made.cost, step.agent, calls, input, answer.times(calls));
    made.output.output = PlanValue::between(answer.least, answer.most);
    return made;
}

PlanWalk::Step PlanWalk::loopStep(Frame &frame, const LoopStep &step, const QString &path)
{
    std::map<QString, PlanValue> vars;
    for (const auto &[name, value] : step.vars)
        vars[name] = frame.scope.value(value);
    for (const auto &[name, next] : step.next)
        vars[name].known.reset(); // it changes
    Step made;
    // Once to see what the variables become, then with what they can be.
    for (const bool isLast : {false, true}) {
        Frame body(*this, *step.body, &frame);
        body.prefix = frame.prefix + path + u"[]."_s;
        body.isExact = false;
        body.isRecorded = frame.isRecorded && isLast;
        body.repeat = frame.repeat.times({1, step.maxIterations});
        for (const auto &[name, value] : vars)
            body.scope.setField(u"loop"_s, name, value);
        body.scope.setField(u"loop"_s, u"index"_s, PlanValue::between(1, 1));
        walk(body);
        for (const auto &[name, next] : step.next) {
            const PlanRange becomes = body.scope.value(next).tokens;
            PlanRange &tokens = vars[name].tokens;
            tokens = {std::min(tokens.least, becomes.least), std::max(tokens.most, becomes.most)};
        }
        made.output.output = body.scope.value(step.result);
    }
    return made;
}

PlanWalk::Step PlanWalk::teamStep(const Frame &frame, const TeamStep &step)
{
    const PlanRange prompt = promptValue(frame, step.prompt).tokens;
    const qint64 turns = step.maxTurns;
    const qint64 lead = step.lead.isEmpty() ? 0 : 1;
    PlanRange calls{step.until ? 1 : turns, turns};
    if (step.pattern == TeamStep::Pattern::Handoff) {
        calls.least = 1; // whoever hands on to nobody has the last word
    } else if (step.pattern == TeamStep::Pattern::Supervisor) {
        calls = {1, 2 * turns + 1}; // the lead says who is next, or that it is enough
    } else if (step.pattern == TeamStep::Pattern::Debate) {
        const qint64 decides = step.decides == TeamStep::Final::Lead ? lead : 0;
        const qint64 members = step.members.size();
        calls = {members * calls.least + decides, members * turns + decides};
    }
    QStringList agents = step.members;
    if (!step.lead.isEmpty())
        agents.append(step.lead);
    Step made;
    std::optional<NodePlan> range;
    PlanRange answer{Planner::MostAnswer, 0};
    // Who speaks how often is not known: from all turns of the cheapest to all of the dearest.
    for (const QString &agent : std::as_const(agents)) {
        const PlanRange one = m_costs.answer(agent);
        answer = {std::min(answer.least, one.least), std::max(answer.most, one.most)};
        Step each;
        m_costs.add(each.cost, agent, calls,
                    {calls.least * prompt.least,
                     calls.most * prompt.most + one.most * calls.most * (calls.most - 1) / 2},
                    one.times(calls));
        if (!range) {
            range = each.cost;
            continue;
        }
        const auto widen = [](PlanRange &wide, const PlanRange &by) {
            wide = {std::min(wide.least, by.least), std::max(wide.most, by.most)};
        };
        widen(range->inputTokens, each.cost.inputTokens);
        widen(range->outputTokens, each.cost.outputTokens);
        if (range->costMicroUsd && each.cost.costMicroUsd)
            widen(*range->costMicroUsd, *each.cost.costMicroUsd);
        else
            range->costMicroUsd.reset();
        if (range->model != each.cost.model)
            range->model.clear();
    }
    made.cost = *range;
    made.output.output = PlanValue::between(answer.least, answer.most);
    if (step.outputSchema)
        made.output.output.schema = *step.outputSchema;
    return made;
}

PlanWalk::Step PlanWalk::subworkflowStep(Frame &frame,
                                         const SubworkflowStep &step,
                                         const QString &path)
{
    constexpr int DepthLimit = 8;
    std::map<QString, PlanValue> inputs;
    for (const auto &[name, value] : step.inputs)
        inputs[name] = frame.scope.value(value);
    Step made;
    made.output.output = PlanValue::between(0, Planner::MostAnswer);
    const auto found = m_workflows.find(step.ref);
    if (found == m_workflows.end() || m_depth >= DepthLimit) {
        warn(u"%1: what %2 does is not counted"_s.arg(frame.prefix + path, step.ref));
        return made;
    }
    const Workflow &workflow = *found->second;
    for (const auto &[name, input] : workflow.inputs) {
        if (!inputs.contains(name) && input.fallback)
            inputs[name] = PlanValue::of(*input.fallback);
    }
    PlanWalk inner(workflow, m_price, m_workflows);
    inner.m_depth = m_depth + 1;
    RunPlan plan = inner.plan(inputs);
    for (NodePlan &node : plan.nodes) {
        node.path = frame.prefix + path + u'/' + node.path;
        record(frame, std::move(node));
    }
    if (!frame.isRecorded)
        return made;
    for (const QString &tool : std::as_const(plan.tools))
        insertSorted(m_plan.tools, tool);
    m_allowedOnce += inner.m_allowedOnce;
    for (const QString &warning : std::as_const(plan.warnings))
        warn(frame.prefix + path + u": "_s + warning);
    return made;
}

PlanValue PlanWalk::promptValue(const Frame &frame, const WorkflowPrompt &prompt) const
{
    PlanValue sum;
    for (const WorkflowMessage &message : prompt)
        sum.tokens +=
            frame.scope.value(message.content).tokens + PlanRange{MessageTokens, MessageTokens};
    return sum;
}

void PlanWalk::addToolUse(Step &step, const WorkflowTool &tool, const PlanRange &calls)
{
    insertSorted(m_plan.tools, tool.ref);
    step.cost.toolCalls = {std::max(step.cost.toolCalls.least, calls.least),
                           std::max(step.cost.toolCalls.most, calls.most)};
    if (tool.approval == WorkflowTool::Approval::Always)
        step.cost.approvals = {std::max(step.cost.approvals.least, calls.least),
                               std::max(step.cost.approvals.most, calls.most)};
    else if (tool.approval == WorkflowTool::Approval::Once)
        m_allowedOnce.insert(tool.ref);
}

void PlanWalk::addPrompt(const Frame &frame, const AgentStep &step, const QString &path)
{
    if (!frame.isExact || !frame.isRecorded)
        return;
    const WorkflowAgent &agent = m_workflow.agents.at(step.agent);
    PlannedPrompt prompt{frame.exactPrefix + path, step.agent, {}, {}, 0};
    const auto text = [&frame](const ValueTemplate &value) -> std::optional<QString> {
        const std::optional<Json> known = frame.scope.value(value).known;
        return known ? std::optional(QString::fromStdString(insertedText(*known))) : std::nullopt;
    };
    if (step.system || agent.system) {
        const std::optional<QString> system = text(step.system ? *step.system : *agent.system);
        if (!system)
            return;
        prompt.system = *system;
    }
    for (const WorkflowMessage &message : step.prompt) {
        const std::optional<QString> content = text(message.content);
        if (!content)
            return;
        prompt.messages.append({message.role, *content});
    }
    for (prompt.sample = 0; prompt.sample < step.samples; ++prompt.sample) {
        if (m_plan.prompts.size() >= Planner::MostPrompts) {
            m_plan.arePromptsCut = true;
            return;
        }
        m_plan.prompts.append(prompt);
    }
}

void PlanWalk::record(const Frame &frame, NodePlan cost)
{
    if (!frame.isRecorded)
        return;
    cost.scale(frame.repeat);
    if (!cost.model.isEmpty() && cost.calls.most > 0) {
        insertSorted(m_plan.models, cost.model);
        if (!cost.costMicroUsd)
            insertSorted(m_plan.unpricedModels, cost.model);
    }
    const auto same =
        std::find_if(m_plan.nodes.begin(), m_plan.nodes.end(),
                     [&cost](const NodePlan &node) { return node.path == cost.path; });
    if (same == m_plan.nodes.end())
        m_plan.nodes.append(std::move(cost));
    else
        *same += cost;
}

void PlanWalk::warn(const QString &sentence)
{
    if (!m_plan.warnings.contains(sentence))
        m_plan.warnings.append(sentence);
}

} // namespace kagura
