// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QList>
#include <QString>

#include <cstdint>

namespace kagura {

//! One thing that happened in a run. The journal is nothing but these, in their order; what is shown,
//! resumed, exported and measured is folded from them by RunState.
//!
//! What data holds, by kind (`ref` is a RunValueRef as JSON, `error` is `{"type","message","attempts"}`):
//!
//! - run.created: `title`, `workflow`, `definition` (hash), `inputs` (ref), `nodes` (`[{"id","kind","title"}]`
//!   of the outermost graph), `concurrency`, `budget` (`max_cost_micro_usd` …), `parent`, `fork`, `settings`
//! - run.waiting: `for` (list of `human`, `approval`, `in_doubt`, `budget`)
//! - run.failed: `error`; run.completed: `output` (ref), `errors` (count of tolerated ones)
//! - node.queued: `kind`, `reason` (`slot`, `model`, `rate_limit`, `budget`, `paused`)
//! - node.started: `kind`, `model`, `provider`, `input` (ref), `title`
//! - node.retry_scheduled: `after_ms`, `error`
//! - node.completed, node.cached, node.defaulted: `kind`, `output` (ref), `fields` (ref), `label`, `fingerprint`,
//!   `from` (of node.cached: `cache`, or the run that it was taken over from), `error` (of node.defaulted)
//! - node.failed: `kind`, `error`, `branch`; node.skipped: `reason`
//! - map.expanded: `count`, `leaves` (nodes of one item); loop.iterated: `index`; router.chosen: `label`; team.turn: `index`, `member`, `text` (ref)
//! - llm.requested: `call`, `model`, `provider`, `request` (ref), `reserved_micro_usd`
//! - llm.completed: `call`, `response` (ref), `usage`, `origin`, `served_model`, `cost_micro_usd`, `saved_micro_usd`,
//!   `cache_key`, `first_ms`, `total_ms`, `finish`; llm.failed: `call`, `error`, `usage`
//! - tool.requested: `call`, `tool`, `args` (ref), `effect`, `digest`; tool.completed: `call`, `output` (ref);
//!   tool.failed: `call`, `error`; the other tool events: `call`
//! - human.asked: `message`, `fields`, `actions`, `until_ms`; human.answered: `action`, `fields`, `by`
//! - budget.exceeded: `limit`, `spent`; budget.raised: the new limits; limit.hit: `limit`
struct RunEvent
{
    enum class Kind : std::uint8_t {
        Unknown, //!< of a later program: kept, and ignored
        RunCreated,
        RunStarted,
        RunPauseRequested,
        RunPaused,
        RunResumed,
        RunWaiting,
        RunCancelRequested,
        RunCancelled,
        RunFailed,
        RunCompleted,
        RunInterrupted,
        NodeReady, //!< it is to run, or to run again: what was said of it before is void
        NodeQueued,
        NodeStarted,
        NodeRetryScheduled,
        NodeRetryRequested,
        NodeCancelRequested,
        NodeSkipRequested,
        NodeCompleted,
        NodeCached,
        NodeDefaulted,
        NodeFailed,
        NodeSkipped,
        NodeCancelled,
        MapExpanded,
        LoopIterated,
        RouterChosen,
        TeamTurn,
        LlmRequested,
        LlmCompleted,
        LlmFailed,
        ToolRequested,
        ToolApprovalAsked,
        ToolApproved,
        ToolRejected,
        ToolIntent,
        ToolCompleted,
        ToolFailed,
        ToolInDoubt,
        ToolResolved,
        HumanAsked,
        HumanAnswered,
        BudgetExceeded,
        BudgetRaised,
        LimitHit,
    };

    qint64 seq = 0; //!< from 1, without gaps; given by the journal
    qint64 timeMs = 0; //!< since 1970, UTC
    Kind kind = Kind::Unknown;
    QString name = {}; //!< of an Unknown one
    QString path = {}; //!< `work[3].one`; empty: the run as a whole
    int attempt = 0; //!< of the node, from 1; 0: none has begun
    Json data = Json::object();

    bool operator==(const RunEvent &) const = default;
};

[[nodiscard]] QString runEventName(RunEvent::Kind kind); //!< "node.completed"
[[nodiscard]] RunEvent::Kind runEventKind(const QString &name);
//! "node.completed", also of one that is unknown.
[[nodiscard]] QString runEventName(const RunEvent &event);

//! `{"seq":1,"ts_ms":0,"run_id":"…","type":"node.completed","path":"…","attempt":1,"data":{…}}`
[[nodiscard]] Json runEventToJson(const RunEvent &event, const QString &run);

} // namespace kagura
