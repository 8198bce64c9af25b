// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/rundesk.h"

#include "app/desktop/shownnodes.h"
#include "app/desktop/shownruns.h"
#include "app/services/runresults.h"
#include "app/services/runservice.h"
#include "core/runs/runexport.h"

#include <QDateTime>
#include <QSaveFile>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds NewsDelay{33};
constexpr std::chrono::seconds WaitsStep{1};
constexpr std::chrono::milliseconds ElsewhereDelay{500};
constexpr int MostListed = 1000;
constexpr qsizetype MostLiveText = 1'000'000; // characters of one node
constexpr int MostNamed = 3; // runs in a sentence

bool endsText(RunEvent::Kind kind)
{
    return kind == RunEvent::Kind::NodeCompleted || kind == RunEvent::Kind::NodeCached
        || kind == RunEvent::Kind::NodeFailed || kind == RunEvent::Kind::NodeCancelled
        || kind == RunEvent::Kind::NodeSkipped || kind == RunEvent::Kind::NodeDefaulted
        || kind == RunEvent::Kind::LlmFailed || kind == RunEvent::Kind::NodeRetryScheduled;
}

ComparedSide sideOf(const StoredRun &run, const RunNodes &nodes, int index)
{
    const NodeRecord &node = run.state.nodes()[std::size_t(index)];
    const ShownNode shown = shownNode(run.state, nodes, index, run.state.lastMs());
    ComparedSide side{shown.mark};
    side.output = node.failure ? node.failure->message : shownValue(storedValue(run, node.output));
    side.tokens = shown.tokens;
    side.costMicroUsd = shown.costMicroUsd;
    if (node.startedMs > 0 && node.endedMs > node.startedMs)
        side.duration = std::chrono::milliseconds(node.endedMs - node.startedMs);
    return side;
}

ShownComparison comparisonOf(const StoredRun &before, const StoredRun &after)
{
    ShownComparison comparison{before.state.title(), after.state.title(), {}};
    const RunNodes nodesBefore(before.state);
    const RunNodes nodesAfter(after.state);
    for (int node = 0; node < int(after.state.nodes().size()); ++node) {
        ComparedNode compared{after.state.nodes()[std::size_t(node)].path};
        compared.after = sideOf(after, nodesAfter, node);
        if (const int other = before.state.indexOf(compared.path); other >= 0)
            compared.before = sideOf(before, nodesBefore, other);
        comparison.nodes.append(compared);
    }
    for (int node = 0; node < int(before.state.nodes().size()); ++node) {
        const QString &path = before.state.nodes()[std::size_t(node)].path;
        if (!after.state.find(path))
            comparison.nodes.append({path, sideOf(before, nodesBefore, node)});
    }
    return comparison;
}

} // namespace

RunDesk::RunDesk(QObject *parent)
    : QObject(parent)
{
    m_news.setSingleShot(true);
    m_news.setInterval(NewsDelay);
    connect(&m_news, &QTimer::timeout, this, &RunDesk::tellNews);
    m_elsewhere.setSingleShot(true);
    m_elsewhere.setInterval(ElsewhereDelay);
    connect(&m_elsewhere, &QTimer::timeout, this, [this] {
        list();
        if (!m_open.isEmpty() && !isOurs())
            open(m_open);
    });
    m_waits.setInterval(WaitsStep);
    connect(&m_waits, &QTimer::timeout, this, &RunDesk::tellWaits);
}

RunDesk::~RunDesk() = default;

qint64 RunDesk::nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

void RunDesk::start(RunService &runs)
{
    m_runs = &runs;
    connect(&runs, &RunService::eventsCommitted, this, &RunDesk::take);
    connect(&runs, &RunService::textAdded, this, &RunDesk::takeText);
    connect(&runs, &RunService::runFinished, this, [this](const QString &run) {
        m_live.remove(run);
        if (const WorkflowRun *found = m_runs->find(run); found && run == m_open)
            m_stored = std::make_unique<RunState>(found->state());
        m_changedRuns.insert(run);
        tellNews();
    });
    // Another process may write many times a second.
    connect(&runs, &RunService::changedElsewhere, this, [this] {
        if (!m_elsewhere.isActive())
            m_elsewhere.start();
    });
    connect(&runs, &RunService::trouble, this, &RunDesk::notice);
    list();
}

