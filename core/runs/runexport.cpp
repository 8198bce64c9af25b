// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runexport.h"

#include "core/runs/runtrace.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr double MicroUsd = 1e-6;

Json valueOf(const RunValueRef &reference, const RunValues &values)
{
    if (reference.isEmpty())
        return nullptr;
    if (std::optional<Json> value = values(reference))
        return *std::move(value);
    // Erased: what is left is which one it was.
    return reference.toJson();
}

Json failureOf(const std::optional<RunFailure> &failure)
{
    return failure ? failure->toJson() : Json();
}

Json timeOf(qint64 milliseconds)
{
    return milliseconds == 0
        ? Json()
        : toJson(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs));
}

Json dollars(const std::optional<qint64> &microUsd)
{
    return microUsd ? Json(static_cast<double>(*microUsd) * MicroUsd) : Json();
}

QString modelOf(const NodeRecord &node)
{
    return node.model.isEmpty() ? QString() : node.provider + u'/' + node.model;
}

std::optional<qint64> durationMs(const NodeRecord &node)
{
    if (node.startedMs == 0 || node.endedMs == 0)
        return std::nullopt;
    return node.endedMs - node.startedMs;
}

Json nodeJson(const NodeRecord &node, const RunValues &values)
{
    const std::optional<qint64> duration = durationMs(node);
    return {{"path", toJson(node.path)},
            {"kind", toJson(node.kind)},
            {"state", toJson(nodeStandName(node.stand))},
            {"attempts", node.attempts},
            {"model", node.model.isEmpty() ? Json() : toJson(modelOf(node))},
            {"input_tokens", node.inputTokens()},
            {"output_tokens", node.outputTokens()},
            {"cost_usd", dollars(node.costMicroUsd())},
            {"saved_usd", dollars(node.savedMicroUsd())},
            {"duration_ms", duration ? Json(*duration) : Json()},
            {"label", node.label.isEmpty() ? Json() : toJson(node.label)},
            {"output", valueOf(node.output, values)},
            {"error", failureOf(node.failure)}};
}

Json runJson(const RunState &state, const RunValues &values)
{
    const RunSpent spent = state.spent();
    return {{"run_id", toJson(state.id())},
            {"workflow", toJson(state.workflow())},
            {"title", toJson(state.title())},
            {"state", toJson(runStandName(state.stand()))},
            {"created", timeOf(state.createdMs())},
            {"started", timeOf(state.startedMs())},
            {"ended", timeOf(state.endedMs())},
            {"calls", spent.llmCalls},
            {"input_tokens", spent.inputTokens},
            {"output_tokens", spent.outputTokens},
            {"cost_usd", spent.hasUnknownCost ? Json() : dollars(spent.costMicroUsd)},
            {"saved_usd", dollars(spent.savedMicroUsd)},
            {"inputs", valueOf(state.inputs(), values)},
            {"output", valueOf(state.output(), values)},
            {"error", failureOf(state.failure())}};
}

QByteArray asJson(const RunState &state, const RunValues &values)
{
    Json run = runJson(state, values);
    Json &nodes = run["nodes"] = Json::array();
    for (const NodeRecord &node : state.nodes())
        nodes.push_back(nodeJson(node, values));
    return QByteArray::fromStdString(run.dump(2, ' ', false, Json::error_handler_t::replace))
        + '\n';
}

QByteArray asJsonLines(const RunState &state, const RunValues &values)
{
    Json run = runJson(state, values);
    run["type"] = "run";
    QByteArray lines = dumpJson(run) + '\n';
    for (const NodeRecord &node : state.nodes()) {
        Json json = nodeJson(node, values);
        json["type"] = "node";
        lines += dumpJson(json) + '\n';
    }
    return lines;
}

QString textOf(const Json &value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? toQString(value) : QString::fromUtf8(dumpJson(value));
}

