// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/noderecord.h"
#include "core/runs/runbudget.h"
#include "core/runs/runevent.h"

#include <QHash>

#include <optional>
#include <vector>

namespace kagura {

enum class RunStand : std::uint8_t {
    Created,
    Running,
    Pausing, //!< nothing new starts, what runs ends
    Paused,
    Waiting, //!< for a person or a budget alone
    Cancelling,
    Interrupted, //!< its process has ended without a word
    Succeeded,
    SucceededWithErrors, //!< which the workflow tolerated
    Failed,
    Cancelled,
};

[[nodiscard]] QString runStandName(RunStand stand); //!< "succeeded_with_errors"
[[nodiscard]] std::optional<RunStand> runStandFromName(const QString &name);
[[nodiscard]] bool isTerminal(RunStand stand);

//! How far a run is, in nodes that hold no others.
struct RunProgress
{
    int total = 0; //!< with the items that a map is yet to begin
    int done = 0; //!< terminal, of whatever kind
    int running = 0;
    int queued = 0;
    int waiting = 0; //!< for time or a person
    int cached = 0;
    int failed = 0;
    int skipped = 0;
    int cancelled = 0;

    bool operator==(const RunProgress &) const = default;
};

//! The state of a run: the fold of its events, for the page, for a resume, for exports. Every prefix of a
//! journal folds; events that are not known are ignored, and one whose seq was seen already does nothing.
//!
//! Thread: a value, used by one at a time. Lifetime: none. Errors: none; what makes no sense is ignored.
class RunState
{
public:
    explicit RunState(const QString &id = {})
        : m_id(id)
    {}

    void apply(const RunEvent &event);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString workflow() const { return m_workflow; } //!< its id in the file
    [[nodiscard]] QString definition() const
    {
        return m_definition;
    } //!< hash of the file as it was
    [[nodiscard]] const RunValueRef &inputs() const { return m_inputs; }
    [[nodiscard]] QString parentRun() const { return m_parentRun; } //!< that it is a rerun of
    [[nodiscard]] const Json &settings() const { return m_settings; }
    [[nodiscard]] int concurrency() const { return m_concurrency; }
    [[nodiscard]] const RunBudget &budget() const { return m_budget; }

    [[nodiscard]] RunStand stand() const { return m_stand; }
    [[nodiscard]] QStringList waitsFor() const { return m_waitsFor; }
    [[nodiscard]] const RunValueRef &output() const { return m_output; }
    [[nodiscard]] const std::optional<RunFailure> &failure() const { return m_failure; }
    [[nodiscard]] qint64 createdMs() const { return m_createdMs; }
    [[nodiscard]] qint64 startedMs() const { return m_startedMs; }
    [[nodiscard]] qint64 endedMs() const { return m_endedMs; }
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }
    [[nodiscard]] qint64 lastMs() const { return m_lastMs; } //!< of the last event

    //! In the order in which they were heard of; an index never changes.
    [[nodiscard]] const std::vector<NodeRecord> &nodes() const { return m_nodes; }
    [[nodiscard]] const NodeRecord *find(const QString &path) const;
    [[nodiscard]] int indexOf(const QString &path) const { return m_byPath.value(path, -1); }

    [[nodiscard]] RunProgress progress() const { return m_progress; }
    [[nodiscard]] RunSpent spent() const { return m_spent; }
    //! Calls that were under way when the process ended, and what was reserved for them.
    [[nodiscard]] int possiblyBilledCalls() const { return m_possiblyBilledCalls; }

    bool operator==(const RunState &) const = default;

private:
    void applyToRun(const RunEvent &event);
    void applyToNode(const RunEvent &event);
    void applyBegin(NodeRecord &node, const RunEvent &event);
    void applyEnd(NodeRecord &node, const RunEvent &event);
    void applyProgress(NodeRecord &node, const RunEvent &event);
    void applyToCall(NodeRecord &node, const RunEvent &event);
    void applyToTool(NodeRecord &node, const RunEvent &event);
    void applyToHuman(NodeRecord &node, const RunEvent &event);
    void create(const RunEvent &event);
    void detectInterruption();
    [[nodiscard]] NodeRecord &nodeAt(const QString &path);
    void expect(NodeRecord &map, int leaves);
    void count(const NodeRecord &node, int by);

    QString m_id;
    QString m_title;
    QString m_workflow;
    QString m_definition;
    RunValueRef m_inputs;
    QString m_parentRun;
    Json m_settings = Json::object();
    int m_concurrency = 0;
    RunBudget m_budget;

    RunStand m_stand = RunStand::Created;
    QStringList m_waitsFor;
    RunValueRef m_output;
    std::optional<RunFailure> m_failure;
    qint64 m_createdMs = 0;
    qint64 m_startedMs = 0;
    qint64 m_endedMs = 0;
    qint64 m_lastSeq = 0;
    qint64 m_lastMs = 0;

    std::vector<NodeRecord> m_nodes;
    QHash<QString, int> m_byPath;
    RunProgress m_progress;
    RunSpent m_spent;
    int m_possiblyBilledCalls = 0;
};

} // namespace kagura
