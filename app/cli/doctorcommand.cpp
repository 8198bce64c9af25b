// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/doctorcommand.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"
#include "app/services/diagnosticsreport.h"
#include "app/services/services.h"
#include "core/base/json.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

DoctorCommand::DoctorCommand(Services &services, DoctorArguments arguments, QObject *parent)
    : Command(parent)
    , m_services(services)
    , m_arguments(std::move(arguments))
{}

DoctorCommand::~DoctorCommand() = default;

void DoctorCommand::start()
{
    m_checkup = std::make_unique<Checkup>(m_services);
    connect(m_checkup.get(), &Checkup::found, this, &DoctorCommand::print);
    connect(m_checkup.get(), &Handle::finished, this, [this] {
        if (m_checkup->failure())
            Q_EMIT finished(ExitCancelled);
        else if (m_arguments.bundle.isEmpty())
            end();
        else
            writeBundle();
    });
}

void DoctorCommand::interrupt()
{
    if (m_report)
        m_report->cancel();
    else
        m_checkup->cancel();
}

void DoctorCommand::print(const CheckFinding &finding)
{
    const QString word = finding.word();
    if (m_arguments.json)
        terminal::writeOut(dumpJson({{"check", toJson(finding.subject)},
                                     {"verdict", toJson(word)},
                                     {"found", toJson(finding.found)}})
                           + '\n');
    else
        terminal::writeOut(
            (word.leftJustified(6) + finding.subject.leftJustified(18) + finding.found + u'\n')
                .toUtf8());
}

void DoctorCommand::writeBundle()
{
    m_report =
        std::make_unique<DiagnosticsReport>(m_services, m_checkup->findings(), m_arguments.bundle);
    connect(m_report.get(), &Handle::finished, this, [this] {
        if (!m_report->failure()) {
            print({CheckFinding::Verdict::Good, u"report"_s, m_arguments.bundle});
            end();
        } else if (m_report->failure()->kind == Error::Kind::Cancelled) {
            Q_EMIT finished(ExitCancelled);
        } else {
            terminal::writeError(m_report->failure()->message);
            Q_EMIT finished(ExitFailed);
        }
    });
}

void DoctorCommand::end()
{
    Q_EMIT finished(m_checkup->hasFault() ? ExitFailed : ExitSucceeded);
}

} // namespace kagura
