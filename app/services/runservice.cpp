// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/runservice.h"

#include "core/base/logging.h"
#include "core/runs/contenthash.h"
#include "core/runs/runinputs.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QUuid>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int DepthLimit = 8; // of workflows within workflows
constexpr qint64 FileLimitBytes = 4LL * 1024 * 1024;
const auto ControlMethod = u"run.command"_s;

Error refused(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

//! The nodes of a graph that run other workflows, those of bodies among them.
void collectReferences(const WorkflowGraph &graph, QList<const SubworkflowStep *> &found)
{
    for (const auto &[id, node] : graph) {
        if (const auto *step = std::get_if<SubworkflowStep>(&node.step))
            found.append(step);
        else if (const auto *map = std::get_if<MapStep>(&node.step))
            collectReferences(*map->body, found);
        else if (const auto *loop = std::get_if<LoopStep>(&node.step))
            collectReferences(*loop->body, found);
    }
}

} // namespace

Result<std::unique_ptr<RunService>> RunService::open(const Parts &parts, Use use)
{
    const Result<DataFolder> folder = DataFolder::open();
    if (!folder)
        return folder.error();
    Result<std::unique_ptr<Lease>> lease = Lease::take(folder->leasePath());
    if (!lease)
        return lease.error();
    return std::unique_ptr<RunService>(
        new RunService(parts, use, *folder, std::move(lease).value()));
}

RunService::RunService(const Parts &parts,
                       Use use,
                       const DataFolder &folder,
                       std::unique_ptr<Lease> lease)
    : m_parts(parts)
    , m_folder(folder)
    , m_lease(std::move(lease))
    , m_models(parts.providers, parts.catalogue)
{
    Database::Options options;
    options.path = folder.runsDatabasePath();
    options.schemas = {RunTable::schema()};
    options.isLookedOver = use == Use::Long;
    options.isWatched = use == Use::Long;
    m_database = std::make_unique<Database>(options);
    connect(m_database.get(), &Database::changedElsewhere, this, &RunService::changedElsewhere);
    connect(m_database.get(), &Database::stateChanged, this, [this](const DatabaseState &state) {
        if (state.kind != DatabaseState::Kind::Ready && state.kind != DatabaseState::Kind::Opening)
            Q_EMIT trouble(state.message);
    });
    m_journal = std::make_unique<RunJournal>(*m_database, *m_lease);
    listen();
}

RunService::~RunService()
{
    m_control.close();
    m_runs.clear();
    QDir(controlFolder(m_lease->name())).removeRecursively();
}

QString RunService::controlFolder(const QString &owner) const
{
    return m_lease->folder() + u'/' + owner + u".control"_s;
}

