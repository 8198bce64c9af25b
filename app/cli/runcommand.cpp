// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runcommand.h"

#include "app/cli/eventprinter.h"
#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/runplans.h"
#include "app/services/runresults.h"
#include "app/services/services.h"
#include "app/services/workflowchoices.h"
#include "core/agents/workflowtemplates.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Action = RunArguments::Action;

constexpr qint64 FileLimitBytes = 4LL * 1024 * 1024;
constexpr int NewestOnly = 1;

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

QString rangeText(const PlanRange &range)
{
    return range.isExact()
        ? QString::number(range.most)
        : u"%1 to %2"_s.arg(QString::number(range.least), QString::number(range.most));
}

QByteArray planText(const RunPlan &plan)
{
    const NodePlan &total = plan.total;
    QStringList lines = {u"calls       "_s + rangeText(total.calls),
                         u"tokens in   "_s + rangeText(total.inputTokens),
                         u"tokens out  "_s + rangeText(total.outputTokens)};
    lines.append(u"cost        "_s
                 + (total.costMicroUsd
                        ? u"%1 to %2"_s.arg(runwriter::costText(total.costMicroUsd->least),
                                            runwriter::costText(total.costMicroUsd->most))
                        : u"unknown"_s));
    if (plan.hits)
        lines.append(u"cached      %1"_s.arg(*plan.hits));
    if (total.approvals.most + total.questions.most > 0)
        lines.append(u"will ask    "_s + rangeText(total.approvals + total.questions));
    if (!plan.models.isEmpty())
        lines.append(u"models      "_s + plan.models.join(u", "_s));
    for (const QString &warning : plan.warnings)
        lines.append(u"note        "_s + warning);
    return terminal::withoutControls(lines.join(u'\n')).toUtf8() + '\n';
}

} // namespace

