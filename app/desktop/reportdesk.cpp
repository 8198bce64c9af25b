// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/reportdesk.h"

namespace kagura {

ReportDesk::ReportDesk(QObject *parent)
    : QObject(parent)
{}

ReportDesk::~ReportDesk() = default;

void ReportDesk::start(Services &services)
{
    m_services = &services;
}

void ReportDesk::writeTo(const QString &path)
{
    if (!m_services)
        return;
    m_report.reset();
    m_checkup = std::make_unique<Checkup>(*m_services);
    connect(m_checkup.get(), &Handle::finished, this, [this, path] {
        m_report = std::make_unique<DiagnosticsReport>(*m_services, m_checkup->findings(), path);
        connect(m_report.get(), &Handle::finished, this, [this, path] {
            if (m_report->failure())
                Q_EMIT notice(m_report->failure()->message);
            else
                Q_EMIT notice(tr("The report is in %1. Read it before you send it.").arg(path));
        });
    });
    Q_EMIT notice(tr("Looking at everything, for the report…"));
}

} // namespace kagura
