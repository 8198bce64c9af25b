// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/launchdesk.h"

#include "app/services/runplans.h"
#include "app/services/services.h"
#include "app/services/workflowchoices.h"
#include "core/agents/workflowtemplates.h"
#include "core/runs/runinputs.h"
#include "ui/runs/schemafields.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 FileLimitBytes = 4LL * 1024 * 1024;
constexpr int MostFaults = 3; // in a sentence

QString faultWords(const WorkflowFaults &faults)
{
    QStringList words;
    for (const WorkflowFault &fault : faults.mid(0, MostFaults))
        words.append(fault.pointer.isEmpty() ? fault.message
                                             : u"%1: %2"_s.arg(fault.pointer, fault.message));
    if (faults.size() > MostFaults)
        words.append(LaunchDesk::tr("and %n more", nullptr, int(faults.size() - MostFaults)));
    return words.join(u"; "_s);
}

bool usesTools(const WorkflowGraph &graph)
{
    return std::any_of(graph.cbegin(), graph.cend(), [](const auto &entry) {
        const WorkflowNode &node = entry.second;
        if (std::holds_alternative<ToolStep>(node.step))
            return true;
        if (const auto *map = std::get_if<MapStep>(&node.step))
            return map->body && usesTools(*map->body);
        if (const auto *loop = std::get_if<LoopStep>(&node.step))
            return loop->body && usesTools(*loop->body);
        return false;
    });
}

//! By the id of a template.
const QHash<QString, QString> &templateIcons()
{
    static const QHash<QString, QString> icons = {
        {u"self_consistency"_s, u"check"_s}, {u"map_reduce_files"_s, u"file"_s},
        {u"evaluator_loop"_s, u"refresh"_s}, {u"router_to_specialists"_s, u"branch"_s},
        {u"panel_review"_s, u"book"_s},      {u"debate"_s, u"chat"_s},
        {u"pairwise_judge"_s, u"gauge"_s},
    };
    return icons;
}

} // namespace

LaunchDesk::LaunchDesk(QObject *parent)
    : QObject(parent)
{}

LaunchDesk::~LaunchDesk() = default;

Result<RunService *> LaunchDesk::start(Services &services, RunService::Use use)
{
    m_services = &services;
    m_tools = std::make_unique<RunTools>(services.transport());
    Result<std::unique_ptr<RunService>> runs = RunService::open(
        {services.providers(), services.catalogue(), services.clock(), &m_tools->registry()}, use);
    if (!runs)
        return runs.error();
    m_runs = std::move(runs).value();
    return m_runs.get();
}

void LaunchDesk::listWorkflows()
{
    if (!m_runs)
        return;
    QList<ShownWorkflow> workflows;
    const QList<WorkflowTemplate> templates = workflowTemplates();
    for (const WorkflowTemplate &one : templates) {
        m_sources.insert(one.id, {one.file, QString()});
        const RunService::Reading read = m_runs->read(one.file);
        if (!read.definition)
            continue; // a test holds that there is none such
        ShownWorkflow shown = this->shown(one.id, *read.definition->workflow);
        const QString evidence = one.evidence.isEmpty() ? QString() : one.evidence.first().text;
        shown.evidence = one.label.isEmpty() ? evidence : one.label;
        shown.hint = tr("Yes: %1\n\nNo: %2").arg(one.worthIt, one.notWorthIt);
        for (const WorkflowTemplate::Evidence &found : one.evidence)
            shown.description += u"\n"_s + tr("%1 (%2)").arg(found.text, found.source);
        shown.isHintGood = one.runsAtOnce;
        shown.icon = templateIcons().value(one.id, u"runs"_s);
        workflows.append(shown);
    }
    Q_EMIT workflowsListed(workflows);
}

void LaunchDesk::openWorkflow(const QString &path)
{
    if (!m_runs)
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT workflowRefused(tr("The file cannot be read: %1").arg(file.errorString()));
        return;
    }
    const Source source{file.read(FileLimitBytes + 1), QFileInfo(path).path()};
    const RunService::Reading read = m_runs->read(source.file, source.folder);
    if (!read.definition) {
        Q_EMIT workflowRefused(faultWords(read.faults));
        return;
    }
    m_sources.insert(path, source);
    ShownWorkflow shown = this->shown(path, *read.definition->workflow);
    shown.evidence = QFileInfo(path).fileName();
    shown.icon = u"file"_s;
    Q_EMIT workflowOpened(shown);
}

