// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/runs/budgetkeeper.h"
#include "core/runs/modelport.h"
#include "core/runs/runrecorder.h"
#include "core/runs/runslots.h"
#include "core/tools/toolapproval.h"
#include "core/tools/toolregistry.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace kagura {

class FrameRun;

//! A result of an earlier run, to be taken over where the fingerprint is the same.
struct DonatedResult
{
    QString run;
    Json output = {};
    Json fields = Json::object();
    QString label = {};
    qint64 savedMicroUsd = 0;
};

//! What all parts of one run work with.
//!
//! Thread: the engine thread. Lifetime: the run's; all parts end before it. Errors: none.
class RunContext final : public QObject
{
    Q_OBJECT

public:
    //! tools: may be null.
    RunContext(RunRecorder &recorder,
               ModelPort &models,
               ToolRegistry *tools,
               Clock &clock,
               const WorkflowLimits &limits);

    [[nodiscard]] RunRecorder &recorder() { return m_recorder; }
    [[nodiscard]] const RunState &state() const { return m_recorder.state(); }
    [[nodiscard]] ModelPort &models() { return m_models; }
    [[nodiscard]] ToolRegistry *tools() const { return m_tools; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] RunSlots &runSlots() { return m_slots; }
    [[nodiscard]] BudgetKeeper &budget() { return m_budget; }

    //! \name What the journal has
    //! @{
    void addValues(const QHash<QString, QByteArray> &values);
    [[nodiscard]] std::optional<Json> value(const RunValueRef &ref) const;
    [[nodiscard]] std::optional<QByteArray> bytes(const QString &hash) const;
    //! Keeps what goes out, without the secret inputs of the run.
    [[nodiscard]] RunValueRef keepSent(const Json &value);
    void setSecrets(const QList<QByteArray> &secrets) { m_secrets = secrets; }
    //! What `nodes.<id>` is made of, of a node that has ended with an output.
    [[nodiscard]] std::optional<Json> resultOf(const NodeRecord &node) const;
    //! @}

    //! \name What an earlier run has
    //! @{
    void donate(const QString &fingerprint, const DonatedResult &result);
    //! Null: nothing, or this node is to be made anew.
    [[nodiscard]] const DonatedResult *donated(const QString &fingerprint,
                                               const QString &path) const;
    void setMadeAnew(std::function<bool(const QString &path)> isMadeAnew);
    //! @}

    //! \name The graphs that are run now, by the beginning of their nodes' paths
    //! @{
    void addFrame(FrameRun &frame);
    void removeFrame(const FrameRun &frame);
    [[nodiscard]] FrameRun *frameOf(const QString &path) const; //!< of the node at path
    void proceed(); //!< nodes whose turn came during a pause begin
    //! @}

    //! Counts the beginnings of nodes. False: there were too many, and the run ends.
    [[nodiscard]] bool countExecution();

    //! A budget stands in the way: retry is called once it is raised.
    void waitForBudget(const QString &limit, QObject *context, std::function<void()> retry);
    void budgetRaised();
    [[nodiscard]] bool waitsForBudget() const { return !m_waitingForBudget.empty(); }
    bool pausesAtBudget = true; //!< else what meets a limit fails

    //! \name What waits for a person: by path, or by the id of a tool's call
    //! @{
    using Answered = std::function<Result<void>(const Json &answer)>;
    void waitForPerson(const QString &key, QObject *context, Answered answered);
    void stopWaiting(const QString &key);
    [[nodiscard]] Result<void> answer(const QString &key, const Json &answer);
    [[nodiscard]] bool waitsForPerson() const { return !m_questions.isEmpty(); }
    //! @}

    //! \name Tools
    //! @{
    ToolGrants grants; //!< of the person who started the run
    void approve(const ToolApproval &approval) { m_approvals.append(approval); }
    [[nodiscard]] bool isApproved(const ToolRequest &request) const;
    //! @}

    [[nodiscard]] int workingCount() const { return m_workingCount; }
    void working(int by); //!< things that end by themselves; waiting for a person is none

    bool isEnding = false; //!< nothing new begins
    bool cancelsOnFailure = false;
    QHash<QString, std::shared_ptr<const Workflow>> workflows; //!< that this one runs, by reference

Q_SIGNALS:
    void textAdded(const QString &path, const QString &text);
    void workChanged();
    void toBeCancelled(const kagura::RunFailure &failure); //!< the run as a whole, because of that

private:
    struct Budgeted
    {
        QPointer<QObject> context;
        std::function<void()> retry;
    };
    struct Question
    {
        QPointer<QObject> context;
        Answered answered;
    };

    RunRecorder &m_recorder;
    ModelPort &m_models;
    ToolRegistry *m_tools;
    Clock &m_clock;
    RunSlots m_slots;
    BudgetKeeper m_budget;
    QHash<QString, QByteArray> m_values;
    QList<QByteArray> m_secrets; //!< as JSON spells them, without quotes
    QHash<QString, DonatedResult> m_donated;
    std::function<bool(const QString &)> m_isMadeAnew;
    QHash<QString, FrameRun *> m_frames;
    std::vector<Budgeted> m_waitingForBudget;
    QHash<QString, Question> m_questions;
    QList<ToolApproval> m_approvals;
    int m_executionLimit;
    int m_executions = 0;
    int m_workingCount = 0;
};

} // namespace kagura
