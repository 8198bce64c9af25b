// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shownruns.h"

#include "app/desktop/shownnodes.h"
#include "ui/runs/runwords.h"
#include "ui/runs/schemafields.h"

#include <QCoreApplication>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr int LeastForEta = 2; // nodes that have ended

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ShownRuns)
};

qint64 originOf(const RunState &state)
{
    return state.startedMs() > 0 ? state.startedMs() : state.createdMs();
}

RunMark markOf(RunStand stand, const QStringList &waitsFor, const RunProgress &progress)
{
    switch (stand) {
    case RunStand::Created:
        return RunMark::Pending;
    case RunStand::Running:
    case RunStand::Pausing:
    case RunStand::Cancelling:
        return RunMark::Running;
    case RunStand::Paused:
        return RunMark::Waiting;
    case RunStand::Waiting:
        return waitsFor == QStringList{u"budget"_s} ? RunMark::Waiting : RunMark::AsksYou;
    case RunStand::Interrupted:
        return RunMark::InDoubt;
    case RunStand::Succeeded:
        return progress.cached > 0 && progress.cached == progress.total ? RunMark::Cached
                                                                        : RunMark::Done;
    case RunStand::SucceededWithErrors:
    case RunStand::Failed:
        return RunMark::Failed;
    case RunStand::Cancelled:
        return RunMark::Cancelled;
    }
    return RunMark::Pending;
}

QString wordsOf(RunStand stand, const QStringList &waitsFor, const RunProgress &progress)
{
    switch (stand) {
    case RunStand::Pausing:
        return Words::tr("pausing");
    case RunStand::Paused:
        return Words::tr("paused");
    case RunStand::Cancelling:
        return Words::tr("cancelling");
    case RunStand::Interrupted:
        return Words::tr("interrupted");
    case RunStand::Waiting:
        return waitsFor == QStringList{u"budget"_s} ? Words::tr("over budget") : QString();
    case RunStand::SucceededWithErrors:
        return Words::tr("%n failed", nullptr, std::max(1, progress.failed));
    default:
        return {};
    }
}

// A node that only asks never starts.
QDateTime askedAt(const NodeRecord &node)
{
    const qint64 ms = node.startedMs > 0 ? node.startedMs : node.readyMs;
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

ShownQuestion humanQuestion(const RunState &state, const NodeRecord &node)
{
    ShownQuestion question{state.id(), node.path};
    question.name = nodeName(node);
    question.title = node.human->message;
    question.actions = node.human->actions;
    question.facts.append({Words::tr("No answer"), Words::tr("the run waits; nothing is spent")});
    if (node.human->fields.is_object())
        for (const auto &[name, schema] : node.human->fields.items())
            question.fields.append(fieldOfSchema(QString::fromStdString(name), schema));
    question.asked = askedAt(node);
    return question;
}

ShownQuestion toolQuestion(const RunState &state, const NodeRecord &node, const ToolRecord &tool)
{
    const bool isDoubt = tool.stand == ToolRecord::Stand::InDoubt;
    ShownQuestion question{state.id(), node.path, tool.call};
    question.digest = tool.digest;
    question.name = nodeName(node);
    question.title = isDoubt
        ? Words::tr("Nobody knows whether %1 was carried out before the program ended.")
              .arg(tool.tool)
        : Words::tr("May %1 be used?").arg(tool.tool);
    question.facts.append({Words::tr("Tool"), tool.tool});
    question.facts.append({Words::tr("With"),
                           tool.args.value ? shownValue(*tool.args.value)
                                           : Words::tr("%1 bytes").arg(tool.args.bytes)});
    question.facts.append({Words::tr("Effect"),
                           tool.effect == "none"_L1 ? Words::tr("changes nothing")
                               : tool.effect == "idempotent"_L1
                               ? Words::tr("may be repeated")
                               : Words::tr("cannot be taken back")});
    question.actions = isDoubt ? QStringList{u"again"_s, u"happened"_s, u"fail"_s}
                               : QStringList{u"approve"_s, u"reject"_s};
    question.asked = askedAt(node);
    return question;
}

} // namespace

