// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runscommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/runcommand.h"
#include "app/cli/runwriter.h"
#include "app/cli/terminal.h"
#include "app/services/runresults.h"
#include "app/services/services.h"
#include "core/runs/runexport.h"

#include <QSaveFile>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Action = RunArguments::Action;

} // namespace

RunsCommand::RunsCommand(Services &services, RunArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

RunsCommand::~RunsCommand() = default;

void RunsCommand::start()
{
    Result<std::unique_ptr<RunService>> runs = RunService::open(
        {m_services.providers(), m_services.catalogue(), m_services.clock(), nullptr},
        RunService::Use::Brief);
    if (!runs)
        return fail(runs.error());
    m_runs = std::move(runs).value();
    switch (m_arguments.action) {
    case Action::Show:
        return withRun([this](const QString &run) { show(run); });
    case Action::Cancel:
        return withRun([this](const QString &run) { send(run, {{"do", "cancel"}}); });
    case Action::Pause:
        return withRun([this](const QString &run) { send(run, {{"do", "pause"}}); });
    case Action::Answer:
        return withRun([this](const QString &run) { answer(run); });
    case Action::Approve:
        return withRun([this](const QString &run) { decide(run, "approve"); });
    case Action::Reject:
        return withRun([this](const QString &run) { decide(run, "reject"); });
    case Action::Budget:
        return withRun([this](const QString &run) {
            send(run, {{"do", "budget"}, {"max_cost_micro_usd", *m_arguments.maxCostMicroUsd}});
        });
    case Action::Export:
        return withRun([this](const QString &run) { exportRun(run); });
    default:
        return list();
    }
}

void RunsCommand::interrupt()
{
    if (m_goingOn)
        m_goingOn->interrupt();
    else
        end(ExitCancelled);
}

void RunsCommand::list()
{
    m_runs->journal().list(m_arguments.limit, this, [this](const Result<QList<RunSummary>> &runs) {
        if (!runs)
            return fail(runs.error());
        QByteArray lines;
        for (const RunSummary &run : *runs)
            lines += runwriter::summaryLine(
                run, m_arguments.json ? runwriter::Style::Json : runwriter::Style::Text);
        if (runs->isEmpty() && !m_arguments.json)
            lines = "there is no run yet; `kagura-cli run FILE` begins one\n";
        terminal::writeOut(lines);
        end(ExitSucceeded);
    });
}

void RunsCommand::withRun(std::function<void(const QString &)> work)
{
    if (m_arguments.run != "last"_L1) {
        work(m_arguments.run);
        return;
    }
    m_runs->journal().list(1, this, [this, work](const Result<QList<RunSummary>> &runs) {
        if (!runs)
            return fail(runs.error());
        if (runs->isEmpty())
            return fail({Error::Kind::BadRequest, u"there is no run yet"_s});
        work(runs->constFirst().id);
    });
}

void RunsCommand::show(const QString &run)
{
    m_runs->journal().load(run, this, [this](const Result<StoredRun> &stored) {
        if (!stored)
            return fail(stored.error());
        RunState state = stored->state;
        if (!isTerminal(state.stand()) && state.stand() != RunStand::Interrupted
            && !m_runs->journal().isAlive(stored->owner))
            state.apply({state.lastSeq() + 1, state.lastMs(), RunEvent::Kind::RunInterrupted});
        terminal::writeOut(runwriter::stateLines(
            state, m_arguments.json ? runwriter::Style::Json : runwriter::Style::Text));
        end(ExitSucceeded);
    });
}

void RunsCommand::exportRun(const QString &run)
{
    m_runs->journal().load(run, this, [this](const Result<StoredRun> &stored) {
        if (!stored)
            return fail(stored.error());
        const QByteArray bytes = exportedRun(
            stored->state, *runExportFormatFromName(m_arguments.format),
            [&stored](const RunValueRef &ref) { return std::optional(storedValue(*stored, ref)); });
        if (m_arguments.path.isEmpty()) {
            terminal::writeOut(bytes);
            return end(ExitSucceeded);
        }
        QSaveFile file(m_arguments.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.commit())
            return fail({Error::Kind::Storage,
                         u"%1 cannot be written: %2"_s.arg(m_arguments.path, file.errorString())});
        end(ExitSucceeded);
    });
}

void RunsCommand::send(const QString &run, const Json &command)
{
    m_runs->journal().load(run, this, [this, run, command](const Result<StoredRun> &stored) {
        if (!stored)
            return fail(stored.error());
        const bool isGone =
            !isTerminal(stored->state.stand()) && !m_runs->journal().isAlive(stored->owner);
        if (isGone && m_arguments.action != Action::Pause)
            return goOn(run, command);
        m_runs->command(run, command, this, [this](const Result<Json> &done) {
            if (!done)
                return fail(done.error());
            terminal::writeOut(m_arguments.json ? dumpJson(*done) + '\n'
                                                : jsonString(*done, "state").toUtf8() + '\n');
            end(ExitSucceeded);
        });
    });
}

void RunsCommand::goOn(const QString &run, const Json &command)
{
    RunArguments arguments{Action::Resume};
    arguments.run = run;
    arguments.json = m_arguments.json;
    m_goingOn = std::make_unique<RunCommand>(m_services, arguments);
    m_goingOn->setCommand(command);
    connect(m_goingOn.get(), &Command::finished, this, [this](int code) {
        // That it was cancelled is what was wanted.
        const bool isCancelled = m_arguments.action == Action::Cancel && code == ExitCancelled;
        end(isCancelled ? int(ExitSucceeded) : code);
    });
    m_goingOn->start();
}

void RunsCommand::answer(const QString &run)
{
    m_runs->journal().load(run, this, [this, run](const Result<StoredRun> &stored) {
        if (!stored)
            return fail(stored.error());
        const NodeRecord *node = stored->state.find(m_arguments.target);
        if (!node || !node->human)
            return fail(
                {Error::Kind::BadRequest,
                 u"%1 asks nothing; `kagura-cli show` tells what does"_s.arg(m_arguments.target)});
        Json fields = Json::object();
        for (const auto &[name, text] : m_arguments.values) {
            const Result<Json> value =
                typedValue(name, text, jsonMember(node->human->fields, name.toUtf8().constData()));
            if (!value)
                return fail(value.error());
            fields[name.toStdString()] = *value;
        }
        send(run,
             {{"do", "answer"},
              {"path", toJson(m_arguments.target)},
              {"action", toJson(m_arguments.answer)},
              {"fields", fields}});
    });
}

void RunsCommand::decide(const QString &run, const char *action)
{
    // A yes is for the call as it is now: its digest goes along.
    m_runs->journal().load(run, this, [this, run, action](const Result<StoredRun> &stored) {
        if (!stored)
            return fail(stored.error());
        for (const NodeRecord &node : stored->state.nodes())
            for (const ToolRecord &tool : node.tools)
                if (tool.call == m_arguments.target)
                    return send(run,
                                {{"do", "decide"},
                                 {"call", toJson(tool.call)},
                                 {"action", action},
                                 {"digest", toJson(tool.digest)}});
        fail({Error::Kind::BadRequest,
              u"there is no call %1; `kagura-cli show` names those that wait"_s.arg(
                  m_arguments.target)});
    });
}

void RunsCommand::end(int code)
{
    if (!std::exchange(m_isEnded, true))
        Q_EMIT finished(code);
}

void RunsCommand::fail(const Error &error)
{
    terminal::writeError(error.message);
    end(error.kind == Error::Kind::BadRequest ? int(ExitUsage) : exitCodeFor(error));
}

} // namespace kagura
