// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/runservice.h"
#include "app/services/runtools.h"
#include "ui/runs/launchvalues.h"

#include <QHash>
#include <QObject>

namespace kagura {

class Services;

//! The other half of the launch dialog: which workflows there are, what a run of one would come to, and
//! its start; and the owner of all that runs.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: its parent's; start() comes first,
//! and the services outlive it. Errors: workflowRefused(), a plan with a fault, notice().
class LaunchDesk final : public QObject
{
    Q_OBJECT

public:
    explicit LaunchDesk(QObject *parent = nullptr);
    ~LaunchDesk() override;

    //! Opens the runs of the data folder, which are this desk's from then on. Errors: Storage.
    [[nodiscard]] Result<RunService *> start(Services &services, RunService::Use use);

    void listWorkflows();
    void openWorkflow(const QString &path);
    void plan(const LaunchRequest &request);
    void launch(const LaunchRequest &request);

Q_SIGNALS:
    void workflowsListed(const QList<kagura::ShownWorkflow> &workflows);
    void workflowOpened(const kagura::ShownWorkflow &workflow);
    void workflowRefused(const QString &words);
    void planned(const kagura::ShownPlan &plan);
    void launched(const QString &run);
    void notice(const QString &text);

private:
    struct Source
    {
        QByteArray file;
        QString folder;
    };

    //! The workflow with what was chosen in it. Errors: BadRequest in words.
    [[nodiscard]] Result<WorkflowRun::Definition> definitionFor(const LaunchRequest &request) const;
    //! Why it cannot be run; empty: it can.
    [[nodiscard]] QString obstacle(const Workflow &workflow, const Json &inputs) const;
    [[nodiscard]] ShownWorkflow shown(const QString &id, const Workflow &workflow) const;

    Services *m_services = nullptr;
    std::unique_ptr<RunTools> m_tools;
    std::unique_ptr<RunService> m_runs;
    QHash<QString, Source> m_sources; //!< by the id under which they are shown
};

} // namespace kagura