RunCommand::RunCommand(Services &services, RunArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
    , m_tools(services.transport())
{}

RunCommand::~RunCommand() = default;

void RunCommand::start()
{
    Result<std::unique_ptr<RunService>> runs = RunService::open(
        {m_services.providers(), m_services.catalogue(), m_services.clock(), &m_tools.registry()},
        RunService::Use::Brief);
    if (!runs)
        return fail(runs.error());
    m_runs = std::move(runs).value();
    connect(m_runs.get(), &RunService::trouble, this,
            [](const QString &text) { terminal::writeError(text); });
    if (m_arguments.action == Action::Resume) {
        if (m_arguments.run != "last"_L1)
            return resume(m_arguments.run);
        m_runs->journal().list(NewestOnly, this,
                               [this](const Result<QList<RunSummary>> &runsThere) {
                                   if (!runsThere)
                                       return fail(runsThere.error());
                                   if (runsThere->isEmpty())
                                       return fail(usage(u"there is no run yet"_s));
                                   resume(runsThere->constFirst().id);
                               });
        return;
    }
    const std::optional<WorkflowRun::Definition> found = definition();
    if (!found)
        return end(ExitUsage);
    const Result<Json> given = inputs(*found->workflow);
    if (!given) {
        terminal::writeError(given.error().message);
        return end(ExitUsage);
    }
    if (m_arguments.action == Action::Plan)
        plan(*found, *given);
    else
        begin(*found, *given);
}

Result<RunCommand::Source> RunCommand::readFile() const
{
    QFile file(m_arguments.file);
    if (!file.exists()) {
        const QList<WorkflowTemplate> templates = workflowTemplates();
        for (const WorkflowTemplate &one : templates)
            if (one.id == QString(m_arguments.file).replace(u'-', u'_'))
                return Source{one.file, QString()};
    }
    if (!file.open(QIODevice::ReadOnly))
        return usage(u"%1 cannot be read: %2"_s.arg(m_arguments.file, file.errorString()));
    return Source{file.read(FileLimitBytes + 1), QFileInfo(file).path()};
}

std::optional<WorkflowRun::Definition> RunCommand::definition()
{
    const Result<Source> source = readFile();
    if (!source) {
        terminal::writeError(source.error().message);
        return std::nullopt;
    }
    const RunService::Reading read = m_runs->read(
        withChoices(source->file, {m_arguments.model, m_arguments.usesCache}), source->folder);
    for (const WorkflowFault &fault : read.faults)
        terminal::writeError(fault.pointer.isEmpty()
                                 ? fault.message
                                 : u"%1: %2"_s.arg(fault.pointer, fault.message));
    return read.definition;
}

Result<Json> RunCommand::inputs(const Workflow &workflow) const
{
    Json inputs = Json::object();
    for (const auto &[name, text] : m_arguments.values) {
        const auto input = workflow.inputs.find(name);
        if (input == workflow.inputs.end()) {
            QStringList names;
            for (const auto &[known, ignored] : workflow.inputs)
                names.append(known);
            return usage(u"the workflow takes no input `%1`; it takes: %2"_s.arg(
                name, names.isEmpty() ? u"none"_s : names.join(u", "_s)));
        }
        const Result<Json> value = typedValue(name, text, input->second.schema);
        if (!value)
            return value.error();
        inputs[name.toStdString()] = *value;
    }
    return inputs;
}

void RunCommand::plan(const WorkflowRun::Definition &definition, const Json &inputs)
{
    const RunPlan plan = planOf(definition, inputs, m_services.providers(), m_services.catalogue());
    terminal::writeOut(m_arguments.json ? dumpJson(plan.toJson()) + '\n' : planText(plan));
    end(ExitSucceeded);
}

void RunCommand::begin(const WorkflowRun::Definition &definition, const Json &inputs)
{
    RunService::Order order{definition};
    order.title = definition.workflow->name;
    order.inputs = inputs;
    order.budget.maxCostMicroUsd = m_arguments.maxCostMicroUsd;
    order.concurrency = m_arguments.concurrency;
    if (!m_arguments.folder.isEmpty())
        order.grants.folder = QDir(m_arguments.folder).absolutePath();
    connect(m_runs.get(), &RunService::runStarted, this, &RunCommand::follow);
    const Result<QString> run = m_runs->start(order);
    if (run)
        return;
    terminal::writeError(run.error().message);
    end(ExitUsage);
}

void RunCommand::resume(const QString &run)
{
    connect(m_runs.get(), &RunService::runStarted, this, &RunCommand::follow);
    m_runs->resume(run, Json::object(), this, [this](const Result<QString> &resumed) {
        if (!resumed)
            return fail(resumed.error());
        if (m_command.is_null())
            return;
        m_runs->command(*resumed, m_command, this, [this](const Result<Json> &done) {
            m_command = nullptr;
            if (!done)
                fail(done.error());
        });
    });
}

void RunCommand::follow(const QString &run)
{
    m_run = run;
    if (m_arguments.json) {
        m_printer = std::make_unique<EventPrinter>(m_runs->journal(), run);
        // Whoever closes the pipe wants no more of it.
        connect(m_printer.get(), &EventPrinter::closed, this, &RunCommand::interrupt);
        connect(m_printer.get(), &EventPrinter::drained, this, [this] {
            if (m_code)
                end(*m_code);
        });
    }
    connect(m_runs.get(), &RunService::eventsCommitted, this,
            [this](const QString &, const QList<RunEvent> &events) { take(events); });
    connect(m_runs.get(), &RunService::runFinished, this, &RunCommand::conclude);
}

void RunCommand::take(const QList<RunEvent> &events)
{
    if (m_printer) {
        m_printer->print(events);
    } else {
        for (const RunEvent &event : events)
            if (const QString line = runwriter::eventLine(event, m_run); !line.isEmpty())
                terminal::writeError(line);
    }
    // Nobody is here to answer: the run stays, and can be answered and resumed. The state is ahead of
    // what is committed, and what this command brings itself is still to come.
    const bool saysWaiting = std::any_of(events.cbegin(), events.cend(), [](const RunEvent &event) {
        return event.kind == RunEvent::Kind::RunWaiting;
    });
    const WorkflowRun *run = m_runs->find(m_run);
    if (saysWaiting && m_command.is_null() && run && run->state().stand() == RunStand::Waiting)
        conclude();
}

void RunCommand::conclude()
{
    const WorkflowRun *run = m_runs->find(m_run);
    if (!run || m_isEnded)
        return;
    const int code = exitCodeFor(run->state());
    const RunState &state = run->state();
    if (state.stand() == RunStand::Waiting && !m_arguments.json)
        terminal::writeOut(runwriter::stateLines(state, runwriter::Style::Text));
    if (m_printer && !m_printer->isIdle()) {
        m_code = code;
        return;
    }
    if (m_printer || code != ExitSucceeded)
        return end(code);
    m_runs->journal().load(m_run, this, [this, code](const Result<StoredRun> &stored) {
        if (stored)
            terminal::writeOut(runwriter::output(storedValue(*stored, stored->state.output())));
        end(code);
    });
}

void RunCommand::interrupt()
{
    WorkflowRun *run = m_runs ? m_runs->find(m_run) : nullptr;
    // Once: it is cancelled, and its journal says so. Twice: now.
    if (run && m_interrupts++ == 0 && run->cancel())
        return;
    end(ExitCancelled);
}

void RunCommand::end(int code)
{
    if (!std::exchange(m_isEnded, true))
        Q_EMIT finished(code);
}

void RunCommand::fail(const Error &error)
{
    terminal::writeError(error.message);
    end(error.kind == Error::Kind::BadRequest ? int(ExitUsage) : exitCodeFor(error));
}

} // namespace kagura
