// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runwriter.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"

#include <QDateTime>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;
using runwriter::Style;

QByteArray line(const QString &text)
{
    return terminal::withoutControls(text).replace(u'\n', u' ').toUtf8() + '\n';
}

QByteArray line(const Json &json)
{
    return dumpJson(json) + '\n';
}

QString failureText(const Json &data)
{
    const Json &error = jsonMember(data, "error");
    return u"%1: %2"_s.arg(jsonString(error, "type"), jsonString(error, "message"));
}

Json usdOrNull(std::optional<qint64> microUsd)
{
    return microUsd ? Json(double(*microUsd) / 1e6) : Json(nullptr);
}

std::optional<qint64> costOf(const RunSpent &spent)
{
    return spent.hasUnknownCost ? std::nullopt : std::optional(spent.costMicroUsd);
}

Json progressJson(const RunProgress &progress)
{
    return {{"total", progress.total},     {"done", progress.done},
            {"running", progress.running}, {"queued", progress.queued},
            {"waiting", progress.waiting}, {"cached", progress.cached},
            {"failed", progress.failed},   {"skipped", progress.skipped}};
}

Json spentJson(const RunSpent &spent)
{
    return {
        {"llm_calls", spent.llmCalls},          {"tool_calls", spent.toolCalls},
        {"input_tokens", spent.inputTokens},    {"output_tokens", spent.outputTokens},
        {"cost_usd", usdOrNull(costOf(spent))}, {"saved_usd", double(spent.savedMicroUsd) / 1e6}};
}

QByteArray questionLines(const NodeRecord &node, Style style)
{
    QByteArray lines;
    if (node.stand == NodeStand::WaitingHuman && node.human && node.human->action.isEmpty()) {
        Json actions = Json::array();
        for (const QString &action : node.human->actions)
            actions.push_back(toJson(action));
        lines += style == Style::Json
            ? line(Json{{"event", "asks"},
                        {"path", toJson(node.path)},
                        {"message", toJson(node.human->message)},
                        {"actions", actions},
                        {"fields", node.human->fields}})
            : line(u"  %1 asks: %2 [%3]"_s.arg(node.path, node.human->message,
                                               node.human->actions.join(u", "_s)));
    }
    for (const ToolRecord &tool : node.tools) {
        const bool isAsked = tool.stand == ToolRecord::Stand::ApprovalAsked;
        if (!isAsked && tool.stand != ToolRecord::Stand::InDoubt)
            continue;
        const Json args = tool.args.value.value_or(Json(nullptr));
        lines += style == Style::Json
            ? line(Json{{"event", isAsked ? "asks_approval" : "in_doubt"},
                        {"path", toJson(node.path)},
                        {"call", toJson(tool.call)},
                        {"tool", toJson(tool.tool)},
                        {"args", args},
                        {"effect", toJson(tool.effect)}})
            : line(u"  %1 %2 %3 with %4; call %5"_s.arg(
                node.path, isAsked ? u"asks to use"_s : u"does not know the outcome of"_s,
                tool.tool, QString::fromUtf8(dumpJson(args)), tool.call));
    }
    return lines;
}

QByteArray nodeLine(const NodeRecord &node, Style style)
{
    if (style == Style::Json)
        return line(Json{{"event", "node"},
                         {"path", toJson(node.path)},
                         {"kind", toJson(node.kind)},
                         {"state", toJson(nodeStandName(node.stand))},
                         {"attempts", node.attempts},
                         {"model", toJson(node.model)},
                         {"input_tokens", node.inputTokens()},
                         {"output_tokens", node.outputTokens()},
                         {"cost_usd", usdOrNull(node.costMicroUsd())}});
    QString text = u"  %1 %2"_s.arg(nodeStandName(node.stand), -16).arg(node.path);
    if (!node.model.isEmpty())
        text += u"  "_s + node.model;
    if (node.failure)
        text += u"  %1: %2"_s.arg(node.failure->type, node.failure->message);
    return line(text);
}

} // namespace

