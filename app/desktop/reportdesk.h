// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/diagnosticsreport.h"

#include <QObject>
#include <QString>

#include <memory>

namespace kagura {

class Services;

//! Writes the report of how things stand for whoever helps; the last one that was asked for.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: ends before the services. Errors:
//! notice(), in words for a person.
class ReportDesk final : public QObject
{
    Q_OBJECT

public:
    explicit ReportDesk(QObject *parent = nullptr);
    ~ReportDesk() override;

    void start(Services &services);

    void writeTo(const QString &path);

Q_SIGNALS:
    void notice(const QString &text);

private:
    Services *m_services = nullptr;
    std::unique_ptr<Checkup> m_checkup;
    std::unique_ptr<DiagnosticsReport> m_report;
};

} // namespace kagura
