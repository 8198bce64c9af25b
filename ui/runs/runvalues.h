// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace kagura {

//! \name What the page of runs shows, as values
//! They are made from the events of a run where those are known; the page translates nothing back. Times
//! count from the start of the run, and texts from outside are plain.
//! @{

//! The state of a run or a node as it is drawn: each has a shape, a colour and a word of its own.
enum class RunMark : std::uint8_t {
    Pending,
    Queued,
    Running,
    Waiting, //!< for time: a rate limit, a retry
    AsksYou, //!< for a person
    Done,
    Cached,
    Failed,
    Cancelled,
    Skipped,
    InDoubt, //!< nobody knows whether it happened; a run that was interrupted
};
inline constexpr int RunMarkCount = 11;

//! A stretch of time of a node, as the timeline draws it.
struct RunBar
{
    enum class Kind : std::uint8_t {
        Queued,
        Waiting,
        Running,
        Done,
        Cached,
        Failed,
        FailedAttempt, //!< followed by another one
        Expected,
        Bracket, //!< of a node with others in it
    };
    static constexpr std::chrono::milliseconds Open{-1}; //!< goes on

    Kind kind = Kind::Done;
    std::chrono::milliseconds from{0};
    std::chrono::milliseconds to = Open;

    bool operator==(const RunBar &) const = default;
};

struct ShownNode
{
    QString path; //!< `review[17].price`
    QString parent = {}; //!< its path; announced before its children; empty: none
    QString name = {};
    QString label = {}; //!< quiet, before the name: `[17]`, `#2`
    QString words = {}; //!< of its state, with the reason of a wait: "rate limit, 7 s"
    RunMark mark = RunMark::Pending;
    QString model = {}; //!< or what else does the work: "tool", "human"
    std::optional<qint64> tokens = std::nullopt;
    std::optional<qint64> costMicroUsd = std::nullopt;
    bool isSaved = false; //!< its cost was saved by the cache
    int item = -1; //!< its place among the items of its parent
    int itemCount = 0; //!< of a map: so many there will be
    QList<RunBar> bars = {};

    bool operator==(const ShownNode &) const = default;
};

//! A row of the history.
struct ShownRun
{
    QString id;
    QString title = {};
    RunMark mark = RunMark::Pending;
    QString words = {}; //!< "running", "1 failed"
    int done = 0;
    int cached = 0;
    int failed = 0;
    int total = 0;
    std::optional<qint64> costMicroUsd = std::nullopt;
    std::chrono::milliseconds duration{0};
    QDateTime created = {};

    bool operator==(const ShownRun &) const = default;
};

//! What the head says of the run that is shown. What nobody knows is empty.
struct ShownRunFigures
{
    QString detail = {}; //!< quiet, beside the title: its number and models
    std::chrono::milliseconds elapsed{0};
    bool isTicking = false; //!< elapsed goes on by itself
    std::optional<std::chrono::milliseconds> left =
        std::nullopt; //!< as far as finished siblings tell
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    std::optional<qint64> costMicroUsd = std::nullopt;
    std::optional<qint64> budgetMicroUsd = std::nullopt;
    qint64 savedMicroUsd = 0;
    int slotsUsed = 0;
    int slotCount = 0;
    QString waitReason = {}; //!< of the chip that counts what waits: "rate limit 7 s"
    QString trouble = {}; //!< what happened to the run, where a person should know; empty: nothing
    QString troubleDetail = {};
    bool canPause = false;
    bool canResume = false;
    bool canCancel = false;
    bool canDiscard = false;
    bool canRerun = false;
    bool canRaiseBudget = false;

    bool operator==(const ShownRunFigures &) const = default;
};

//! A field to be filled in: of a question, or of what a workflow takes. See fieldOfSchema().
struct ShownField
{
    enum class Kind : std::uint8_t {
        Line,
        Text, //!< of several lines
        Secret,
        Integer,
        Number,
        Boolean,
        Choice,
        Lines, //!< a list, one a line
        Paths, //!< likewise, of files
        Any, //!< written as JSON
    };

    QString name;
    QString label = {};
    QString hint = {}; //!< "1 to 50"
    Kind kind = Kind::Line;
    QStringList choices = {};
    bool isRequired = false;
    Json value = nullptr; //!< that it has at first; null: none
    std::optional<double> least = std::nullopt;
    std::optional<double> most = std::nullopt;

    bool operator==(const ShownField &) const = default;
};

//! Something that a run wants a person to decide.
struct ShownQuestion
{
    QString run;
    QString path = {};
    QString call = {}; //!< of a tool that wants approval; empty: a human node
    QString digest = {}; //!< of the call: what a yes is for
    QString name = {}; //!< of the node or the tool
    QString title = {}; //!< what is asked
    QList<std::pair<QString, QString>> facts = {};
    QStringList actions =
        {}; //!< the first is the primary one; "reject", "fail" and "stop" are danger
    QList<ShownField> fields = {};
    QDateTime asked = {};

    bool operator==(const ShownQuestion &) const = default;
};

//! What the inspector says of one node.
struct ShownNodeDetail
{
    QString path;
    QString summary = {}; //!< model, provider, attempt
    QString output = {};
    QString input = {};
    QString attempts = {};
    QString tools = {};
    QString usage = {};
    QString cacheKey = {};
    QString rawEvents = {};
    bool canCancel = false;
    bool canRetry = false;
    bool canSkip = false;

    bool operator==(const ShownNodeDetail &) const = default;
};
//! @}

} // namespace kagura
