// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/framerun.h"

#include "core/runs/answershape.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

} // namespace

FrameRun::FrameRun(RunContext &context,
                   const Workflow &workflow,
                   const RunGraph &graph,
                   FrameRun *outer,
                   const QString &prefix,
                   std::map<std::string, Json> roots)
    : m_context(context)
    , m_isContextAlive(&context)
    , m_workflow(workflow)
    , m_graph(graph)
    , m_outer(outer)
    , m_prefix(prefix)
    , m_roots(std::move(roots))
    , m_slots(graph.nodes().size())
    , m_openCount(static_cast<int>(graph.nodes().size()))
    , m_isTolerant(outer != nullptr)
{
    m_context.addFrame(*this);
}

FrameRun::~FrameRun()
{
    if (m_isContextAlive)
        m_context.removeFrame(*this);
}

void FrameRun::begin(std::function<void()> ended)
{
    m_ended = std::move(ended);
    for (int i = 0; i < static_cast<int>(m_slots.size()); ++i)
        m_queue.push_back(i);
    if (m_slots.empty())
        scheduleEnd();
    process();
}

const Json *FrameRun::root(const std::string &name) const
{
    const auto found = m_roots.find(name);
    if (found != m_roots.end())
        return &found->second;
    return m_outer ? m_outer->root(name) : nullptr;
}

const Json *FrameRun::node(const std::string &id) const
{
    const int index = m_graph.find(id);
    if (index < 0)
        return m_outer ? m_outer->node(id) : nullptr;
    const Json &result = at(index).result;
    return result.is_null() ? nullptr : &result;
}

QString FrameRun::pathOf(int index) const
{
    return m_prefix + m_graph.nodes()[static_cast<std::size_t>(index)].id;
}

int FrameRun::indexOf(const QString &path) const
{
    return m_graph.find(path.mid(m_prefix.size()).toStdString());
}

void FrameRun::note(int index, Kind kind, Json data)
{
    const WorkflowNode &node = *m_graph.nodes()[static_cast<std::size_t>(index)].node;
    data["kind"] = toJson(nodeKindName(node));
    const QString path = pathOf(index);
    const NodeRecord *known = m_context.state().find(path);
    m_context.recorder().note(kind, path, known ? known->attempts : 0, std::move(data));
}

void FrameRun::proceed()
{
    process();
}

// One list and no recursion: a chain of a thousand nodes that need nobody ends in one turn.
void FrameRun::process()
{
    if (std::exchange(m_isProcessing, true))
        return;
    while (!m_queue.empty() && !m_context.runSlots().isPaused()) {
        const int index = m_queue.front();
        m_queue.pop_front();
        consider(index);
    }
    m_isProcessing = false;
    if (m_openCount == 0)
        scheduleEnd();
}

void FrameRun::scheduleEnd()
{
    if (std::exchange(m_isEndScheduled, true))
        return;
    m_context.working(1);
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_context.working(-1);
            m_isEndScheduled = false;
            if (m_openCount > 0)
                return; // a person had a node run again
            if (const auto ended = std::exchange(m_ended, {}))
                ended();
        },
        Qt::QueuedConnection);
}

void FrameRun::consider(int index)
{
    if (at(index).stand != Stand::Pending)
        return;
    if (const NodeRecord *record = m_context.state().find(pathOf(index));
        record && isTerminal(record->stand) && adopt(index, *record))
        return;
    if (m_context.isEnding || m_isCancelled) {
        markCancelled(index);
        return;
    }
    const Judgement judgement = judge(index);
    if (judgement.verdict == Verdict::Run)
        launch(index);
    else if (judgement.verdict == Verdict::Skip)
        skip(index, judgement.reason);
}

bool FrameRun::isMet(const RunGraph::Need &need) const
{
    const Slot &slot = at(need.node);
    if (need.label == "error"_L1 && slot.stand == Stand::Failed)
        return slot.isBranch;
    return slot.stand == Stand::Succeeded && (need.label.isEmpty() || need.label == slot.label);
}

FrameRun::Judgement FrameRun::judge(int index) const
{
    const RunGraph::Node &node = m_graph.nodes()[static_cast<std::size_t>(index)];
    QString reason;
    int met = 0;
    for (const RunGraph::Need &need : node.needs) {
        const Slot &slot = at(need.node);
        if (slot.stand == Stand::Pending || slot.stand == Stand::Active)
            return {};
        if (isMet(need))
            ++met;
        else if (slot.stand == Stand::Failed && !slot.isBranch)
            reason = u"upstream_failed"_s;
        else if (slot.stand == Stand::Cancelled && reason.isEmpty())
            reason = u"upstream_cancelled"_s;
        else if (reason.isEmpty())
            reason = slot.stand == Stand::Succeeded || slot.stand == Stand::Failed
                ? u"not_chosen"_s
                : u"upstream_skipped"_s;
    }
    const bool isReady = node.node->joinsAny && !node.needs.empty() ? met > 0 : reason.isEmpty();
    return isReady ? Judgement{Verdict::Run, {}} : Judgement{Verdict::Skip, reason};
}

