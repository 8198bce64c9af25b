// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/workflowrun.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

constexpr double MicroUsdPerUsd = 1'000'000;
constexpr double MsPerSecond = 1000;

Error refused(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

RunBudget budgetOf(const WorkflowBudget &budget)
{
    RunBudget limits;
    if (budget.maxCostUsd)
        limits.maxCostMicroUsd =
            static_cast<qint64>(std::llround(*budget.maxCostUsd * MicroUsdPerUsd));
    limits.maxTokens = budget.maxTokens;
    limits.maxLlmCalls = budget.maxLlmCalls;
    limits.maxToolCalls = budget.maxToolCalls;
    if (budget.maxWallSeconds)
        limits.maxWallMs = static_cast<qint64>(std::llround(*budget.maxWallSeconds * MsPerSecond));
    return limits;
}

// A run may be allowed less at once than its workflow would like, never more depth or nodes.
WorkflowLimits limitsOf(const Workflow &workflow, std::optional<int> concurrency)
{
    WorkflowLimits limits = workflow.limits;
    if (concurrency && *concurrency > 0)
        limits.maxConcurrency = *concurrency;
    return limits;
}

Json withoutSecrets(const Workflow &workflow, Json inputs)
{
    for (const auto &[name, input] : workflow.inputs) {
        if (input.isSecret)
            inputs.erase(name.toStdString());
    }
    return inputs;
}

//! What a person is asked for: `human`, `approval`, `in_doubt`.
Json questionsOf(const RunState &state)
{
    std::map<NodeStand, const char *> names = {{NodeStand::WaitingHuman, "human"},
                                               {NodeStand::WaitingApproval, "approval"},
                                               {NodeStand::InDoubt, "in_doubt"}};
    Json questions = Json::array();
    for (const NodeRecord &node : state.nodes()) {
        if (const auto name = names.find(node.stand); name != names.end()) {
            questions.push_back(name->second);
            names.erase(name);
        }
    }
    return questions;
}

// A text as JSON spells it, so that it is found in whatever goes out.
QList<QByteArray> secretsOf(const Workflow &workflow, const Json &inputs)
{
    QList<QByteArray> secrets;
    for (const auto &[name, input] : workflow.inputs) {
        const Json &value = jsonMember(inputs, name.toStdString().c_str());
        if (input.isSecret && value.is_string() && !value.get_ref<const std::string &>().empty())
            secrets.append(dumpJson(value).chopped(1).sliced(1));
    }
    return secrets;
}

QHash<QString, std::shared_ptr<const Workflow>> workflowsOf(
    const WorkflowRun::Definition &definition)
{
    QHash<QString, std::shared_ptr<const Workflow>> workflows;
    for (auto one = definition.workflows.cbegin(); one != definition.workflows.cend(); ++one)
        workflows.insert(one.key(), one.value().workflow);
    return workflows;
}

} // namespace

WorkflowRun::WorkflowRun(const Ports &ports, const Definition &definition, const Start &start)
    : m_ports(ports)
    , m_workflow(definition.workflow)
    , m_recorder(ports.journal, ports.clock, RunState(start.id))
    , m_context(m_recorder,
                ports.models,
                ports.tools,
                ports.clock,
                limitsOf(*definition.workflow, start.concurrency))
    , m_graph(m_workflow->nodes)
    , m_madeAnew(start.madeAnew)
{
    m_context.grants = start.grants;
    m_context.workflows = workflowsOf(definition);
    m_context.setSecrets(secretsOf(*m_workflow, start.inputs));
    create(start, definition);
    m_root = std::make_unique<FrameRun>(
        m_context, *m_workflow, m_graph, nullptr, QString(),
        std::map<std::string, Json>{{"inputs", start.inputs}, {"run", {{"id", toJson(start.id)}}}});
    connectParts();
}

