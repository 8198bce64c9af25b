// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runevent.h"

#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// In the order of RunEvent::Kind.
constexpr std::array Names = {
    "",
    "run.created",
    "run.started",
    "run.pause_requested",
    "run.paused",
    "run.resumed",
    "run.waiting",
    "run.cancel_requested",
    "run.cancelled",
    "run.failed",
    "run.completed",
    "run.interrupted_detected",
    "node.ready",
    "node.queued",
    "node.started",
    "node.retry_scheduled",
    "node.retry_requested",
    "node.cancel_requested",
    "node.skip_requested",
    "node.completed",
    "node.cached",
    "node.defaulted",
    "node.failed",
    "node.skipped",
    "node.cancelled",
    "map.expanded",
    "loop.iterated",
    "router.chosen",
    "team.turn",
    "llm.requested",
    "llm.completed",
    "llm.failed",
    "tool.requested",
    "tool.approval_asked",
    "tool.approved",
    "tool.rejected",
    "tool.intent",
    "tool.completed",
    "tool.failed",
    "tool.in_doubt",
    "tool.resolved",
    "human.asked",
    "human.answered",
    "budget.exceeded",
    "budget.raised",
    "limit.hit",
};
static_assert(Names.size() == static_cast<std::size_t>(RunEvent::Kind::LimitHit) + 1);

} // namespace

QString runEventName(RunEvent::Kind kind)
{
    return QLatin1String(Names.at(static_cast<std::size_t>(kind)));
}

RunEvent::Kind runEventKind(const QString &name)
{
    for (std::size_t i = 1; i < Names.size(); ++i) {
        if (name == QLatin1String(Names.at(i)))
            return static_cast<RunEvent::Kind>(i);
    }
    return RunEvent::Kind::Unknown;
}

QString runEventName(const RunEvent &event)
{
    return event.kind == RunEvent::Kind::Unknown ? event.name : runEventName(event.kind);
}

Json runEventToJson(const RunEvent &event, const QString &run)
{
    return {{"seq", event.seq},           {"ts_ms", event.timeMs},
            {"run_id", toJson(run)},      {"type", toJson(runEventName(event))},
            {"path", toJson(event.path)}, {"attempt", event.attempt},
            {"data", event.data}};
}

} // namespace kagura
