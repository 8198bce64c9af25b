// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/runs/samplejournal.h"

namespace kagura::test {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

constexpr qint64 Start = 1'790'000'000'000;

Json error(const char *type)
{
    return {{"type", type}, {"message", "so it was"}, {"attempts", 1}};
}

} // namespace

QList<RunEvent> sampleJournal()
{
    QList<RunEvent> events;
    const auto add = [&](Kind kind, const QString &path = {}, const Json &data = Json::object(),
                         int attempt = 0) {
        const qint64 seq = events.size() + 1;
        events.append({seq, Start + seq * 10, kind, {}, path, attempt, data});
    };
    const Json nodes = {{{"id", "work"}, {"kind", "map"}, {"title", "Work"}},
                        {{"id", "fetch"}, {"kind", "tool"}},
                        {{"id", "ask"}, {"kind", "human"}},
                        {{"id", "late"}, {"kind", "agent"}}};
    add(Kind::RunCreated, {},
        {{"title", "Sample"},
         {"workflow", "sample"},
         {"definition", "abc"},
         {"inputs", {{"value", {{"topic", "rain"}}}}},
         {"concurrency", 8},
         {"budget", {{"max_llm_calls", 5}}},
         {"nodes", nodes}});
    add(Kind::RunStarted);
    add(Kind::NodeStarted, u"work"_s, {{"kind", "map"}}, 1);
    add(Kind::MapExpanded, u"work"_s, {{"count", 2}, {"leaves", 1}}, 1);
    for (int item = 0; item < 2; ++item) {
        const QString path = u"work[%1].one"_s.arg(item);
        add(Kind::NodeQueued, path, {{"kind", "agent"}, {"reason", "slot"}});
        add(Kind::NodeStarted, path, {{"kind", "agent"}}, 1);
        add(Kind::LlmRequested, path,
            {{"call", 1}, {"provider", "p"}, {"model", "m"}, {"reserved_micro_usd", 100}}, 1);
        if (item == 0) {
            add(Kind::LlmFailed, path, {{"call", 1}, {"error", error("server")}}, 1);
            add(Kind::NodeRetryScheduled, path, {{"after_ms", 500}, {"error", error("server")}}, 1);
            add(Kind::NodeStarted, path, {{"kind", "agent"}}, 2);
            add(Kind::LlmRequested, path,
                {{"call", 2}, {"provider", "p"}, {"model", "m"}, {"reserved_micro_usd", 100}}, 2);
            add(Kind::LlmCompleted, path,
                {{"call", 2},
                 {"origin", "live"},
                 {"cost_micro_usd", 70},
                 {"usage", {{"input", 10}, {"output", 5}}}},
                2);
            add(Kind::NodeCompleted, path, {{"output", {{"value", "dry"}}}}, 2);
        } else {
            add(Kind::LlmCompleted, path,
                {{"call", 1},
                 {"origin", "disk"},
                 {"cost_micro_usd", 0},
                 {"saved_micro_usd", 60},
                 {"usage", Json::object()}},
                1);
            add(Kind::NodeCached, path, {{"output", {{"value", "wet"}}}, {"from", "cache"}}, 1);
        }
        add(Kind::NodeCompleted, u"work[%1]"_s.arg(item),
            {{"kind", "item"}, {"output", {{"value", item == 0 ? "dry" : "wet"}}}});
    }
    add(Kind::NodeCompleted, u"work"_s, {{"output", {{"value", {"dry", "wet"}}}}}, 1);
    add(Kind::NodeStarted, u"fetch"_s, {{"kind", "tool"}}, 1);
    add(Kind::ToolRequested, u"fetch"_s,
        {{"call", "c1"}, {"tool", "builtin:fetch"}, {"effect", "none"}}, 1);
    add(Kind::ToolApprovalAsked, u"fetch"_s, {{"call", "c1"}}, 1);
    add(Kind::ToolApproved, u"fetch"_s, {{"call", "c1"}}, 1);
    add(Kind::ToolIntent, u"fetch"_s, {{"call", "c1"}}, 1);
    add(Kind::ToolFailed, u"fetch"_s, {{"call", "c1"}, {"error", error("tool_error")}}, 1);
    add(Kind::NodeFailed, u"fetch"_s, {{"error", error("tool_error")}, {"branch", true}}, 1);
    add(Kind::HumanAsked, u"ask"_s, {{"message", "Go?"}, {"actions", {"approve", "reject"}}}, 1);
    add(Kind::RunWaiting, {}, {{"for", {"human"}}});
    add(Kind::HumanAnswered, u"ask"_s, {{"action", "approve"}, {"fields", Json::object()}}, 1);
    add(Kind::RunResumed);
    add(Kind::NodeCompleted, u"ask"_s,
        {{"output", {{"value", Json::object()}}}, {"label", "approve"}}, 1);
    add(Kind::NodeSkipped, u"late"_s, {{"reason", "upstream_failed"}});
    add(Kind::RunCompleted, {}, {{"output", {{"value", "done"}}}, {"errors", 1}});
    return events;
}

} // namespace kagura::test
