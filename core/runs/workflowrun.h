// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/runs/framerun.h"
#include "core/runs/runcontext.h"
#include "core/runs/runjournal.h"
#include "core/runs/runrecorder.h"

#include <QObject>

#include <memory>

namespace kagura {

//! A run of a workflow: owns all that it consists of, writes its journal, and goes on whoever looks.
//!
//! What may be asked of it at any time: pause, resume, cancel; cancel, skip or retry one node; answer a
//! person's node, a tool's call, a budget. finished() comes once, when the last event is in the journal.
//!
//! Thread: the engine thread. Lifetime: journal, ports and clock outlive it; deleting one that has not
//! ended is like a kill: it can be taken up again. Errors: its state's failure.
class WorkflowRun final : public QObject
{
    Q_OBJECT

public:
    struct Ports
    {
        RunJournal &journal;
        ModelPort &models;
        Clock &clock;
        ToolRegistry *tools = nullptr; //!< null: there are none
    };

    //! A workflow as it was read, and the bytes that it was read from.
    struct Source
    {
        std::shared_ptr<const Workflow> workflow;
        QByteArray file = {};
    };
    struct Definition : Source
    {
        QHash<QString, Source> workflows = {}; //!< those that it runs, by their reference
    };

    struct Start
    {
        QString id;
        QString title;
        Json inputs = Json::object(); //!< checked, with defaults
        RunBudget budget = {}; //!< on top of that of the workflow
        std::optional<int> concurrency = std::nullopt;
        ToolGrants grants = {};
        QString parentRun = {};
        QString madeAnew = {}; //!< path of a node: it and what waits for it take over nothing
    };

    //! A new run; it is in the journal from the next turn of the event loop on.
    WorkflowRun(const Ports &ports, const Definition &definition, const Start &start);
    //! One that was begun before; secrets: those of its inputs that are never written down.
    WorkflowRun(const Ports &ports,
                const Definition &definition,
                const StoredRun &stored,
                const Json &secrets = Json::object());
    ~WorkflowRun() override;

    //! Takes over what the results of an earlier run still fit. \pre begin() was not called
    void takeOver(const StoredRun &parent);
    void begin();

    [[nodiscard]] const RunState &state() const { return m_recorder.state(); }
    [[nodiscard]] QString id() const { return state().id(); }
    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    [[nodiscard]] int slotsUsed() { return m_context.runSlots().used(); }

    //! \name Commands; Errors: BadRequest where there is nothing to be done
    //! @{
    Result<void> pause();
    Result<void> resume();
    Result<void> cancel();
    Result<void> cancelNode(const QString &path);
    Result<void> skipNode(const QString &path);
    Result<void> retryNode(const QString &path);
    //! Of a person's node: `{"action","fields"}`.
    Result<void> answer(const QString &path, const Json &answer);
    //! Of a tool's call: `{"action":"approve"|"reject"|"happened"|"again"|"fail","digest","output"}`.
    Result<void> decide(const QString &call, const Json &answer);
    Result<void> raiseBudget(const RunBudget &budget);
    //! @}

Q_SIGNALS:
    void eventsCommitted(const QList<kagura::RunEvent> &events);
    //! What a node's model says while it says it.
    void textAdded(const QString &path, const QString &text);
    void finished();
    void broke(const kagura::Error &error); //!< the journal cannot be written; it does not go on

private:
    void connectParts();
    void create(const Start &start, const Definition &definition);
    void rootEnded();
    void conclude(RunEvent::Kind kind, Json data);
    void endEarly(const RunFailure &failure);
    void scheduleLook();
    void look();
    void watchWallTime();
    [[nodiscard]] Result<FrameRun *> frameOf(const QString &path) const;
    [[nodiscard]] bool isMadeAnew(const QString &path) const;

    Ports m_ports;
    std::shared_ptr<const Workflow> m_workflow;
    RunRecorder m_recorder;
    RunContext m_context;
    RunGraph m_graph;
    std::unique_ptr<FrameRun> m_root;
    QString m_madeAnew;
    QSet<QString> m_anewIds; //!< of the outermost graph
    std::optional<RunFailure> m_fatal;
    bool m_isResumed = false;
    bool m_isCancelled = false;
    bool m_isFinished = false;
    bool m_isLookScheduled = false;
};

//! What the person who started a run let its tools touch.
[[nodiscard]] ToolGrants grantsOf(const RunState &state);

} // namespace kagura