ShownRun shownRun(const RunSummary &summary, qint64 nowMs)
{
    ShownRun shown{summary.id};
    shown.title = summary.title;
    shown.mark = markOf(summary.stand, summary.waitsFor, summary.progress);
    shown.words = wordsOf(summary.stand, summary.waitsFor, summary.progress);
    shown.done = summary.progress.done;
    shown.cached = summary.progress.cached;
    shown.failed = summary.progress.failed;
    shown.total = summary.progress.total;
    if (!summary.spent.hasUnknownCost)
        shown.costMicroUsd = summary.spent.costMicroUsd;
    const qint64 end = summary.endedMs > 0                                    ? summary.endedMs
        : isTerminal(summary.stand) || summary.stand == RunStand::Interrupted ? summary.updatedMs
                                                                              : nowMs;
    shown.duration = milliseconds(std::max<qint64>(0, end - summary.createdMs));
    shown.created = QDateTime::fromMSecsSinceEpoch(summary.createdMs, Qt::UTC);
    return shown;
}

ShownRunFigures shownFigures(const RunState &state, bool isOurs, qint64 nowMs)
{
    ShownRunFigures figures;
    const RunStand stand = state.stand();
    const RunProgress progress = state.progress();
    const bool hasEnded = isTerminal(stand);
    const qint64 origin = originOf(state);
    const bool isStill = hasEnded || stand == RunStand::Interrupted;
    const qint64 end = state.endedMs() > 0 ? state.endedMs() : isStill ? state.lastMs() : nowMs;
    figures.detail = state.id();
    figures.elapsed = milliseconds(std::max<qint64>(0, end - origin));
    figures.isTicking = !isStill;
    if (stand == RunStand::Running && progress.done >= LeastForEta
        && progress.done < progress.total)
        figures.left = figures.elapsed * (progress.total - progress.done) / progress.done;
    figures.inputTokens = state.spent().inputTokens;
    figures.outputTokens = state.spent().outputTokens;
    if (!state.spent().hasUnknownCost)
        figures.costMicroUsd = state.spent().costMicroUsd;
    figures.budgetMicroUsd = state.budget().maxCostMicroUsd;
    figures.savedMicroUsd = state.spent().savedMicroUsd;
    figures.slotsUsed = hasEnded ? 0 : progress.running;
    figures.slotCount = hasEnded ? 0 : state.concurrency();
    figures.canPause = isOurs && (stand == RunStand::Running || stand == RunStand::Waiting);
    figures.canResume = stand == RunStand::Interrupted || (isOurs && stand == RunStand::Paused);
    figures.canCancel = !isStill && stand != RunStand::Cancelling;
    figures.canDiscard = stand == RunStand::Interrupted;
    if (stand == RunStand::Interrupted) {
        figures.trouble = Words::tr("This run was interrupted: the program that ran it has ended.");
        figures.troubleDetail = interruptedWords(
            progress.done, progress.total, state.possiblyBilledCalls(), state.spent().openMicroUsd);
    } else if (state.failure() && hasEnded) {
        figures.trouble =
            Words::tr("The run has failed: %1").arg(failureWords(state.failure()->type));
        figures.troubleDetail = state.failure()->message;
    } else if (state.waitsFor().contains(u"budget"_s)) {
        figures.trouble = Words::tr("The budget is used up: nothing new is called.");
        figures.troubleDetail = Words::tr("Raise it to go on; what was answered stays.");
    }
    figures.canRaiseBudget = state.waitsFor().contains(u"budget"_s);
    figures.canRerun = hasEnded;
    return figures;
}

QString interruptedWords(int done, int total, int possiblyBilled, qint64 possiblyMicroUsd)
{
    const QString nodes = Words::tr("%1 of %2 nodes are done and will not be done or paid again.")
                              .arg(QString::number(done), QString::number(total));
    if (possiblyBilled == 0)
        return nodes + u' ' + Words::tr("No call was under way.");
    const QString calls = possiblyBilled == 1
        ? Words::tr("One call was under way and may have been billed (%1).")
        : Words::tr("%n calls were under way and may have been billed (%1).", nullptr,
                    possiblyBilled);
    return nodes + u' ' + calls.arg(runCostText(possiblyMicroUsd));
}

QList<ShownQuestion> shownQuestions(const RunState &state)
{
    QList<ShownQuestion> questions;
    if (isTerminal(state.stand()))
        return questions;
    for (const NodeRecord &node : state.nodes()) {
        if (node.stand == NodeStand::WaitingHuman && node.human && node.human->action.isEmpty())
            questions.append(humanQuestion(state, node));
        for (const ToolRecord &tool : node.tools)
            if (tool.stand == ToolRecord::Stand::ApprovalAsked
                || tool.stand == ToolRecord::Stand::InDoubt)
                questions.append(toolQuestion(state, node, tool));
    }
    return questions;
}

} // namespace kagura
