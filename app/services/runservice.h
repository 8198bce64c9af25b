// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/runmodels.h"
#include "core/agents/workflowreader.h"
#include "core/control/controlclient.h"
#include "core/control/controlserver.h"
#include "core/runs/workflowrun.h"
#include "core/storage/database.h"
#include "core/storage/datafolder.h"
#include "core/storage/lease.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace kagura {

//! The runs of the data folder: starts them, goes on with them, does what a person wants done with them,
//! and lets others look. A window and a command line both use it; runs go on whoever looks.
//!
//! A run belongs to the process that runs it. Commands for one that another process runs go there
//! through a socket in the data folder.
//!
//! Thread: the engine thread. Lifetime: what it was opened with outlives it; runs that have not ended
//! with it can be taken up again. Errors: open(): Storage. Of calls: BadRequest with what to do.
class RunService final : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    struct Parts
    {
        ProviderRegistry &providers;
        const ModelCatalogue &catalogue;
        Clock &clock;
        ToolRegistry *tools = nullptr; //!< null: no workflow may use one
    };
    enum class Use : std::uint8_t {
        Long, //!< of a window: hears what other processes write
        Brief, //!< of one call
    };

    [[nodiscard]] static Result<std::unique_ptr<RunService>> open(const Parts &parts, Use use);
    ~RunService() override;

    //! \name Starting
    //! @{
    struct Reading
    {
        std::optional<WorkflowRun::Definition> definition; //!< empty: see faults
        WorkflowFaults faults;
    };
    //! folder: where the files of workflows that this one runs are looked for.
    [[nodiscard]] Reading read(const QByteArray &file, const QString &folder = {}) const;

    struct Order
    {
        WorkflowRun::Definition definition;
        QString title = {};
        Json inputs = Json::object();
        RunBudget budget = {}; //!< on top of that of the workflow
        std::optional<int> concurrency = std::nullopt;
        ToolGrants grants = {};
    };
    //! The id of the run, which has begun. Errors: BadRequest for inputs that do not fit.
    [[nodiscard]] Result<QString> start(const Order &order);

    //! Goes on with a run whose process has ended; gets its id.
    void resume(const QString &run, const Json &secrets, QObject *context, Done<QString> done);

    struct Rerun
    {
        QString run; //!< the earlier one, which must have ended
        QString madeAnew = {}; //!< path of a node: "from here"; empty: only what has no result yet
        std::optional<WorkflowRun::Definition> definition = std::nullopt; //!< edited; else its own
        std::optional<Json> inputs = std::nullopt; //!< others; else its own
    };
    //! A new run that takes over from the earlier one what fits by its fingerprint; gets its id.
    void rerun(const Rerun &rerun, QObject *context, Done<QString> done);
    //! @}

    //! \name Commands, also for runs of other processes
    //! `{"do":"cancel"}`, `pause`, `resume` (after a pause); `cancel_node`, `skip_node`, `retry_node` with
    //! `path`; `answer` with `path`, `action`, `fields`; `decide` with `call`, `action` (`approve`,
    //! `reject`, `happened`, `again`, `fail`), `digest`, `output`; `budget` with `max_cost_micro_usd` …
    //! @{
    void command(const QString &run, const Json &command, QObject *context, Done<Json> done);
    //! @}

    //! \name Looking
    //! @{
    //! One that this process runs; null: none. It goes with runFinished().
    [[nodiscard]] WorkflowRun *find(const QString &run) const;
    [[nodiscard]] QStringList liveRuns() const;
    [[nodiscard]] RunJournal &journal() { return *m_journal; }
    //! Of runs that have ended or whose process is gone: for good.
    void remove(const QString &run, QObject *context, Done<bool> done);
    //! The workflow of a run as it was when the run began; its inputs are in the state.
    void definitionOf(const QString &run, QObject *context, Done<WorkflowRun::Definition> done);
    //! @}

Q_SIGNALS:
    void runStarted(const QString &run);
    void eventsCommitted(const QString &run, const QList<kagura::RunEvent> &events);
    void textAdded(const QString &run, const QString &path, const QString &text);
    void runFinished(const QString &run);
    void changedElsewhere(); //!< another process has written; only for Use::Long
    void trouble(const QString &text); //!< the journal cannot be used, in words for the user

private:
    RunService(const Parts &parts, Use use, const DataFolder &folder, std::unique_ptr<Lease> lease);

    void listen();
    [[nodiscard]] QString controlFolder(const QString &owner) const;
    [[nodiscard]] Result<Json> commandHere(const QString &run, const Json &command);
    [[nodiscard]] WorkflowRun::Ports ports();
    [[nodiscard]] Reading read(const QByteArray &file, const QString &folder, int depth) const;
    [[nodiscard]] Result<WorkflowRun::Definition> definitionOf(const StoredRun &stored) const;
    void add(std::unique_ptr<WorkflowRun> run);
    void letGo(const QString &run);
    void load(const QString &run, QObject *context, Done<StoredRun> done);
    void goOn(const StoredRun &stored,
              const Json &secrets,
              const std::optional<StoredRun> &parent,
              const Done<QString> &done);

    Parts m_parts;
    DataFolder m_folder;
    std::unique_ptr<Lease> m_lease; // ends after the last write
    WorkflowSchema m_schema;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<RunJournal> m_journal;
    RunModels m_models;
    ControlServer m_control;
    std::map<QString, std::unique_ptr<WorkflowRun>> m_runs;
};

} // namespace kagura