namespace runwriter {

QString costText(std::optional<qint64> microUsd)
{
    return microUsd ? u"$%1"_s.arg(double(*microUsd) / 1e6, 0, 'f', 4) : u"unknown"_s;
}

QString eventLine(const RunEvent &event, const QString &run)
{
    const auto line = [](const QString &text) {
        return terminal::withoutControls(text).replace(u'\n', u' ');
    };
    switch (event.kind) {
    case Kind::RunCreated:
        return line(u"run %1: %2"_s.arg(run, jsonString(event.data, "title")));
    case Kind::NodeCompleted:
        return line(u"done       "_s + event.path);
    case Kind::NodeCached:
        return line(u"cached     "_s + event.path);
    case Kind::NodeDefaulted:
        return line(u"defaulted  %1  %2"_s.arg(event.path, failureText(event.data)));
    case Kind::NodeFailed:
        return line(u"failed     %1  %2"_s.arg(event.path, failureText(event.data)));
    case Kind::NodeSkipped:
        return line(u"skipped    "_s + event.path);
    case Kind::NodeCancelled:
        return line(u"cancelled  "_s + event.path);
    case Kind::NodeRetryScheduled:
        return line(u"again      %1  %2"_s.arg(event.path, failureText(event.data)));
    case Kind::HumanAsked:
        return line(u"asks       %1  %2"_s.arg(event.path, jsonString(event.data, "message")));
    case Kind::ToolApprovalAsked:
        return line(u"asks       %1  call %2"_s.arg(event.path, jsonString(event.data, "call")));
    case Kind::BudgetExceeded:
        return line(u"budget     %1 is reached"_s.arg(jsonString(event.data, "limit")));
    case Kind::RunFailed:
        return line(u"the run failed: "_s + failureText(event.data));
    case Kind::RunCancelled:
        return line(u"the run was cancelled"_s);
    default:
        return {};
    }
}

QByteArray summaryLine(const RunSummary &summary, Style style)
{
    if (style == Style::Json)
        return line(Json{{"run_id", toJson(summary.id)},
                         {"state", toJson(runStandName(summary.stand))},
                         {"title", toJson(summary.title)},
                         {"workflow", toJson(summary.workflow)},
                         {"started_ms", summary.createdMs},
                         {"ended_ms", summary.endedMs > 0 ? Json(summary.endedMs) : Json(nullptr)},
                         {"nodes", progressJson(summary.progress)},
                         {"spent", spentJson(summary.spent)}});
    return line(u"%1  %2  %3/%4  %5  %6"_s.arg(
        summary.id, runStandName(summary.stand), QString::number(summary.progress.done),
        QString::number(summary.progress.total), costText(costOf(summary.spent)), summary.title));
}

QByteArray stateLines(const RunState &state, Style style)
{
    RunSummary summary = summaryOf(state);
    QByteArray lines = summaryLine(summary, style);
    for (const NodeRecord &node : state.nodes())
        lines += nodeLine(node, style);
    for (const NodeRecord &node : state.nodes())
        if (!isTerminal(state.stand()))
            lines += questionLines(node, style);
    return lines;
}

QByteArray output(const Json &value)
{
    if (value.is_null())
        return {};
    const QString text = value.is_string()
        ? toQString(value)
        : QString::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace));
    const QByteArray bytes =
        (terminal::isInteractive() ? terminal::withoutControls(text) : text).toUtf8();
    return bytes.endsWith('\n') ? bytes : bytes + '\n';
}

} // namespace runwriter

int exitCodeFor(const RunState &state)
{
    switch (state.stand()) {
    case RunStand::Succeeded:
    case RunStand::SucceededWithErrors:
        return ExitSucceeded;
    case RunStand::Cancelled:
        return ExitCancelled;
    case RunStand::Failed:
        return state.failure() && state.failure()->type == "budget"_L1 ? ExitBudget : ExitFailed;
    case RunStand::Waiting:
        return state.waitsFor() == QStringList{u"budget"_s} ? ExitBudget : ExitWaitsForPerson;
    default:
        return ExitFailed;
    }
}

} // namespace kagura
