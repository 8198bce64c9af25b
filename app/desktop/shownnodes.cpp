// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shownnodes.h"

#include "ui/runs/runwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

constexpr qsizetype LongestShown = 200'000; // characters of a value

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::ShownNodes)
};

bool isCached(const LlmRecord &call)
{
    // Joined ones, too: they were asked by another node, and cost nothing here.
    return call.origin == "memory"_L1 || call.origin == "disk"_L1 || call.origin == "shared"_L1
        || call.origin == "joined"_L1;
}

qint64 originOf(const RunState &state)
{
    return state.startedMs() > 0 ? state.startedMs() : state.createdMs();
}

RunMark markOf(NodeStand stand)
{
    switch (stand) {
    case NodeStand::Pending:
        return RunMark::Pending;
    case NodeStand::Ready:
    case NodeStand::Queued:
        return RunMark::Queued;
    case NodeStand::Running:
        return RunMark::Running;
    case NodeStand::RetryWait:
        return RunMark::Waiting;
    case NodeStand::WaitingHuman:
    case NodeStand::WaitingApproval:
        return RunMark::AsksYou;
    case NodeStand::InDoubt:
        return RunMark::InDoubt;
    case NodeStand::Succeeded:
    case NodeStand::Defaulted:
        return RunMark::Done;
    case NodeStand::Cached:
        return RunMark::Cached;
    case NodeStand::Failed:
        return RunMark::Failed;
    case NodeStand::Cancelled:
        return RunMark::Cancelled;
    case NodeStand::Skipped:
        return RunMark::Skipped;
    }
    return RunMark::Pending;
}

QString queueWords(const QString &reason)
{
    if (reason == "slot"_L1)
        return Words::tr("waits for a slot");
    if (reason == "model"_L1)
        return Words::tr("waits for the model");
    if (reason == "rate_limit"_L1)
        return Words::tr("rate limit");
    if (reason == "budget"_L1)
        return Words::tr("budget");
    if (reason == "paused"_L1)
        return Words::tr("paused");
    return {};
}

QString skipWords(const QString &reason)
{
    if (reason == "upstream_failed"_L1)
        return Words::tr("failed before it");
    if (reason == "requested"_L1)
        return Words::tr("skipped by you");
    return {};
}

QString nodeWords(const NodeRecord &node, const RunNodes::Held &held, qint64 nowMs)
{
    switch (node.stand) {
    case NodeStand::Queued:
        return queueWords(node.reason);
    case NodeStand::RetryWait: {
        const qint64 seconds = std::max<qint64>(0, node.retryAtMs - nowMs + 999) / 1000;
        const QString why =
            node.failures.isEmpty() ? QString() : failureWords(node.failures.last().second.type);
        return why.isEmpty() ? Words::tr("again in %1 s").arg(seconds)
                             : Words::tr("%1, %2 s").arg(why, QString::number(seconds));
    }
    case NodeStand::Running:
        if (node.isContainer()) {
            const int total = node.itemCount.value_or(held.children);
            return total > 0 ? u"%1 / %2"_s.arg(QString::number(held.ended), QString::number(total))
                             : QString();
        }
        return node.calls.isEmpty() ? QString() : Words::tr("answering");
    case NodeStand::WaitingApproval:
        return Words::tr("asks to use a tool");
    case NodeStand::Succeeded: {
        const auto retries = int(node.failures.size());
        return retries > 1 ? Words::tr("done, %n retries", nullptr, retries)
            : retries == 1 ? Words::tr("done, 1 retry")
                           : node.label;
    }
    case NodeStand::Defaulted:
        return Words::tr("default value");
    case NodeStand::Failed: {
        const QString why = node.failure ? failureWords(node.failure->type) : QString();
        return node.attempts > 1 ? Words::tr("%1, %n tries", nullptr, node.attempts).arg(why) : why;
    }
    case NodeStand::Skipped:
        return skipWords(node.reason);
    default:
        return {};
    }
}