//! A spreadsheet runs what begins like a formula; nothing that a model wrote may.
QString cell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray asCsv(const RunState &state, const RunValues &values)
{
    const QStringList numbers = {u"attempts"_s, u"input_tokens"_s, u"output_tokens"_s,
                                 u"cost_usd"_s, u"saved_usd"_s,    u"duration_ms"_s};
    const QStringList columns = QStringList{u"path"_s, u"kind"_s, u"state"_s, u"model"_s} + numbers
        + QStringList{u"label"_s, u"error"_s, u"output"_s};
    QString text = columns.join(u',') + u"\r\n"_s;
    for (const NodeRecord &node : state.nodes()) {
        const Json json = nodeJson(node, values);
        QStringList cells;
        for (const QString &column : columns) {
            const QString value = textOf(json[column.toStdString()]);
            cells.append(numbers.contains(column) ? value : cell(value));
        }
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

QString moneyText(const std::optional<qint64> &microUsd)
{
    return microUsd ? u"$%1"_s.arg(static_cast<double>(*microUsd) * MicroUsd, 0, 'f', 4)
                    : u"not known"_s;
}

//! What the head of a page says, a line each.
QStringList summary(const RunState &state)
{
    const RunSpent spent = state.spent();
    const RunProgress progress = state.progress();
    QStringList lines = {
        u"State: %1"_s.arg(runStandName(state.stand()).replace(u'_', u' ')),
        u"Started: %1"_s.arg(textOf(timeOf(state.startedMs()))),
        u"Nodes: %1 of %2 done, %3 from the cache, %4 failed"_s.arg(progress.done)
            .arg(progress.total)
            .arg(progress.cached)
            .arg(progress.failed),
        u"Calls: %1, tokens: %2 in, %3 out"_s.arg(spent.llmCalls)
            .arg(spent.inputTokens)
            .arg(spent.outputTokens),
        u"Cost: %1, saved by the cache: %2"_s.arg(
            moneyText(spent.hasUnknownCost ? std::nullopt : std::optional(spent.costMicroUsd)),
            moneyText(spent.savedMicroUsd))};
    if (state.failure())
        lines.append(u"Error: %1: %2"_s.arg(state.failure()->type, state.failure()->message));
    return lines;
}

QString nodeLine(const NodeRecord &node)
{
    QString line = nodeStandName(node.stand).replace(u'_', u' ');
    if (!node.model.isEmpty())
        line += u", %1, %2 tokens in, %3 out, cost %4"_s.arg(modelOf(node))
                    .arg(node.inputTokens())
                    .arg(node.outputTokens())
                    .arg(moneyText(node.costMicroUsd()));
    if (node.failure)
        line += u", %1: %2"_s.arg(node.failure->type, node.failure->message);
    return line;
}

//! Whether a node stands in a page for people: containers say nothing that their parts do not.
bool isTold(const NodeRecord &node)
{
    return !node.isContainer() && !(node.output.isEmpty() && !node.failure);
}

//! One line, and no sign of Markdown acts.
QString plainLine(const QString &text)
{
    QString line;
    for (const QChar c : text.simplified()) {
        if (u"\\`*_{}[]<>()#!|~&"_s.contains(c))
            line += u'\\';
        line += c;
    }
    return line;
}

//! Between fences that nothing in the text can close.
QString fenced(const QString &text)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    return fence + u"\n"_s + text + (text.endsWith(u'\n') ? QString() : u"\n"_s) + fence
        + u"\n\n"_s;
}

QByteArray asMarkdown(const RunState &state, const RunValues &values)
{
    QString text = u"# %1\n\n"_s.arg(plainLine(state.title()));
    for (const QString &line : summary(state))
        text += u"- "_s + plainLine(line) + u'\n';
    text += u"\n## Output\n\n"_s + fenced(textOf(valueOf(state.output(), values)));
    text += u"## Nodes\n\n"_s;
    for (const NodeRecord &node : state.nodes()) {
        if (!isTold(node))
            continue;
        text += u"### %1\n\n%2\n\n"_s.arg(plainLine(node.path), plainLine(nodeLine(node)));
        if (!node.output.isEmpty())
            text += fenced(textOf(valueOf(node.output, values)));
    }
    return text.toUtf8();
}

QByteArray asHtml(const RunState &state, const RunValues &values)
{
    QString text = uR"(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>%1</title>
<style>body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
pre{white-space:pre-wrap;background:#8881;padding:.7em;border-radius:6px}
h3{font-size:1em;margin-bottom:0}small{color:#777}</style></head><body>
)"_s.arg(state.title().toHtmlEscaped());
    const auto block = [&](const RunValueRef &reference) {
        return u"<pre>"_s + textOf(valueOf(reference, values)).toHtmlEscaped() + u"</pre>\n"_s;
    };
    text += u"<h1>"_s + state.title().toHtmlEscaped() + u"</h1>\n<ul>\n"_s;
    for (const QString &line : summary(state))
        text += u"<li>"_s + line.toHtmlEscaped() + u"</li>\n"_s;
    text += u"</ul>\n<h2>Output</h2>\n"_s + block(state.output()) + u"<h2>Nodes</h2>\n"_s;
    for (const NodeRecord &node : state.nodes()) {
        if (!isTold(node))
            continue;
        text += u"<h3>"_s + node.path.toHtmlEscaped() + u"</h3>\n<small>"_s
            + nodeLine(node).toHtmlEscaped() + u"</small>\n"_s;
        if (!node.output.isEmpty())
            text += block(node.output);
    }
    return (text + u"</body></html>\n"_s).toUtf8();
}

} // namespace

std::optional<RunExportFormat> runExportFormatFromName(const QString &name)
{
    const QStringList names = {u"json"_s,     u"jsonl"_s, u"csv"_s,
                               u"markdown"_s, u"html"_s,  u"otel"_s};
    const qsizetype index = names.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<RunExportFormat>(index));
}

QByteArray exportedRun(const RunState &state, RunExportFormat format, const RunValues &values)
{
    switch (format) {
    case RunExportFormat::JsonObject:
        return asJson(state, values);
    case RunExportFormat::JsonLines:
        return asJsonLines(state, values);
    case RunExportFormat::Csv:
        return asCsv(state, values);
    case RunExportFormat::Markdown:
        return asMarkdown(state, values);
    case RunExportFormat::Html:
        return asHtml(state, values);
    case RunExportFormat::Trace:
        return runTrace(state, values, false);
    }
    return {};
}

} // namespace kagura