void RunService::listen()
{
    // What ended without a word leaves its socket behind.
    const QStringList old =
        QDir(m_lease->folder()).entryList({u"*.control"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : old) {
        if (!Lease::isAlive(m_lease->folder(), name.chopped(u".control"_s.size())))
            QDir(m_lease->folder() + u'/' + name).removeRecursively();
    }
    const QString folder = controlFolder(m_lease->name());
    QDir().mkpath(folder);
    if (const Result<void> listening = m_control.listen(folder); !listening) {
        qCWarning(logApp).noquote() << listening.error().message;
        return;
    }
    m_control.addMethod(
        ControlMethod, [this](const Json &params, const ControlServer::Respond &respond) {
            respond(commandHere(jsonString(params, "run"), jsonMember(params, "command")));
        });
}

WorkflowRun::Ports RunService::ports()
{
    return {*m_journal, m_models, m_parts.clock, m_parts.tools};
}

RunService::Reading RunService::read(const QByteArray &file, const QString &folder) const
{
    return read(file, folder, 0);
}

RunService::Reading RunService::read(const QByteArray &file, const QString &folder, int depth) const
{
    WorkflowReader::Read read = WorkflowReader(m_schema).read(file);
    if (!read.workflow)
        return {std::nullopt, read.faults};
    WorkflowRun::Definition definition;
    definition.file = file;
    definition.workflow = std::make_shared<const Workflow>(*std::move(read.workflow));
    QList<const SubworkflowStep *> references;
    collectReferences(definition.workflow->nodes, references);
    for (const SubworkflowStep *step : references) {
        if (definition.workflows.contains(step->ref))
            continue;
        const auto fault = [&](const QString &message) {
            return Reading{std::nullopt, {{u"/nodes"_s, message}}};
        };
        if (depth >= DepthLimit)
            return fault(u"workflows are nested more than %1 deep"_s.arg(DepthLimit));
        QFile part(QDir(folder).absoluteFilePath(step->ref));
        if (!part.open(QIODevice::ReadOnly))
            return fault(u"%1 cannot be read: %2"_s.arg(part.fileName(), part.errorString()));
        const QByteArray bytes = part.read(FileLimitBytes + 1);
        if (!step->sha256.isEmpty() && contentHash(bytes) != step->sha256)
            return fault(
                u"%1 is not the file that `sha256` names; it was changed"_s.arg(step->ref));
        Reading inner = this->read(bytes, QFileInfo(part).path(), depth + 1);
        if (!inner.definition) {
            for (WorkflowFault &one : inner.faults)
                one.message = u"%1: %2"_s.arg(step->ref, one.message);
            return inner;
        }
        definition.workflows.insert(step->ref, *inner.definition);
        definition.workflows.insert(inner.definition->workflows);
    }
    return {definition, {}};
}

Result<QString> RunService::start(const Order &order)
{
    const Result<Json> inputs = completedInputs(*order.definition.workflow, order.inputs);
    if (!inputs)
        return inputs.error();
    WorkflowRun::Start start;
    start.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    start.title = order.title;
    start.inputs = *inputs;
    start.budget = order.budget;
    start.concurrency = order.concurrency;
    start.grants = order.grants;
    add(std::make_unique<WorkflowRun>(ports(), order.definition, start));
    return start.id;
}

void RunService::add(std::unique_ptr<WorkflowRun> run)
{
    WorkflowRun *const added = run.get();
    const QString id = added->id();
    m_runs[id] = std::move(run);
    connect(added, &WorkflowRun::eventsCommitted, this,
            [this, id](const QList<RunEvent> &events) { Q_EMIT eventsCommitted(id, events); });
    connect(
        added, &WorkflowRun::textAdded, this,
        [this, id](const QString &path, const QString &text) { Q_EMIT textAdded(id, path, text); });
    connect(added, &WorkflowRun::broke, this, [this, id](const Error &error) {
        letGo(id);
        Q_EMIT trouble(
            tr("The run cannot be written down and was stopped. It can be resumed once there is "
               "room: %1")
                .arg(error.message));
    });
    connect(added, &WorkflowRun::finished, this, [this, id] {
        Q_EMIT runFinished(id);
        letGo(id);
    });
    Q_EMIT runStarted(id);
    added->begin();
}

void RunService::letGo(const QString &run)
{
    const auto found = m_runs.find(run);
    if (found == m_runs.end())
        return;
    found->second.release()->deleteLater();
    m_runs.erase(found);
}

Result<WorkflowRun::Definition> RunService::definitionOf(const StoredRun &stored) const
{
    const auto parse = [&](const QString &hash) -> Result<WorkflowRun::Source> {
        const QByteArray file = stored.values.value(hash);
        WorkflowReader::Read read = WorkflowReader(m_schema).read(file);
        if (!read.workflow)
            return refused(u"the workflow of run %1 cannot be read any more; run it anew from its "
                           "file"_s.arg(stored.state.id()));
        return WorkflowRun::Source{std::make_shared<const Workflow>(*std::move(read.workflow)),
                                   file};
    };
    const Result<WorkflowRun::Source> outer = parse(stored.state.definition());
    if (!outer)
        return outer.error();
    WorkflowRun::Definition definition{*outer};
    const Json &parts = jsonMember(stored.state.settings(), "workflows");
    if (!parts.is_object())
        return definition;
    for (const auto &[ref, hash] : parts.items()) {
        const Result<WorkflowRun::Source> inner = parse(toQString(hash));
        if (!inner)
            return inner.error();
        definition.workflows.insert(QString::fromStdString(ref), *inner);
    }
    return definition;
}

void RunService::definitionOf(const QString &run,
                              QObject *context,
                              Done<WorkflowRun::Definition> done)
{
    load(run, context, [this, done = std::move(done)](const Result<StoredRun> &stored) {
        done(stored ? definitionOf(*stored) : Result<WorkflowRun::Definition>(stored.error()));
    });
}

void RunService::load(const QString &run, QObject *context, Done<StoredRun> done)
{
    m_journal->load(run, context, std::move(done));
}

void RunService::resume(const QString &run,
                        const Json &secrets,
                        QObject *context,
                        Done<QString> done)
{
    if (find(run)) {
        QMetaObject::invokeMethod(
            context,
            [run, done = std::move(done)] {
                done(refused(u"the run %1 is at work already"_s.arg(run)));
            },
            Qt::QueuedConnection);
        return;
    }
    m_journal->takeOver(
        run, context,
        [this, run, secrets, context = QPointer<QObject>(context),
         done = std::move(done)](const Result<bool> &taken) {
            if (!taken || !*taken) {
                done(taken ? refused(u"another process runs %1"_s.arg(run)) : taken.error());
                return;
            }
            load(run, context, [this, secrets, context, done](const Result<StoredRun> &stored) {
                if (!stored || isTerminal(stored->state.stand())) {
                    done(stored ? refused(u"the run has ended; it can be run again"_s)
                                : stored.error());
                    return;
                }
                const QString parent = stored->state.parentRun();
                if (parent.isEmpty()) {
                    goOn(*stored, secrets, std::nullopt, done);
                    return;
                }
                load(parent, context,
                     [this, secrets, done, own = *stored](const Result<StoredRun> &earlier) {
                         // One that was removed since gives nothing.
                         goOn(own, secrets,
                              earlier ? std::optional<StoredRun>(*earlier) : std::nullopt, done);
                     });
            });
        });
}

void RunService::goOn(const StoredRun &stored,
                      const Json &secrets,
                      const std::optional<StoredRun> &parent,
                      const Done<QString> &done)
{
    const Result<WorkflowRun::Definition> definition = definitionOf(stored);
    if (!definition) {
        done(definition.error());
        return;
    }
    for (const auto &[name, input] : definition->workflow->inputs) {
        if (input.isSecret && !input.fallback && !secrets.contains(name.toStdString())) {
            done(refused(u"the input %1 is secret and was not kept; give it again"_s.arg(name)));
            return;
        }
    }
    auto run = std::make_unique<WorkflowRun>(ports(), *definition, stored, secrets);
    if (parent)
        run->takeOver(*parent);
    add(std::move(run));
    done(stored.state.id());
}

void RunService::rerun(const Rerun &rerun, QObject *context, Done<QString> done)
{
    load(rerun.run, context,
         [this, rerun, done = std::move(done)](const Result<StoredRun> &earlier) {
             if (!earlier) {
                 done(earlier.error());
                 return;
             }
             if (find(rerun.run)) {
                 done(refused(u"the run has not ended yet; cancel it first"_s));
                 return;
             }
             Result<WorkflowRun::Definition> definition =
                 rerun.definition ? *rerun.definition : definitionOf(*earlier);
             if (!definition) {
                 done(definition.error());
                 return;
             }
             Json given = rerun.inputs.value_or(Json::object());
             if (!rerun.inputs) {
                 const RunValueRef &ref = earlier->state.inputs();
                 const Result<Json> kept = ref.value ? Result<Json>(*ref.value)
                                                     : parseJson(earlier->values.value(ref.hash));
                 given = kept ? *kept : Json::object();
             }
             const Result<Json> inputs = completedInputs(*definition->workflow, given);
             if (!inputs) {
                 done(inputs.error());
                 return;
             }
             WorkflowRun::Start start;
             start.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
             start.title = earlier->state.title();
             start.inputs = *inputs;
             start.parentRun = rerun.run;
             start.madeAnew = rerun.madeAnew;
             start.budget = earlier->state.budget();
             if (earlier->state.concurrency() > 0)
                 start.concurrency = earlier->state.concurrency();
             start.grants = grantsOf(earlier->state);
             auto run = std::make_unique<WorkflowRun>(ports(), *definition, start);
             run->takeOver(*earlier);
             add(std::move(run));
             done(start.id);
         });
}

Result<Json> RunService::commandHere(const QString &run, const Json &command)
{
    WorkflowRun *const found = find(run);
    if (!found)
        return refused(u"the run %1 is not at work"_s.arg(run));
    const QString what = jsonString(command, "do");
    const QString path = jsonString(command, "path");
    Result<void> done = refused(u"there is no command %1"_s.arg(what));
    if (what == "cancel"_L1)
        done = found->cancel();
    else if (what == "pause"_L1)
        done = found->pause();
    else if (what == "resume"_L1)
        done = found->resume();
    else if (what == "cancel_node"_L1)
        done = found->cancelNode(path);
    else if (what == "skip_node"_L1)
        done = found->skipNode(path);
    else if (what == "retry_node"_L1)
        done = found->retryNode(path);
    else if (what == "answer"_L1)
        done = found->answer(path, command);
    else if (what == "decide"_L1)
        done = found->decide(jsonString(command, "call"), command);
    else if (what == "budget"_L1)
        done = found->raiseBudget(RunBudget::fromJson(command));
    if (!done)
        return done.error();
    return Json{{"run", toJson(run)}, {"state", toJson(runStandName(found->state().stand()))}};
}

void RunService::command(const QString &run, const Json &command, QObject *context, Done<Json> done)
{
    if (find(run)) {
        QMetaObject::invokeMethod(
            context,
            [this, run, command, done = std::move(done)] { done(commandHere(run, command)); },
            Qt::QueuedConnection);
        return;
    }
    load(run, context,
         [this, run, command, context = QPointer<QObject>(context),
          done = std::move(done)](const Result<StoredRun> &stored) {
             if (!stored) {
                 done(stored.error());
                 return;
             }
             const bool isGone =
                 stored->owner == m_lease->name() || !m_journal->isAlive(stored->owner);
             if (isTerminal(stored->state.stand()) || isGone) {
                 done(refused(isTerminal(stored->state.stand())
                                  ? u"the run has ended"_s
                                  : u"the process of this run is gone; resume the run first"_s));
                 return;
             }
             ControlCall *const call = callOwner(controlFolder(stored->owner), ControlMethod,
                                                 {{"run", toJson(run)}, {"command", command}})
                                           .release();
             call->setParent(context ? context.data() : this);
             connect(call, &Handle::finished, call, [call, done] {
                 done(call->failure() ? Result<Json>(*call->failure())
                                      : Result<Json>(call->result()));
                 call->deleteLater();
             });
         });
}

WorkflowRun *RunService::find(const QString &run) const
{
    const auto found = m_runs.find(run);
    return found == m_runs.end() ? nullptr : found->second.get();
}

QStringList RunService::liveRuns() const
{
    QStringList ids;
    for (const auto &[id, run] : m_runs)
        ids.append(id);
    return ids;
}

void RunService::remove(const QString &run, QObject *context, Done<bool> done)
{
    if (find(run)) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(refused(u"the run has not ended"_s)); },
            Qt::QueuedConnection);
        return;
    }
    m_journal->remove(run, context, std::move(done));
}

} // namespace kagura