WorkflowRun::WorkflowRun(const Ports &ports,
                         const Definition &definition,
                         const StoredRun &stored,
                         const Json &secrets)
    : m_ports(ports)
    , m_workflow(definition.workflow)
    , m_recorder(ports.journal, ports.clock, stored.state)
    , m_context(m_recorder,
                ports.models,
                ports.tools,
                ports.clock,
                limitsOf(*definition.workflow, stored.state.concurrency()))
    , m_graph(m_workflow->nodes)
    , m_madeAnew(jsonString(stored.state.settings(), "made_anew"))
    , m_isResumed(true)
    , m_isCancelled(stored.state.stand() == RunStand::Cancelling)
{
    m_context.addValues(stored.values);
    m_context.workflows = workflowsOf(definition);
    m_context.grants = grantsOf(stored.state);
    Json inputs = m_context.value(state().inputs()).value_or(Json::object());
    if (secrets.is_object())
        inputs.update(secrets);
    m_context.setSecrets(secretsOf(*m_workflow, inputs));
    m_root = std::make_unique<FrameRun>(
        m_context, *m_workflow, m_graph, nullptr, QString(),
        std::map<std::string, Json>{{"inputs", std::move(inputs)},
                                    {"run", {{"id", toJson(stored.state.id())}}}});
    connectParts();
}

WorkflowRun::~WorkflowRun() = default;

void WorkflowRun::connectParts()
{
    m_context.pausesAtBudget = m_workflow->budget.pausesWhenExceeded;
    m_context.cancelsOnFailure = m_workflow->cancelsOnFailure;
    connect(&m_recorder, &RunRecorder::eventsCommitted, this, &WorkflowRun::eventsCommitted);
    connect(&m_recorder, &RunRecorder::broke, this, [this](const Error &error) {
        m_context.isEnding = true;
        m_root->cancel();
        Q_EMIT broke(error);
    });
    connect(&m_context, &RunContext::textAdded, this, &WorkflowRun::textAdded);
    connect(&m_context, &RunContext::toBeCancelled, this, &WorkflowRun::endEarly);
    connect(&m_context, &RunContext::workChanged, this, &WorkflowRun::scheduleLook);
}

void WorkflowRun::create(const Start &start, const Definition &definition)
{
    Json nodes = Json::array();
    for (const int index : m_graph.order()) {
        const RunGraph::Node &node = m_graph.nodes()[static_cast<std::size_t>(index)];
        Json one = {{"id", toJson(node.id)}, {"kind", toJson(nodeKindName(*node.node))}};
        if (!node.node->title.isEmpty())
            one["title"] = toJson(node.node->title);
        nodes.push_back(std::move(one));
    }
    Json settings = {{"grants", {{"folder", toJson(start.grants.folder)}}}};
    for (const QString &host : start.grants.hosts)
        settings["grants"]["hosts"].push_back(toJson(host));
    for (auto one = definition.workflows.cbegin(); one != definition.workflows.cend(); ++one)
        settings["workflows"][one.key().toStdString()] =
            toJson(m_recorder.keepBytes(one.value().file));
    RunBudget budget = budgetOf(m_workflow->budget);
    budget.update(start.budget);
    if (!start.madeAnew.isEmpty())
        settings["made_anew"] = toJson(start.madeAnew);
    m_recorder.note(
        Kind::RunCreated, {}, 0,
        {{"title", toJson(start.title.isEmpty() ? m_workflow->name : start.title)},
         {"workflow", toJson(m_workflow->id)},
         {"definition", toJson(m_recorder.keepBytes(definition.file))},
         {"inputs", m_recorder.keep(withoutSecrets(*m_workflow, start.inputs)).toJson()},
         {"nodes", std::move(nodes)},
         {"concurrency", m_context.runSlots().count()},
         {"budget", budget.toJson()},
         {"parent", toJson(start.parentRun)},
         {"settings", std::move(settings)}});
    m_context.budget().raise(budget);
}

void WorkflowRun::takeOver(const StoredRun &parent)
{
    RunContext values(m_recorder, m_ports.models, nullptr, m_ports.clock, m_workflow->limits);
    values.addValues(parent.values);
    for (const NodeRecord &node : parent.state.nodes()) {
        if (node.fingerprint.isEmpty() || !hasOutput(node.stand))
            continue;
        std::optional<Json> result = values.resultOf(node);
        if (!result)
            continue;
        DonatedResult donated{parent.state.id(),
                              std::move((*result)["output"]),
                              {},
                              node.label,
                              node.costMicroUsd().value_or(0)};
        result->erase("output");
        donated.fields = *std::move(result);
        m_context.donate(node.fingerprint, donated);
    }
    const QString head = m_madeAnew.section(QRegularExpression(u"[\\[./]"_s), 0, 0);
    if (const int index = m_graph.find(head.toStdString()); index >= 0) {
        for (const int one : m_graph.downstream(index))
            m_anewIds.insert(m_graph.nodes()[static_cast<std::size_t>(one)].id);
        if (head != m_madeAnew)
            m_anewIds.remove(head); // only a part of it
    }
    m_context.setMadeAnew([this](const QString &path) { return isMadeAnew(path); });
}