ShownWorkflow LaunchDesk::shown(const QString &id, const Workflow &workflow) const
{
    ShownWorkflow shown{id, workflow.name.isEmpty() ? workflow.id : workflow.name};
    shown.description = workflow.description;
    for (const auto &[name, input] : workflow.inputs) {
        ShownField field = fieldOfSchema(name, input.schema);
        if (!input.label.isEmpty())
            field.label = input.label;
        if (input.fallback)
            field.value = *input.fallback;
        if (input.isSecret)
            field.kind = ShownField::Kind::Secret;
        field.isRequired = !input.fallback && field.kind != ShownField::Kind::Boolean;
        shown.fields.append(field);
    }
    // What has to be filled in comes first.
    std::stable_sort(
        shown.fields.begin(), shown.fields.end(),
        [](const ShownField &a, const ShownField &b) { return a.isRequired && !b.isRequired; });
    for (const auto &[name, model] : workflow.models)
        shown.models.append(ModelRef{model.provider, model.model}.toString());
    shown.models.removeDuplicates();
    shown.hasTools = usesTools(workflow.nodes)
        || std::any_of(workflow.agents.cbegin(), workflow.agents.cend(),
                       [](const auto &agent) { return !agent.second.tools.isEmpty(); });
    if (workflow.budget.maxCostUsd)
        shown.budgetMicroUsd = qint64(std::llround(*workflow.budget.maxCostUsd * 1e6));
    shown.concurrency = workflow.limits.maxConcurrency;
    return shown;
}

Result<WorkflowRun::Definition> LaunchDesk::definitionFor(const LaunchRequest &request) const
{
    const auto source = m_sources.constFind(request.workflow);
    if (source == m_sources.constEnd())
        return Error{Error::Kind::BadRequest, tr("There is no such workflow any more.")};
    WorkflowChoices choices;
    choices.model = ModelRef::fromString(request.model);
    choices.usesCache = request.usesCache;
    const RunService::Reading read =
        m_runs->read(withChoices(source->file, choices), source->folder);
    if (!read.definition)
        return Error{Error::Kind::BadRequest, faultWords(read.faults)};
    return *read.definition;
}

QString LaunchDesk::obstacle(const Workflow &workflow, const Json &inputs) const
{
    if (const Result<Json> completed = completedInputs(workflow, inputs); !completed)
        return completed.error().message;
    for (const auto &[name, model] : workflow.models)
        if (!m_services->providers().contains(model.provider))
            return tr("%1 is not connected. Choose another model, or connect it in the settings.")
                .arg(model.provider);
    return {};
}

void LaunchDesk::plan(const LaunchRequest &request)
{
    if (!m_runs)
        return;
    ShownPlan shown{request.workflow};
    const Result<WorkflowRun::Definition> definition = definitionFor(request);
    if (!definition) {
        shown.fault = definition.error().message;
        Q_EMIT planned(shown);
        return;
    }
    const Workflow &workflow = *definition->workflow;
    shown.fault = obstacle(workflow, request.inputs);
    const RunPlan plan =
        planOf(*definition, request.inputs, m_services->providers(), m_services->catalogue());
    shown.callsLeast = plan.total.calls.least;
    shown.callsMost = plan.total.calls.most;
    shown.cacheHits = plan.hits;
    shown.inputTokensLeast = plan.total.inputTokens.least;
    shown.inputTokensMost = plan.total.inputTokens.most;
    shown.outputTokensLeast = plan.total.outputTokens.least;
    shown.outputTokensMost = plan.total.outputTokens.most;
    if (plan.total.costMicroUsd) {
        shown.costLeastMicroUsd = plan.total.costMicroUsd->least;
        shown.costMostMicroUsd = plan.total.costMicroUsd->most;
    }
    for (const NodePlan &node : plan.nodes)
        if (node.approvals.most > 0 || node.questions.most > 0)
            shown.approvals.append({node.path,
                                    node.questions.most > 0 ? tr("asks you to decide")
                                                            : tr("asks before it uses a tool")});
    shown.notes = plan.warnings;
    Q_EMIT planned(shown);
}

void LaunchDesk::launch(const LaunchRequest &request)
{
    if (!m_runs)
        return;
    Result<WorkflowRun::Definition> definition = definitionFor(request);
    if (!definition) {
        Q_EMIT notice(definition.error().message);
        return;
    }
    RunService::Order order{std::move(definition).value()};
    order.title = order.definition.workflow->name;
    order.inputs = request.inputs;
    order.budget.maxCostMicroUsd = request.budgetMicroUsd;
    if (request.concurrency > 0)
        order.concurrency = request.concurrency;
    if (!request.folder.isEmpty())
        order.grants.folder = QDir(request.folder).absolutePath();
    const Result<QString> run = m_runs->start(order);
    if (run)
        Q_EMIT launched(*run);
    else
        Q_EMIT notice(run.error().message);
}

} // namespace kagura
