// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runstate.h"

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using Kind = RunEvent::Kind;

constexpr std::array StandNames = {"created",     "running",   "pausing",
                                   "paused",      "waiting",   "cancelling",
                                   "interrupted", "succeeded", "succeeded_with_errors",
                                   "failed",      "cancelled"};
static_assert(StandNames.size() == static_cast<std::size_t>(RunStand::Cancelled) + 1);

int smallInteger(const Json &object, const char *key)
{
    return static_cast<int>(jsonInteger(object, key).value_or(0));
}

QStringList texts(const Json &list)
{
    QStringList read;
    if (list.is_array()) {
        for (const Json &one : list)
            read.append(toQString(one));
    }
    return read;
}

std::optional<RunFailure> failureOf(const Json &data)
{
    const Json &error = jsonMember(data, "error");
    if (!error.is_object())
        return std::nullopt;
    return RunFailure::fromJson(error);
}

Usage usageOf(const Json &json)
{
    return {jsonInteger(json, "input"), jsonInteger(json, "output"),
            jsonInteger(json, "cache_read"), jsonInteger(json, "cache_write"),
            jsonInteger(json, "reasoning")};
}

// A text that the event may leave out, because an earlier one has said it.
void take(QString &text, const Json &data, const char *key)
{
    if (const QString said = jsonString(data, key); !said.isEmpty())
        text = said;
}

void take(RunValueRef &ref, const Json &data, const char *key)
{
    if (const RunValueRef said = RunValueRef::fromJson(jsonMember(data, key)); !said.isEmpty())
        ref = said;
}

bool isBusy(NodeStand stand)
{
    return stand == NodeStand::Queued || stand == NodeStand::Running
        || stand == NodeStand::RetryWait;
}

} // namespace

QString runStandName(RunStand stand)
{
    return QLatin1String(StandNames.at(static_cast<std::size_t>(stand)));
}

std::optional<RunStand> runStandFromName(const QString &name)
{
    for (std::size_t i = 0; i < StandNames.size(); ++i) {
        if (name == QLatin1String(StandNames.at(i)))
            return static_cast<RunStand>(i);
    }
    return std::nullopt;
}

bool isTerminal(RunStand stand)
{
    return stand >= RunStand::Succeeded;
}

const NodeRecord *RunState::find(const QString &path) const
{
    const int index = indexOf(path);
    return index < 0 ? nullptr : &m_nodes[static_cast<std::size_t>(index)];
}

void RunState::apply(const RunEvent &event)
{
    if (event.seq != 0 && event.seq <= m_lastSeq)
        return;
    m_lastSeq = event.seq;
    m_lastMs = event.timeMs;
    if (event.path.isEmpty())
        applyToRun(event);
    else
        applyToNode(event);
}

void RunState::applyToRun(const RunEvent &event)
{
    switch (event.kind) {
    case Kind::RunCreated:
        create(event);
        break;
    case Kind::RunStarted:
        m_startedMs = event.timeMs;
        m_stand = RunStand::Running;
        break;
    case Kind::RunPauseRequested:
        m_stand = RunStand::Pausing;
        break;
    case Kind::RunPaused:
        m_stand = RunStand::Paused;
        break;
    case Kind::RunResumed:
        m_stand = RunStand::Running;
        m_waitsFor.clear();
        break;
    case Kind::RunWaiting:
        m_stand = RunStand::Waiting;
        m_waitsFor = texts(jsonMember(event.data, "for"));
        break;
    case Kind::RunCancelRequested:
        m_stand = RunStand::Cancelling;
        break;
    case Kind::RunInterrupted:
        detectInterruption();
        break;
    case Kind::RunCancelled:
    case Kind::RunFailed:
        m_stand = event.kind == Kind::RunFailed ? RunStand::Failed : RunStand::Cancelled;
        m_failure = failureOf(event.data);
        m_endedMs = event.timeMs;
        break;
    case Kind::RunCompleted:
        m_stand = smallInteger(event.data, "errors") > 0 ? RunStand::SucceededWithErrors
                                                         : RunStand::Succeeded;
        take(m_output, event.data, "output");
        m_endedMs = event.timeMs;
        break;
    case Kind::BudgetRaised:
        m_budget.update(RunBudget::fromJson(event.data));
        break;
    default:
        break;
    }
}