void RunDesk::list()
{
    if (!m_runs)
        return;
    m_runs->journal().list(MostListed, this, [this](const Result<QList<RunSummary>> &runs) {
        if (!runs) {
            Q_EMIT notice(runs.error().message);
            return;
        }
        QList<ShownRun> shown;
        QStringList interrupted;
        int count = 0;
        for (const RunSummary &run : *runs) {
            shown.append(shownRun(run, nowMs()));
            if (run.stand != RunStand::Interrupted)
                continue;
            if (++count <= MostNamed)
                interrupted.append(tr("%1: %2 of %3 nodes are done.")
                                       .arg(run.title, QString::number(run.progress.done),
                                            QString::number(run.progress.total)));
        }
        Q_EMIT runsListed(shown);
        Q_EMIT interruptedFound(count, interrupted.join(u' '));
    });
}

const RunState *RunDesk::state() const
{
    if (m_open.isEmpty() || !m_runs)
        return nullptr;
    const WorkflowRun *run = m_runs->find(m_open);
    return run ? &run->state() : m_stored.get();
}

bool RunDesk::isOurs() const
{
    return m_runs && m_runs->find(m_open);
}

void RunDesk::open(const QString &run)
{
    if (!m_runs)
        return;
    if (run != m_open) {
        m_chosen.clear();
        m_values.clear();
        m_rawEvents.clear();
        m_newText.clear();
    }
    m_open = run;
    m_stored.reset();
    m_nodes = RunNodes();
    if (isOurs()) {
        tellAll();
        return;
    }
    m_runs->journal().load(run, this, [this, run](const Result<StoredRun> &stored) {
        if (run != m_open || isOurs())
            return;
        if (!stored) {
            Q_EMIT notice(stored.error().message);
            return;
        }
        m_stored = std::make_unique<RunState>(stored->state);
        if (!isTerminal(m_stored->stand()) && m_stored->stand() != RunStand::Interrupted
            && !m_runs->journal().isAlive(stored->owner))
            m_stored->apply(
                {m_stored->lastSeq() + 1, m_stored->lastMs(), RunEvent::Kind::RunInterrupted});
        tellAll();
    });
}

void RunDesk::tellAll()
{
    m_changedNodes.clear();
    const RunState *open = state();
    if (!open)
        return;
    QSet<int> all;
    for (int node = 0; node < int(open->nodes().size()); ++node)
        all.insert(node);
    tellNodes(all);
    Q_EMIT figuresChanged(m_open, shownFigures(*open, isOurs(), nowMs()));
    tellQuestions();
    m_waits.start();
}

void RunDesk::take(const QString &run, const QList<RunEvent> &events)
{
    m_changedRuns.insert(run);
    const RunState *open = run == m_open ? state() : nullptr;
    for (const RunEvent &event : events) {
        if (endsText(event.kind))
            m_live[run].remove(event.path);
        const bool isAgain = event.kind == RunEvent::Kind::LlmFailed
            || event.kind == RunEvent::Kind::NodeRetryScheduled;
        if (isAgain && open && event.path == m_chosen) {
            m_newText.clear();
            Q_EMIT liveTextSet(m_chosen, {}); // what was said is void
        }
        // Of a node also what it is in: that is made of its figures.
        for (QString path = event.path; open && !path.isEmpty(); path = parentPath(path))
            if (const int node = open->indexOf(path); node >= 0)
                m_changedNodes.insert(node);
    }
    if (!m_news.isActive())
        m_news.start();
}

void RunDesk::takeText(const QString &run, const QString &path, const QString &text)
{
    QString &live = m_live[run][path];
    if (live.size() < MostLiveText)
        live += text;
    if (run != m_open || path != m_chosen)
        return;
    m_newText += text;
    if (!m_news.isActive())
        m_news.start();
}