QList<RunBar> barsOf(const NodeRecord &node, qint64 origin)
{
    QList<RunBar> bars;
    const auto add = [&](RunBar::Kind kind, qint64 from, qint64 to) {
        if (from > 0)
            bars.append({kind, milliseconds(from - origin),
                         to > 0 ? milliseconds(to - origin) : RunBar::Open});
    };
    if (node.isContainer()) {
        add(RunBar::Kind::Bracket, node.startedMs > 0 ? node.startedMs : node.readyMs,
            node.endedMs);
        return bars;
    }
    const bool isQueued = node.stand == NodeStand::Ready || node.stand == NodeStand::Queued;
    if (node.readyMs > 0 && (node.startedMs > node.readyMs || isQueued))
        add(RunBar::Kind::Queued, node.readyMs, isQueued ? 0 : node.startedMs);
    qint64 last = 0;
    for (const LlmRecord &call : node.calls) {
        const bool isLast = &call == &node.calls.constLast();
        if (last > 0 && call.requestedMs > last)
            add(RunBar::Kind::Waiting, last, call.requestedMs);
        const RunBar::Kind kind = call.stand == LlmRecord::Stand::Open ? RunBar::Kind::Running
            : call.stand == LlmRecord::Stand::Completed
            ? (isCached(call) ? RunBar::Kind::Cached : RunBar::Kind::Done)
            : isLast && node.stand == NodeStand::Failed ? RunBar::Kind::Failed
                                                        : RunBar::Kind::FailedAttempt;
        const bool isOpen = call.stand == LlmRecord::Stand::Open && node.endedMs == 0;
        last = call.endedMs > 0 ? call.endedMs : node.endedMs;
        add(kind, call.requestedMs, isOpen ? 0 : std::max(last, call.requestedMs));
    }
    switch (node.stand) {
    case NodeStand::WaitingHuman:
    case NodeStand::WaitingApproval:
    case NodeStand::RetryWait:
        add(RunBar::Kind::Waiting, last > 0 ? last : node.startedMs, 0);
        break;
    case NodeStand::Running:
        if (node.calls.isEmpty())
            add(RunBar::Kind::Running, node.startedMs, 0);
        break;
    case NodeStand::Cached:
        if (node.calls.isEmpty())
            add(RunBar::Kind::Cached, node.startedMs > 0 ? node.startedMs : node.endedMs,
                node.endedMs);
        break;
    case NodeStand::Failed:
        if (node.calls.isEmpty())
            add(RunBar::Kind::Failed, node.startedMs, node.endedMs);
        break;
    case NodeStand::Succeeded:
    case NodeStand::Defaulted:
        if (node.calls.isEmpty())
            add(node.human ? RunBar::Kind::Waiting : RunBar::Kind::Done, node.startedMs,
                node.endedMs);
        break;
    default:
        break;
    }
    return bars;
}

QString timeText(qint64 ms)
{
    return ms < 1000 ? Words::tr("%1 ms").arg(ms)
                     : Words::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
}

QString callLine(const LlmRecord &call)
{
    QStringList parts = {u"#%1"_s.arg(call.call),
                         call.servedModel.isEmpty() ? call.model : call.servedModel};
    if (call.stand == LlmRecord::Stand::Open)
        parts.append(call.isPossiblyBilled ? Words::tr("may have been billed")
                                           : Words::tr("under way"));
    else if (call.failure)
        parts.append(u"%1: %2"_s.arg(failureWords(call.failure->type), call.failure->message));
    else
        parts.append(isCached(call) ? Words::tr("from the cache, %1").arg(call.origin)
                                    : Words::tr("answered"));
    if (call.endedMs > call.requestedMs)
        parts.append(timeText(call.endedMs - call.requestedMs));
    if (call.firstMs)
        parts.append(Words::tr("first text after %1").arg(timeText(*call.firstMs)));
    return parts.join(u" · "_s);
}

QString countText(const std::optional<qint64> &count)
{
    return count ? QLocale().toString(*count) : u"—"_s;
}

} // namespace

QString failureWords(const QString &type)
{
    static const QHash<QString, const char *> words = {
        {u"rate_limited"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "rate limit")},
        {u"overloaded"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "overloaded")},
        {u"network"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "network")},
        {u"timeout"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "too slow")},
        {u"server"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "server error")},
        {u"auth"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "key refused")},
        {u"quota"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "no credit")},
        {u"bad_request"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "refused")},
        {u"context_length"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "too long")},
        {u"content_filter"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "filtered")},
        {u"truncated"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "cut off")},
        {u"invalid_output"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "wrong shape")},
        {u"tool_error"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "tool failed")},
        {u"budget"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "budget")},
        {u"cancelled"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "cancelled")},
        {u"internal"_s, QT_TRANSLATE_NOOP("kagura::ShownNodes", "fault of Kagura")}};
    const char *known = words.value(type);
    return known ? QCoreApplication::translate("kagura::ShownNodes", known) : type;
}

QString shownValue(const Json &value)
{
    QString text = value.is_string() ? toQString(value)
        : value.is_null()
        ? QString()
        : QString::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace));
    if (text.size() > LongestShown) {
        const qsizetype whole = text.size();
        text.truncate(LongestShown);
        text += u"\n\n"_s
            + Words::tr("… %1 more characters; an export has them all.").arg(whole - LongestShown);
    }
    return text;
}

QString nodeName(const NodeRecord &node)
{
    if (!node.title.isEmpty())
        return node.title;
    if (node.item >= 0)
        return node.kind == "iteration"_L1 ? Words::tr("round")
            : node.kind == "turn"_L1       ? Words::tr("turn")
                                           : Words::tr("item");
    const qsizetype at = std::max(node.path.lastIndexOf(u'.'), node.path.lastIndexOf(u'/'));
    return node.path.mid(at + 1);
}