bool FrameRun::adopt(int index, const NodeRecord &record)
{
    Slot &slot = at(index);
    if (hasOutput(record.stand)) {
        std::optional<Json> result = m_context.resultOf(record);
        if (!result)
            return false;
        slot.result = *std::move(result);
        completeResult(index);
        slot.label = record.label;
        conclude(index, Stand::Succeeded);
        return true;
    }
    if (record.stand == NodeStand::Failed) {
        slot.isBranch = record.isBranch;
        const RunFailure failure = record.failure.value_or(RunFailure{u"internal"_s});
        slot.result = {{"error", failure.toJson()}};
        if (record.isBranch)
            ++m_toleratedCount;
        else
            fail(failure);
        conclude(index, Stand::Failed);
    } else if (record.stand == NodeStand::Cancelled) {
        ++m_toleratedCount;
        conclude(index, Stand::Cancelled);
    } else {
        conclude(index, Stand::Skipped);
    }
    return true;
}

void FrameRun::launch(int index)
{
    const RunGraph::Node &node = m_graph.nodes()[static_cast<std::size_t>(index)];
    if (node.node->when) {
        const Result<Json> condition = node.node->when->evaluate(*this);
        if (!condition || !condition->is_boolean()) {
            settle(index,
                   NodeOutcome::failed(condition ? Error{Error::Kind::BadRequest,
                                                         u"`when` is neither true nor false"_s}
                                                 : condition.error(),
                                       0));
            return;
        }
        if (!condition->get<bool>()) {
            skip(index, u"condition"_s);
            return;
        }
    }
    if (!m_context.countExecution()) {
        const RunFailure failure{
            u"budget"_s, u"more nodes have begun than `limits.max_node_executions` allows"_s};
        m_context.recorder().note(Kind::LimitHit, {}, 0, {{"limit", "max_node_executions"}});
        Q_EMIT m_context.toBeCancelled(failure);
        settle(index, NodeOutcome::failed(failure));
        return;
    }
    Slot &slot = at(index);
    slot.stand = Stand::Active;
    if (const auto *step = std::get_if<TransformStep>(&node.node->step)) {
        transform(index, *step);
        return;
    }
    slot.activity = makeActivity(*this, node, pathOf(index));
    slot.activity->begin([this, index](NodeOutcome outcome) { settle(index, std::move(outcome)); });
}

void FrameRun::transform(int index, const TransformStep &step)
{
    Result<Json> value = step.value.evaluate(*this);
    if (value && step.outputSchema) {
        if (const std::optional<Error> fault = schemaFault(*step.outputSchema, *value))
            value = *fault;
    }
    settle(index,
           value ? NodeOutcome::succeeded(*std::move(value))
                 : NodeOutcome::failed(value.error(), 1));
}

void FrameRun::settle(int index, NodeOutcome outcome)
{
    Slot &slot = at(index);
    if (slot.activity)
        slot.activity.release()->deleteLater();
    if (slot.stand != Stand::Active && slot.stand != Stand::Pending)
        return;
    if (slot.isToBeSkipped) {
        skip(index, u"by_person"_s);
    } else if (outcome.kind == NodeOutcome::Kind::Cancelled) {
        markCancelled(index);
    } else if (outcome.kind == NodeOutcome::Kind::Failed) {
        settleFailure(index, std::move(outcome));
    } else {
        const NodeRecord *known = m_context.state().find(pathOf(index));
        if (!known || !hasOutput(known->stand)) {
            Json data = Json::object();
            if (!outcome.isDerived) {
                data["output"] = m_context.recorder().keep(outcome.output).toJson();
                if (!outcome.fields.empty())
                    data["fields"] = m_context.recorder().keep(outcome.fields).toJson();
            }
            if (!outcome.label.isEmpty())
                data["label"] = toJson(outcome.label);
            if (!outcome.fingerprint.isEmpty())
                data["fingerprint"] = toJson(outcome.fingerprint);
            if (!outcome.from.isEmpty())
                data["from"] = toJson(outcome.from);
            note(index, outcome.from.isEmpty() ? Kind::NodeCompleted : Kind::NodeCached,
                 std::move(data));
        }
        slot.label = outcome.label;
        slot.result = std::move(outcome.fields);
        slot.result["output"] = std::move(outcome.output);
        completeResult(index);
        conclude(index, Stand::Succeeded);
    }
    process();
}

// What an agent said without a schema is its output and its text, and kept once.
void FrameRun::completeResult(int index)
{
    Json &result = at(index).result;
    const WorkflowNode &node = *m_graph.nodes()[static_cast<std::size_t>(index)].node;
    if (std::holds_alternative<AgentStep>(node.step) && !result.contains("text"))
        result["text"] = jsonMember(result, "output");
}