void RunDesk::tellNews()
{
    for (const QString &run : std::as_const(m_changedRuns)) {
        const WorkflowRun *found = m_runs->find(run);
        const RunState *known = found ? &found->state() : run == m_open ? m_stored.get() : nullptr;
        if (known)
            Q_EMIT runChanged(shownRun(summaryOf(*known), nowMs()));
    }
    const bool isOpenChanged = m_changedRuns.contains(m_open);
    const bool isAnyChanged = !m_changedRuns.isEmpty();
    m_changedRuns.clear();
    const RunState *open = state();
    if (open && isOpenChanged) {
        const int chosen = open->indexOf(m_chosen);
        const bool isChosenChanged = m_changedNodes.contains(chosen);
        tellNodes(std::exchange(m_changedNodes, {}));
        Q_EMIT figuresChanged(m_open, shownFigures(*open, isOurs(), nowMs()));
        if (isChosenChanged) {
            tellDetail();
            if (isTerminal(open->nodes()[std::size_t(chosen)].stand))
                readEvents();
        }
    }
    if (!m_newText.isEmpty())
        Q_EMIT liveTextAdded(m_chosen, std::exchange(m_newText, {}));
    if (isAnyChanged)
        tellQuestions();
}

void RunDesk::tellWaits()
{
    const RunState *open = state();
    if (!open || isTerminal(open->stand())) {
        m_waits.stop();
        return;
    }
    QSet<int> waiting;
    for (int node = 0; node < int(open->nodes().size()); ++node)
        if (open->nodes()[std::size_t(node)].stand == NodeStand::RetryWait)
            waiting.insert(node);
    if (!waiting.isEmpty())
        tellNodes(waiting);
}

void RunDesk::tellNodes(const QSet<int> &nodes)
{
    const RunState *open = state();
    m_nodes.update(*open);
    QList<int> order(nodes.cbegin(), nodes.cend());
    std::sort(order.begin(), order.end()); // what a node is in comes before it
    QList<ShownNode> shown;
    shown.reserve(order.size());
    for (const int node : std::as_const(order))
        shown.append(shownNode(*open, m_nodes, node, nowMs()));
    if (!shown.isEmpty())
        Q_EMIT nodesChanged(m_open, shown);
}

void RunDesk::tellQuestions()
{
    QList<ShownQuestion> questions;
    const QStringList live = m_runs->liveRuns();
    for (const QString &run : live)
        questions += shownQuestions(m_runs->find(run)->state());
    // Of a run that another process runs only while it is looked at.
    if (!isOurs() && m_stored && m_stored->stand() != RunStand::Interrupted)
        questions += shownQuestions(*m_stored);
    if (questions == m_questions)
        return;
    m_questions = questions;
    Q_EMIT questionsChanged(m_questions);
}

void RunDesk::chooseNode(const QString &run, const QString &path)
{
    if (run != m_open)
        return;
    m_chosen = path;
    m_values.clear();
    m_rawEvents.clear();
    m_newText.clear();
    Q_EMIT liveTextSet(path, m_live.value(run).value(path));
    tellDetail();
    readEvents();
}

void RunDesk::tellDetail()
{
    const RunState *open = state();
    const NodeRecord *node = open ? open->find(m_chosen) : nullptr;
    if (!node)
        return;
    ShownNodeDetail detail = shownDetail(*open, *node, isOurs());
    if (!node->output.isEmpty())
        detail.output = valueText(node->output);
    if (!node->input.isEmpty())
        detail.input = valueText(node->input);
    else if (!node->calls.isEmpty())
        detail.input = valueText(node->calls.constLast().request);
    detail.rawEvents = m_rawEvents;
    Q_EMIT detailChanged(detail);
}

QString RunDesk::valueText(const RunValueRef &ref)
{
    if (ref.value)
        return shownValue(*ref.value);
    if (ref.hash.isEmpty())
        return {};
    if (const auto known = m_values.constFind(ref.hash); known != m_values.constEnd())
        return *known;
    m_values.insert(ref.hash, QString()); // it is asked for once
    m_runs->journal().value(ref.hash, this, [this, hash = ref.hash](const Result<Json> &value) {
        if (!m_values.contains(hash))
            return; // of a node that is looked at no more
        m_values.insert(hash, value ? shownValue(*value) : value.error().message);
        tellDetail();
    });
    return {};
}