void RunState::create(const RunEvent &event)
{
    m_createdMs = event.timeMs;
    m_title = jsonString(event.data, "title");
    m_workflow = jsonString(event.data, "workflow");
    m_definition = jsonString(event.data, "definition");
    m_parentRun = jsonString(event.data, "parent");
    m_settings = jsonMember(event.data, "settings");
    m_concurrency = smallInteger(event.data, "concurrency");
    m_budget = RunBudget::fromJson(jsonMember(event.data, "budget"));
    take(m_inputs, event.data, "inputs");
    const Json &nodes = jsonMember(event.data, "nodes");
    if (!nodes.is_array())
        return;
    for (const Json &one : nodes) {
        NodeRecord &node = nodeAt(jsonString(one, "id"));
        count(node, -1);
        node.kind = jsonString(one, "kind");
        node.title = jsonString(one, "title");
        count(node, 1);
    }
}

// Its process has ended: what was under way will be begun again, and may have been paid.
void RunState::detectInterruption()
{
    m_stand = RunStand::Interrupted;
    for (NodeRecord &node : m_nodes) {
        count(node, -1);
        if (isBusy(node.stand))
            node.stand = NodeStand::Ready;
        count(node, 1);
        for (LlmRecord &call : node.calls) {
            if (call.stand == LlmRecord::Stand::Open && !call.isPossiblyBilled) {
                call.isPossiblyBilled = true;
                ++m_possiblyBilledCalls;
            }
        }
    }
}

NodeRecord &RunState::nodeAt(const QString &path)
{
    if (const int index = indexOf(path); index >= 0)
        return m_nodes[static_cast<std::size_t>(index)];
    NodeRecord node;
    node.path = path;
    node.parent = parentPath(path);
    node.item = itemOfPath(path);
    if (!node.parent.isEmpty())
        static_cast<void>(nodeAt(node.parent)); // so that parents come first
    m_byPath.insert(path, static_cast<int>(m_nodes.size()));
    m_nodes.push_back(std::move(node));
    count(m_nodes.back(), 1);
    return m_nodes.back();
}

// The nearest map around a node has counted it already, before it was heard of.
void RunState::expect(NodeRecord &map, int leaves)
{
    m_progress.total += leaves - map.expectedLeaves;
    map.expectedLeaves = leaves;
}

void RunState::count(const NodeRecord &node, int by)
{
    if (node.isContainer())
        return;
    m_progress.total += by;
    switch (node.stand) {
    case NodeStand::Pending:
    case NodeStand::Ready:
        return;
    case NodeStand::Queued:
        m_progress.queued += by;
        return;
    case NodeStand::Running:
        m_progress.running += by;
        return;
    case NodeStand::RetryWait:
    case NodeStand::WaitingHuman:
    case NodeStand::WaitingApproval:
    case NodeStand::InDoubt:
        m_progress.waiting += by;
        return;
    case NodeStand::Cached:
        m_progress.cached += by;
        break;
    case NodeStand::Failed:
        m_progress.failed += by;
        break;
    case NodeStand::Cancelled:
        m_progress.cancelled += by;
        break;
    case NodeStand::Skipped:
        m_progress.skipped += by;
        break;
    case NodeStand::Succeeded:
    case NodeStand::Defaulted:
        break;
    }
    m_progress.done += by;
}

void RunState::applyToNode(const RunEvent &event)
{
    if (event.kind == Kind::Unknown)
        return;
    const bool isNew = indexOf(event.path) < 0;
    NodeRecord &node = nodeAt(event.path);
    count(node, -1);
    take(node.kind, event.data, "kind");
    take(node.title, event.data, "title");
    node.attempts = std::max(node.attempts, event.attempt);
    applyBegin(node, event);
    applyEnd(node, event);
    applyProgress(node, event);
    applyToCall(node, event);
    applyToTool(node, event);
    applyToHuman(node, event);
    count(node, 1);
    if (isTerminal(node.stand) && node.expectedLeaves > 0)
        expect(node, 0);
    if (!isNew || node.isContainer())
        return;
    for (QString around = node.parent; !around.isEmpty(); around = parentPath(around)) {
        NodeRecord &outer = nodeAt(around);
        if (outer.expectedLeaves > 0) {
            expect(outer, outer.expectedLeaves - 1);
            break;
        }
    }
}

