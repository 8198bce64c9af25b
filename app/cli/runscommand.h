// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/runarguments.h"
#include "app/services/runservice.h"

#include <functional>
#include <memory>

namespace kagura {

class RunCommand;
class Services;

//! `kagura-cli list`, `show`, `cancel`, `pause`, `answer`, `approve`, `reject`, `budget`, and
//! `export` of a run: what is to be
//! known of runs and done with them, also with those that another process runs.
//!
//! A run whose process is gone is taken up again here, and goes on until it ends or waits again.
class RunsCommand final : public Command
{
    Q_OBJECT

public:
    RunsCommand(Services &services, RunArguments arguments, QObject *parent = nullptr);
    ~RunsCommand() override;

    void start() override;
    void interrupt() override;

private:
    void list();
    void withRun(std::function<void(const QString &run)> work); //!< finds what `last` means
    void show(const QString &run);
    void exportRun(const QString &run);
    void send(const QString &run, const Json &command);
    void goOn(const QString &run, const Json &command); //!< in this process
    void answer(const QString &run);
    void decide(const QString &run, const char *action);
    void end(int code);
    void fail(const Error &error);

    Services &m_services;
    RunArguments m_arguments;
    std::unique_ptr<RunService> m_runs;
    std::unique_ptr<RunCommand> m_goingOn;
    bool m_isEnded = false;
};

} // namespace kagura
