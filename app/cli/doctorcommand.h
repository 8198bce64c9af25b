// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/services/checkup.h"

#include <QString>

#include <memory>

namespace kagura {

class DiagnosticsReport;
class Services;

struct DoctorArguments
{
    bool json = false;
    QString bundle; //!< file for a report of it all; empty: none is written
};

//! `kagura-cli doctor`: says what a checkup found, and writes a report of it where one is wanted.
class DoctorCommand final : public Command
{
    Q_OBJECT

public:
    DoctorCommand(Services &services, DoctorArguments arguments, QObject *parent = nullptr);
    ~DoctorCommand() override;

    void start() override;
    void interrupt() override;

private:
    void print(const CheckFinding &finding);
    void writeBundle();
    void end();

    Services &m_services;
    DoctorArguments m_arguments;
    std::unique_ptr<Checkup> m_checkup;
    std::unique_ptr<DiagnosticsReport> m_report;
};

} // namespace kagura