void FrameRun::settleFailure(int index, NodeOutcome outcome)
{
    Slot &slot = at(index);
    const WorkflowNode &node = *m_graph.nodes()[static_cast<std::size_t>(index)].node;
    const std::optional<WorkflowErrorRule> &rule = node.onError ? node.onError : m_workflow.onError;
    const Json error = outcome.failure.toJson();
    if (rule && rule->kind == WorkflowErrorRule::Kind::Value) {
        if (Result<Json> value = rule->value.evaluate(*this)) {
            note(index, Kind::NodeDefaulted,
                 {{"error", error}, {"output", m_context.recorder().keep(*value).toJson()}});
            slot.result = {{"output", *std::move(value)}, {"error", error}};
            ++m_toleratedCount;
            conclude(index, Stand::Succeeded);
            return;
        }
    }
    slot.isBranch = rule && rule->kind == WorkflowErrorRule::Kind::Branch;
    slot.result = {{"error", error}};
    note(index, Kind::NodeFailed, {{"error", error}, {"branch", slot.isBranch}});
    if (slot.isBranch)
        ++m_toleratedCount;
    else
        fail(outcome.failure);
    conclude(index, Stand::Failed);
}

void FrameRun::fail(const RunFailure &failure)
{
    if (!m_failure)
        m_failure = failure;
    // A map or a loop may tolerate what fails within it; then its own failure comes here.
    if (!m_isTolerant && m_context.cancelsOnFailure)
        Q_EMIT m_context.toBeCancelled(failure);
}

void FrameRun::skip(int index, const QString &reason)
{
    note(index, Kind::NodeSkipped, {{"reason", reason.toStdString()}});
    at(index).result = {};
    conclude(index, Stand::Skipped);
}

void FrameRun::markCancelled(int index)
{
    note(index, Kind::NodeCancelled);
    ++m_toleratedCount;
    conclude(index, Stand::Cancelled);
}

void FrameRun::conclude(int index, Stand stand)
{
    at(index).stand = stand;
    --m_openCount;
    for (const int dependent : m_graph.nodes()[static_cast<std::size_t>(index)].dependents)
        m_queue.push_back(dependent);
}

void FrameRun::cancel()
{
    m_isCancelled = true;
    for (int i = 0; i < static_cast<int>(m_slots.size()); ++i) {
        if (at(i).stand == Stand::Pending)
            markCancelled(i);
        else if (at(i).activity)
            at(i).activity->cancel();
    }
    if (m_openCount == 0)
        scheduleEnd();
}

Result<void> FrameRun::cancelNode(const QString &path)
{
    const int index = indexOf(path);
    if (index < 0 || (at(index).stand != Stand::Pending && at(index).stand != Stand::Active))
        return Error{Error::Kind::BadRequest, u"%1 does not run"_s.arg(path)};
    note(index, Kind::NodeCancelRequested);
    if (at(index).activity) {
        at(index).activity->cancel();
        return {};
    }
    markCancelled(index);
    process();
    return {};
}

Result<void> FrameRun::skipNode(const QString &path)
{
    const int index = indexOf(path);
    if (index < 0 || (at(index).stand != Stand::Pending && at(index).stand != Stand::Active))
        return Error{Error::Kind::BadRequest, u"%1 cannot be skipped any more"_s.arg(path)};
    note(index, Kind::NodeSkipRequested);
    if (at(index).activity) {
        at(index).isToBeSkipped = true;
        at(index).activity->cancel();
        return {};
    }
    skip(index, u"by_person"_s);
    process();
    return {};
}

Result<void> FrameRun::retryNode(const QString &path)
{
    const int index = indexOf(path);
    if (index < 0 || (at(index).stand != Stand::Failed && at(index).stand != Stand::Cancelled))
        return Error{Error::Kind::BadRequest, u"%1 has not failed"_s.arg(path)};
    note(index, Kind::NodeRetryRequested);
    for (const int one : m_graph.downstream(index)) {
        Slot &slot = at(one);
        if (one != index && slot.stand != Stand::Skipped)
            continue;
        // What is in it and has ended badly runs again, too.
        std::vector<QString> paths;
        for (const NodeRecord &inner : m_context.state().nodes()) {
            const bool isWithin = inner.path.size() > pathOf(one).size()
                && inner.path.startsWith(pathOf(one))
                && u"[/"_s.contains(inner.path.at(pathOf(one).size()));
            if (isWithin && isTerminal(inner.stand) && !hasOutput(inner.stand))
                paths.push_back(inner.path);
        }
        paths.push_back(pathOf(one));
        for (const QString &ready : paths) {
            const NodeRecord *known = m_context.state().find(ready);
            m_context.recorder().note(Kind::NodeReady, ready, known->attempts + 1);
        }
        if (slot.stand == Stand::Cancelled)
            --m_toleratedCount;
        slot = Slot();
        ++m_openCount;
        m_queue.push_back(one);
    }
    m_failure.reset();
    for (const RunGraph::Node &node : m_graph.nodes()) {
        const NodeRecord *known = m_context.state().find(m_prefix + node.id);
        if (known && known->stand == NodeStand::Failed && !known->isBranch && !m_failure)
            m_failure = known->failure;
    }
    process();
    return {};
}

} // namespace kagura
