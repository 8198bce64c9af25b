// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/chatevent.h"
#include "core/runs/runvalueref.h"

#include <QList>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace kagura {

//! \name What the journal says of one node of a run
//! Times are milliseconds since 1970, UTC; 0: not yet.
//! @{

enum class NodeStand : std::uint8_t {
    Pending,
    Ready,
    Queued, //!< see NodeRecord::reason
    Running,
    RetryWait, //!< until retryAtMs
    WaitingHuman,
    WaitingApproval,
    InDoubt, //!< a tool may have run or not; a person has to say
    Succeeded,
    Cached,
    Defaulted, //!< it failed, and has the value that the workflow gives for that case
    Failed,
    Cancelled,
    Skipped, //!< see NodeRecord::reason
};

[[nodiscard]] QString nodeStandName(NodeStand stand); //!< "waiting_human"
//! It has ended, for better or worse.
[[nodiscard]] bool isTerminal(NodeStand stand);
//! It has an output.
[[nodiscard]] bool hasOutput(NodeStand stand);

struct RunFailure
{
    QString type; //!< one of errorKindName(), or `invalid_output`, `tool_error`, `budget`
    QString message = {};
    int attempts = 0;

    [[nodiscard]] Json toJson() const;
    [[nodiscard]] static RunFailure fromJson(const Json &json);

    bool operator==(const RunFailure &) const = default;
};

//! One call of a model.
struct LlmRecord
{
    enum class Stand : std::uint8_t { Open, Completed, Failed };

    Stand stand = Stand::Open;
    int call = 0; //!< number within the node, from 1 and over all its attempts
    int attempt = 0; //!< of the node
    QString provider = {};
    QString model = {};
    QString servedModel = {};
    QString origin = {}; //!< originName(): `live`, `memory`, `disk` …
    QString cacheKey = {}; //!< in hex
    RunValueRef request = {};
    RunValueRef response = {};
    Usage usage = {};
    qint64 reservedMicroUsd = 0;
    std::optional<qint64> costMicroUsd = std::nullopt;
    qint64 savedMicroUsd = 0;
    qint64 requestedMs = 0;
    qint64 endedMs = 0;
    std::optional<qint64> firstMs = std::nullopt; //!< to the first content, a duration
    std::optional<RunFailure> failure = std::nullopt;
    bool isPossiblyBilled = false; //!< the process ended while it was under way

    bool operator==(const LlmRecord &) const = default;
};

//! One call of a tool.
struct ToolRecord
{
    enum class Stand : std::uint8_t {
        Requested,
        ApprovalAsked,
        Approved,
        Rejected,
        Begun, //!< the intent is written; whether it happened is not known
        InDoubt,
        Completed,
        Failed,
    };

    Stand stand = Stand::Requested;
    QString call; //!< unique in the run
    QString tool = {};
    QString effect = {}; //!< `none`, `idempotent`, `non_idempotent`
    QString digest = {}; //!< of tool, arguments and schema: what an approval is for
    RunValueRef args = {};
    RunValueRef output = {};
    std::optional<RunFailure> failure = std::nullopt;

    bool operator==(const ToolRecord &) const = default;
};

//! What a person was asked.
struct HumanRecord
{
    QString message;
    Json fields = Json::object(); //!< JSON Schema by name
    QStringList actions = {};
    qint64 untilMs = 0; //!< 0: for ever
    QString action = {}; //!< the answer; empty: none yet
    Json answer = Json::object();

    bool operator==(const HumanRecord &) const = default;
};

struct NodeRecord
{
    QString path; //!< `review[17].price`; see parentPath()
    QString parent = {}; //!< `review[17]`, whose own is `review`; empty: none
    //! As in the file: `agent`; of what stands in no file: `item` of a map, `iteration` of a loop, `turn`
    //! of a team.
    QString kind = {};
    QString title = {};
    int item = -1; //!< of an item, an iteration, a turn: its number, from 0
    NodeStand stand = NodeStand::Pending;
    QString reason = {}; //!< of Queued and Skipped
    int attempts = 0; //!< that have begun
    QString provider = {};
    QString model = {};
    RunValueRef input = {};
    RunValueRef output = {};
    RunValueRef fields = {}; //!< what else `nodes.<id>` has: `samples`, `tally`, `errors` …
    QString label = {}; //!< that a router or a person chose
    QString fingerprint = {};
    QString from = {}; //!< of Cached: `cache`, or the id of the run that it was taken over from
    std::optional<RunFailure> failure = std::nullopt;
    bool isBranch = false; //!< its failure has a branch of its own
    bool isCancelRequested = false;
    bool isSkipRequested = false;
    qint64 readyMs = 0;
    qint64 startedMs = 0;
    qint64 endedMs = 0;
    qint64 retryAtMs = 0;
    std::optional<int> itemCount = std::nullopt; //!< of a map, once it is known
    int expectedLeaves = 0; //!< of a map: nodes that have not been heard of yet
    int iterations = 0; //!< of a loop or a team
    std::optional<HumanRecord> human = std::nullopt;
    QList<LlmRecord> calls = {};
    QList<ToolRecord> tools = {};
    QList<std::pair<qint64, RunFailure>> failures =
        {}; //!< of attempts that were followed by others

    [[nodiscard]] qint64 inputTokens() const; //!< of live calls
    [[nodiscard]] qint64 outputTokens() const;
    //! Of live calls; empty where a price is not known, 0 where nothing was called.
    [[nodiscard]] std::optional<qint64> costMicroUsd() const;
    [[nodiscard]] qint64 savedMicroUsd() const;
    [[nodiscard]] bool isRetried() const { return attempts > 1 || !failures.isEmpty(); }
    //! It consists of other nodes.
    [[nodiscard]] bool isContainer() const;

    bool operator==(const NodeRecord &) const = default;
};

//! The path of what is around a node: of `review[17].price` it is `review[17]`, of that `review`, and of
//! `sub/price` it is `sub`; empty: nothing is.
[[nodiscard]] QString parentPath(const QString &path);
//! The number at the end of a path: 17 of `review[17]`; -1: there is none.
[[nodiscard]] int itemOfPath(const QString &path);
//! @}

} // namespace kagura