bool WorkflowRun::isMadeAnew(const QString &path) const
{
    if (m_madeAnew.isEmpty())
        return false;
    const bool isWithin = path == m_madeAnew
        || (path.startsWith(m_madeAnew) && u"[./"_s.contains(path.at(m_madeAnew.size())));
    qsizetype end = 0;
    while (end < path.size() && !u"[./"_s.contains(path.at(end)))
        ++end;
    return isWithin || m_anewIds.contains(path.left(end));
}

void WorkflowRun::begin()
{
    if (m_isResumed) {
        m_recorder.note(Kind::RunInterrupted);
        m_recorder.note(m_isCancelled ? Kind::RunCancelRequested : Kind::RunResumed);
    } else {
        m_recorder.note(Kind::RunStarted);
    }
    m_recorder.whenDurable(Database::Durability::Full, this);
    watchWallTime();
    m_context.isEnding = m_isCancelled;
    m_root->begin([this] { rootEnded(); });
}

void WorkflowRun::watchWallTime()
{
    const std::optional<qint64> limit = m_context.budget().budget().maxWallMs;
    if (!limit)
        return;
    const qint64 now = m_ports.clock.wall().toMSecsSinceEpoch();
    const qint64 left = std::max<qint64>(0, state().startedMs() + *limit - now);
    m_ports.clock.callLater(std::chrono::milliseconds(left), this, [this, limit] {
        if (m_isFinished || m_context.budget().budget().maxWallMs != limit)
            return;
        m_recorder.note(Kind::LimitHit, {}, 0, {{"limit", "max_wall_s"}});
        endEarly({u"budget"_s, u"the run takes longer than its budget allows (max_wall_s)"_s});
    });
}

void WorkflowRun::endEarly(const RunFailure &failure)
{
    if (m_fatal || m_isFinished)
        return;
    m_fatal = failure;
    m_context.isEnding = true;
    // Not at once: whoever found out is in the middle of something.
    QMetaObject::invokeMethod(
        this, [this] { m_root->cancel(); }, Qt::QueuedConnection);
}

void WorkflowRun::rootEnded()
{
    if (m_recorder.isBroken())
        return;
    if (m_isCancelled) {
        conclude(Kind::RunCancelled, Json::object());
        return;
    }
    const std::optional<RunFailure> failure = m_fatal ? m_fatal : m_root->failure();
    if (failure) {
        conclude(Kind::RunFailed, {{"error", failure->toJson()}});
        return;
    }
    const Result<Json> output = m_workflow->output.evaluate(*m_root);
    if (!output) {
        conclude(Kind::RunFailed,
                 {{"error",
                   RunFailure{errorKindName(output.error().kind),
                              u"the output of the workflow cannot be made: %1"_s.arg(
                                  output.error().message)}
                       .toJson()}});
        return;
    }
    conclude(Kind::RunCompleted,
             {{"output", m_recorder.keep(*output).toJson()}, {"errors", m_root->toleratedCount()}});
}

void WorkflowRun::conclude(Kind kind, Json data)
{
    m_recorder.note(kind, {}, 0, std::move(data));
    m_isFinished = true;
    m_recorder.whenDurable(Database::Durability::Full, this, [this] { Q_EMIT finished(); });
}

void WorkflowRun::scheduleLook()
{
    if (std::exchange(m_isLookScheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isLookScheduled = false;
            look();
        },
        Qt::QueuedConnection);
}