ShownNode shownNode(const RunState &state, const RunNodes &nodes, int index, qint64 nowMs)
{
    const NodeRecord &node = state.nodes()[std::size_t(index)];
    ShownNode shown;
    shown.path = node.path;
    shown.parent = node.parent;
    shown.name = nodeName(node);
    shown.mark = markOf(node.stand);
    shown.item = node.item;
    shown.itemCount = node.itemCount.value_or(0);
    if (node.item >= 0)
        shown.label =
            node.kind == "item"_L1 ? u"[%1]"_s.arg(node.item) : u"#%1"_s.arg(node.item + 1);
    const bool isContainer = node.isContainer();
    const RunNodes::Held held = isContainer ? nodes.heldBy(state, index) : RunNodes::Held();
    shown.words = nodeWords(node, held, nowMs);
    if (!isContainer)
        shown.model =
            node.model.isEmpty() ? (node.kind == "agent"_L1 ? QString() : node.kind) : node.model;
    if (isContainer && held.hasCalls) {
        shown.tokens = held.tokens;
        shown.costMicroUsd = held.costMicroUsd;
    } else if (!node.calls.isEmpty()) {
        shown.tokens = node.inputTokens() + node.outputTokens();
        shown.isSaved = node.savedMicroUsd() > 0 && node.costMicroUsd().value_or(0) == 0;
        shown.costMicroUsd = shown.isSaved ? node.savedMicroUsd() : node.costMicroUsd();
        // A node whose only calls came out of the cache is cached, whatever else it did.
        if (shown.mark == RunMark::Done
            && std::all_of(node.calls.cbegin(), node.calls.cend(), isCached))
            shown.mark = RunMark::Cached;
    }
    shown.bars = barsOf(node, originOf(state));
    return shown;
}

ShownNodeDetail shownDetail(const RunState &state, const NodeRecord &node, bool isOurs)
{
    ShownNodeDetail detail{node.path};
    QStringList summary;
    for (const QString &part : {node.model, node.provider, node.kind})
        if (!part.isEmpty())
            summary.append(part);
    if (node.attempts > 0)
        summary.append(Words::tr("attempt %1").arg(node.attempts));
    if (node.startedMs > 0)
        summary.append(Words::tr("started at %1")
                           .arg(clockText(milliseconds(node.startedMs - originOf(state)))));
    if (!node.from.isEmpty())
        summary.append(Words::tr("from %1").arg(node.from));
    detail.summary = summary.join(u" · "_s);
    if (node.failure)
        detail.output = u"%1: %2"_s.arg(failureWords(node.failure->type), node.failure->message);

    QStringList attempts;
    QStringList usage;
    QStringList keys;
    for (const LlmRecord &call : node.calls) {
        attempts.append(callLine(call));
        usage.append(
            Words::tr("#%1: %2 in, %3 out, %4 from the provider's cache, %5")
                .arg(QString::number(call.call), countText(call.usage.inputTokens),
                     countText(call.usage.outputTokens), countText(call.usage.cacheReadTokens),
                     isCached(call) ? Words::tr("saved %1").arg(runCostText(call.savedMicroUsd))
                                    : runCostText(call.costMicroUsd)));
        if (!call.cacheKey.isEmpty())
            keys.append(u"#%1  %2"_s.arg(QString::number(call.call), call.cacheKey));
    }
    for (const auto &[at, failure] : node.failures)
        attempts.append(Words::tr("at %1: %2: %3")
                            .arg(clockText(milliseconds(at - originOf(state))),
                                 failureWords(failure.type), failure.message));
    detail.attempts = attempts.join(u'\n');
    detail.usage = usage.join(u'\n');
    if (!node.fingerprint.isEmpty())
        keys.append(Words::tr("fingerprint  %1").arg(node.fingerprint));
    detail.cacheKey = keys.join(u'\n');
    QStringList tools;
    for (const ToolRecord &tool : node.tools)
        tools.append(u"%1 %2%3"_s.arg(
            tool.tool, tool.args.value ? QString::fromUtf8(dumpJson(*tool.args.value)) : QString(),
            tool.failure ? u": "_s + tool.failure->message : QString()));
    detail.tools = tools.join(u'\n');
    const bool hasEnded = isTerminal(node.stand);
    const bool isRunOver = isTerminal(state.stand());
    detail.canCancel = isOurs && !hasEnded && !isRunOver;
    detail.canSkip = isOurs && !hasEnded && !isRunOver;
    detail.canRetry = isOurs && !isRunOver
        && (node.stand == NodeStand::Failed || node.stand == NodeStand::Cancelled);
    return detail;
}

} // namespace kagura