void RunDesk::readEvents()
{
    m_runs->journal().events(
        m_open, 0, this,
        [this, run = m_open, path = m_chosen](const Result<QList<RunEvent>> &events) {
            if (!events || run != m_open || path != m_chosen)
                return;
            QStringList lines;
            for (const RunEvent &event : *events)
                if (event.path == path)
                    lines.append(QString::fromUtf8(dumpJson(runEventToJson(event, run))));
            m_rawEvents = lines.join(u'\n');
            tellDetail();
        });
}

void RunDesk::send(const QString &run, const Json &command)
{
    m_runs->command(run, command, this, [this, run](const Result<Json> &done) {
        if (!done)
            Q_EMIT notice(done.error().message);
        else if (run == m_open && !isOurs())
            open(run);
    });
}

void RunDesk::command(const QString &run, Command command)
{
    if (!m_runs)
        return;
    switch (command) {
    case Command::Pause:
        return send(run, {{"do", "pause"}});
    case Command::Cancel:
        return send(run, {{"do", "cancel"}});
    case Command::Resume:
        if (m_runs->find(run))
            return send(run, {{"do", "resume"}});
        m_runs->resume(run, Json::object(), this, [this, run](const Result<QString> &resumed) {
            if (!resumed)
                Q_EMIT notice(resumed.error().message);
            list();
            if (run == m_open)
                open(run);
        });
        return;
    case Command::Rerun:
        m_runs->rerun({run}, this, [this](const Result<QString> &begun) {
            if (begun)
                Q_EMIT rerunStarted(*begun);
            else
                Q_EMIT notice(begun.error().message);
        });
        return;
    }
}

void RunDesk::commandNode(const QString &run, const QString &path, NodeCommand command)
{
    const char *what = command == NodeCommand::Cancel ? "cancel_node"
        : command == NodeCommand::Retry               ? "retry_node"
                                                      : "skip_node";
    if (m_runs)
        send(run, {{"do", what}, {"path", toJson(path)}});
}

void RunDesk::answer(const ShownQuestion &question, const QString &action, const Json &fields)
{
    if (!m_runs)
        return;
    if (question.call.isEmpty())
        send(question.run,
             {{"do", "answer"},
              {"path", toJson(question.path)},
              {"action", toJson(action)},
              {"fields", fields}});
    else
        send(question.run,
             {{"do", "decide"},
              {"call", toJson(question.call)},
              {"action", toJson(action)},
              {"digest", toJson(question.digest)}});
}

void RunDesk::raiseBudget(const QString &run, qint64 microUsd)
{
    if (m_runs)
        send(run, {{"do", "budget"}, {"max_cost_micro_usd", microUsd}});
}

void RunDesk::remove(const QString &run)
{
    if (!m_runs)
        return;
    m_runs->remove(run, this, [this, run](const Result<bool> &removed) {
        if (!removed) {
            Q_EMIT notice(removed.error().message);
            return;
        }
        if (run == m_open) {
            m_open.clear();
            m_stored.reset();
        }
        Q_EMIT runRemoved(run);
        list();
    });
}

void RunDesk::exportTo(const QString &run, const QString &path, const QString &formatName)
{
    if (!m_runs)
        return;
    m_runs->journal().load(run, this, [this, path, formatName](const Result<StoredRun> &stored) {
        if (!stored) {
            Q_EMIT notice(stored.error().message);
            return;
        }
        const RunExportFormat format =
            runExportFormatFromName(formatName).value_or(RunExportFormat::JsonObject);
        const QByteArray bytes =
            exportedRun(stored->state, format, [&stored](const RunValueRef &ref) {
                return std::optional(storedValue(*stored, ref));
            });
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.commit())
            Q_EMIT notice(tr("The file cannot be written: %1").arg(file.errorString()));
        else
            Q_EMIT notice(tr("The results are in %1").arg(path));
    });
}

void RunDesk::compare(const QString &before, const QString &after)
{
    if (!m_runs)
        return;
    m_runs->journal().load(before, this, [this, after](const Result<StoredRun> &first) {
        if (!first) {
            Q_EMIT notice(first.error().message);
            return;
        }
        m_runs->journal().load(after, this,
                               [this, before = std::make_shared<const StoredRun>(*first)](
                                   const Result<StoredRun> &second) {
                                   if (second)
                                       Q_EMIT compared(comparisonOf(*before, *second));
                                   else
                                       Q_EMIT notice(second.error().message);
                               });
    });
}

} // namespace kagura