// Whether something goes on by itself is only asked between two turns.
void WorkflowRun::look()
{
    if (m_isFinished || m_recorder.isBroken())
        return;
    const RunStand stand = state().stand();
    if (m_context.workingCount() > 0) {
        if (stand == RunStand::Waiting)
            m_recorder.note(Kind::RunResumed);
        return;
    }
    if (stand == RunStand::Pausing) {
        m_recorder.note(Kind::RunPaused);
        return;
    }
    Json reasons = m_context.waitsForPerson() ? questionsOf(state()) : Json::array();
    if (m_context.waitsForBudget())
        reasons.push_back("budget");
    if (stand == RunStand::Running && !reasons.empty())
        m_recorder.note(Kind::RunWaiting, {}, 0, {{"for", std::move(reasons)}});
}

Result<void> WorkflowRun::pause()
{
    const RunStand stand = state().stand();
    if (m_isFinished || (stand != RunStand::Running && stand != RunStand::Waiting))
        return refused(u"the run does not run"_s);
    m_recorder.note(Kind::RunPauseRequested);
    m_context.runSlots().setPaused(true);
    scheduleLook();
    return {};
}

Result<void> WorkflowRun::resume()
{
    const RunStand stand = state().stand();
    if (stand != RunStand::Pausing && stand != RunStand::Paused)
        return refused(u"the run is not paused"_s);
    m_recorder.note(Kind::RunResumed);
    m_context.runSlots().setPaused(false);
    m_context.proceed();
    scheduleLook();
    return {};
}

Result<void> WorkflowRun::cancel()
{
    if (m_isFinished || std::exchange(m_isCancelled, true))
        return refused(u"the run has ended, or is about to"_s);
    m_recorder.note(Kind::RunCancelRequested);
    m_context.isEnding = true;
    m_context.runSlots().setPaused(false);
    m_root->cancel();
    return {};
}

Result<FrameRun *> WorkflowRun::frameOf(const QString &path) const
{
    FrameRun *frame = m_context.frameOf(path);
    if (m_isFinished || !frame)
        return refused(u"%1 is not at work in this run"_s.arg(path));
    return frame;
}

Result<void> WorkflowRun::cancelNode(const QString &path)
{
    const Result<FrameRun *> frame = frameOf(path);
    return frame ? (*frame)->cancelNode(path) : Result<void>(frame.error());
}

Result<void> WorkflowRun::skipNode(const QString &path)
{
    const Result<FrameRun *> frame = frameOf(path);
    return frame ? (*frame)->skipNode(path) : Result<void>(frame.error());
}

Result<void> WorkflowRun::retryNode(const QString &path)
{
    const Result<FrameRun *> frame = frameOf(path);
    const NodeRecord *record = state().find(path);
    if (!frame || !record || !record->isContainer())
        return frame ? (*frame)->retryNode(path) : Result<void>(frame.error());
    // What is in it and went well is taken from the journal, not made again.
    m_context.working(1);
    m_recorder.whenDurable(Database::Durability::Normal, this, [this, path] {
        m_ports.journal.load(id(), this, [this, path](const Result<StoredRun> &stored) {
            m_context.working(-1);
            if (stored)
                m_context.addValues(stored->values);
            if (const Result<FrameRun *> found = frameOf(path); found && stored)
                static_cast<void>((*found)->retryNode(path));
        });
    });
    return {};
}

Result<void> WorkflowRun::answer(const QString &path, const Json &answer)
{
    return m_context.answer(path, answer);
}

Result<void> WorkflowRun::decide(const QString &call, const Json &answer)
{
    return m_context.answer(call, answer);
}

Result<void> WorkflowRun::raiseBudget(const RunBudget &budget)
{
    if (m_isFinished)
        return refused(u"the run has ended; a budget is given with the next one"_s);
    m_recorder.note(Kind::BudgetRaised, {}, 0, budget.toJson());
    m_context.budget().raise(budget);
    watchWallTime();
    m_context.budgetRaised();
    scheduleLook();
    return {};
}

ToolGrants grantsOf(const RunState &state)
{
    const Json &kept = jsonMember(state.settings(), "grants");
    ToolGrants grants;
    grants.folder = jsonString(kept, "folder");
    if (const Json &hosts = jsonMember(kept, "hosts"); hosts.is_array()) {
        for (const Json &host : hosts)
            grants.hosts.append(toQString(host));
    }
    return grants;
}

} // namespace kagura