void RunState::applyBegin(NodeRecord &node, const RunEvent &event)
{
    switch (event.kind) {
    case Kind::NodeReady:
        node.stand = NodeStand::Ready;
        node.readyMs = event.timeMs;
        node.endedMs = 0;
        node.output = {};
        node.fields = {};
        node.failure.reset();
        node.reason.clear();
        node.label.clear();
        node.isCancelRequested = false;
        node.isSkipRequested = false;
        break;
    case Kind::NodeQueued:
        node.stand = NodeStand::Queued;
        node.reason = jsonString(event.data, "reason");
        node.readyMs = node.readyMs == 0 ? event.timeMs : node.readyMs;
        break;
    case Kind::NodeStarted:
        node.stand = NodeStand::Running;
        node.reason.clear();
        node.startedMs = node.startedMs == 0 ? event.timeMs : node.startedMs;
        take(node.model, event.data, "model");
        take(node.provider, event.data, "provider");
        take(node.input, event.data, "input");
        break;
    case Kind::NodeRetryScheduled:
        node.stand = NodeStand::RetryWait;
        node.retryAtMs = event.timeMs + jsonInteger(event.data, "after_ms").value_or(0);
        if (const auto failure = failureOf(event.data))
            node.failures.append({event.timeMs, *failure});
        break;
    case Kind::NodeCancelRequested:
        node.isCancelRequested = true;
        break;
    case Kind::NodeSkipRequested:
        node.isSkipRequested = true;
        break;
    default:
        break;
    }
}

void RunState::applyEnd(NodeRecord &node, const RunEvent &event)
{
    switch (event.kind) {
    case Kind::NodeCompleted:
    case Kind::NodeCached:
    case Kind::NodeDefaulted:
        node.stand = event.kind == Kind::NodeCompleted ? NodeStand::Succeeded
            : event.kind == Kind::NodeCached           ? NodeStand::Cached
                                                       : NodeStand::Defaulted;
        take(node.output, event.data, "output");
        take(node.fields, event.data, "fields");
        take(node.label, event.data, "label");
        take(node.fingerprint, event.data, "fingerprint");
        take(node.from, event.data, "from");
        node.failure = failureOf(event.data);
        node.endedMs = event.timeMs;
        break;
    case Kind::NodeFailed:
        node.stand = NodeStand::Failed;
        node.failure = failureOf(event.data);
        node.isBranch = jsonMember(event.data, "branch") == true;
        node.endedMs = event.timeMs;
        break;
    case Kind::NodeSkipped:
        node.stand = NodeStand::Skipped;
        node.reason = jsonString(event.data, "reason");
        node.endedMs = event.timeMs;
        break;
    case Kind::NodeCancelled:
        node.stand = NodeStand::Cancelled;
        node.endedMs = event.timeMs;
        break;
    default:
        break;
    }
}

void RunState::applyProgress(NodeRecord &node, const RunEvent &event)
{
    switch (event.kind) {
    case Kind::MapExpanded:
        node.itemCount = smallInteger(event.data, "count");
        expect(node,
               *node.itemCount * static_cast<int>(jsonInteger(event.data, "leaves").value_or(1)));
        break;
    case Kind::LoopIterated:
    case Kind::TeamTurn:
        node.iterations = std::max(node.iterations, smallInteger(event.data, "index") + 1);
        break;
    case Kind::RouterChosen:
        node.label = jsonString(event.data, "label");
        break;
    default:
        break;
    }
}

