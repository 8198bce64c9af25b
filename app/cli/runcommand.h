// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/runarguments.h"
#include "app/cli/runwriter.h"
#include "app/services/runservice.h"
#include "app/services/runtools.h"

#include <memory>

namespace kagura {

class EventPrinter;
class Services;

//! `kagura-cli run`, `plan` and `resume`: a workflow from its file to its end, in this process.
//!
//! With --json each event of the journal is a line as it is committed; without, what happens goes to
//! standard error and the result to standard output. A run that only waits for a person or a budget ends
//! the program and stays: it can be answered and resumed.
class RunCommand final : public Command
{
    Q_OBJECT

public:
    RunCommand(Services &services, RunArguments arguments, QObject *parent = nullptr);
    ~RunCommand() override;

    //! What is to be done with a run that is taken up again, as RunService::command() takes it.
    void setCommand(const Json &command) { m_command = command; }

    void start() override;
    void interrupt() override;

private:
    struct Source
    {
        QByteArray file;
        QString folder;
    };

    [[nodiscard]] Result<Source> readFile() const;
    //! Faults are printed; empty then.
    [[nodiscard]] std::optional<WorkflowRun::Definition> definition();
    [[nodiscard]] Result<Json> inputs(const Workflow &workflow) const;
    void plan(const WorkflowRun::Definition &definition, const Json &inputs);
    void begin(const WorkflowRun::Definition &definition, const Json &inputs);
    void resume(const QString &run);
    void follow(const QString &run);
    void take(const QList<RunEvent> &events);
    void conclude();
    void end(int code);
    void fail(const Error &error);

    Services &m_services;
    RunArguments m_arguments;
    Json m_command = nullptr;
    RunTools m_tools;
    std::unique_ptr<RunService> m_runs;
    std::unique_ptr<EventPrinter> m_printer; //!< with --json
    QString m_run;
    std::optional<int> m_code; //!< to end with, once everything is printed
    int m_interrupts = 0;
    bool m_isEnded = false;
};

} // namespace kagura