void RunState::applyToCall(NodeRecord &node, const RunEvent &event)
{
    const int number = smallInteger(event.data, "call");
    if (event.kind == Kind::LlmRequested) {
        LlmRecord call;
        call.call = number;
        call.attempt = event.attempt;
        call.provider = jsonString(event.data, "provider");
        call.model = jsonString(event.data, "model");
        call.reservedMicroUsd = jsonInteger(event.data, "reserved_micro_usd").value_or(0);
        call.requestedMs = event.timeMs;
        take(call.request, event.data, "request");
        m_spent.openMicroUsd += call.reservedMicroUsd;
        node.provider = call.provider;
        node.model = call.model;
        node.calls.append(call);
        return;
    }
    if (event.kind != Kind::LlmCompleted && event.kind != Kind::LlmFailed)
        return;
    for (LlmRecord &call : node.calls) {
        if (call.call != number || call.stand != LlmRecord::Stand::Open)
            continue;
        call.stand = event.kind == Kind::LlmCompleted ? LlmRecord::Stand::Completed
                                                      : LlmRecord::Stand::Failed;
        call.endedMs = event.timeMs;
        call.usage = usageOf(jsonMember(event.data, "usage"));
        call.failure = failureOf(event.data);
        call.costMicroUsd = jsonInteger(event.data, "cost_micro_usd");
        call.savedMicroUsd = jsonInteger(event.data, "saved_micro_usd").value_or(0);
        call.firstMs = jsonInteger(event.data, "first_ms");
        take(call.origin, event.data, "origin");
        take(call.servedModel, event.data, "served_model");
        take(call.cacheKey, event.data, "cache_key");
        take(call.response, event.data, "response");
        m_spent.openMicroUsd -= call.reservedMicroUsd;
        m_spent.llmCalls += call.origin == QLatin1String("live") ? 1 : 0;
        m_spent.costMicroUsd += call.costMicroUsd.value_or(0);
        m_spent.savedMicroUsd += call.savedMicroUsd;
        m_spent.hasUnknownCost = m_spent.hasUnknownCost
            || (call.stand == LlmRecord::Stand::Completed && !call.costMicroUsd);
        if (call.origin == QLatin1String("live")) {
            m_spent.inputTokens += call.usage.inputTokens.value_or(0)
                + call.usage.cacheReadTokens.value_or(0) + call.usage.cacheWriteTokens.value_or(0);
            m_spent.outputTokens += call.usage.outputTokens.value_or(0);
        }
        return;
    }
}

void RunState::applyToTool(NodeRecord &node, const RunEvent &event)
{
    if (event.kind < Kind::ToolRequested || event.kind > Kind::ToolResolved)
        return;
    const QString id = jsonString(event.data, "call");
    auto tool = std::find_if(node.tools.begin(), node.tools.end(),
                             [&](const ToolRecord &one) { return one.call == id; });
    if (tool == node.tools.end())
        tool = node.tools.insert(node.tools.end(), ToolRecord{ToolRecord::Stand::Requested, id});
    take(tool->tool, event.data, "tool");
    take(tool->effect, event.data, "effect");
    take(tool->digest, event.data, "digest");
    take(tool->args, event.data, "args");
    take(tool->output, event.data, "output");
    switch (event.kind) {
    case Kind::ToolApprovalAsked:
        tool->stand = ToolRecord::Stand::ApprovalAsked;
        node.stand = NodeStand::WaitingApproval;
        break;
    case Kind::ToolApproved:
        tool->stand = ToolRecord::Stand::Approved;
        node.stand = NodeStand::Running;
        break;
    case Kind::ToolRejected:
        tool->stand = ToolRecord::Stand::Rejected;
        node.stand = NodeStand::Running;
        break;
    case Kind::ToolIntent:
        tool->stand = ToolRecord::Stand::Begun;
        ++m_spent.toolCalls;
        break;
    case Kind::ToolInDoubt:
        tool->stand = ToolRecord::Stand::InDoubt;
        node.stand = NodeStand::InDoubt;
        break;
    case Kind::ToolResolved:
        tool->stand = ToolRecord::Stand::Approved;
        node.stand = NodeStand::Running;
        break;
    case Kind::ToolCompleted:
        tool->stand = ToolRecord::Stand::Completed;
        break;
    case Kind::ToolFailed:
        tool->stand = ToolRecord::Stand::Failed;
        tool->failure = failureOf(event.data);
        break;
    default:
        break;
    }
}

void RunState::applyToHuman(NodeRecord &node, const RunEvent &event)
{
    if (event.kind == Kind::HumanAsked) {
        node.stand = NodeStand::WaitingHuman;
        HumanRecord human;
        human.message = jsonString(event.data, "message");
        human.fields = jsonMember(event.data, "fields");
        human.actions = texts(jsonMember(event.data, "actions"));
        human.untilMs = jsonInteger(event.data, "until_ms").value_or(0);
        node.human = human;
    } else if (event.kind == Kind::HumanAnswered && node.human) {
        node.human->action = jsonString(event.data, "action");
        node.human->answer = jsonMember(event.data, "fields");
    }
}

} // namespace kagura
