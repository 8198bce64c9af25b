// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/services/checkup.h"

namespace kagura {

//! A report of how things stand, for whoever helps: versions, what a checkup found, settings, providers,
//! the files of the data folder and the state of the databases. One file of text, so that it can be read
//! before it is sent.
//!
//! Nothing in it was said in a conversation, and no secret: of settings only those that cannot hold one
//! are written, of providers no path, header, account or password, and the whole goes past the redactor.
//!
//! Thread: the engine thread; files are read in another one. Lifetime: the caller's; the services
//! outlive it. Errors: Cancelled; Storage, with the file that could not be written, which is then as it
//! was.
class DiagnosticsReport final : public Handle
{
    Q_OBJECT

public:
    //! findings: what a checkup found a moment ago.
    DiagnosticsReport(Services &services,
                      const QList<CheckFinding> &findings,
                      const QString &path,
                      QObject *parent = nullptr);

    void cancel() override;

private:
    [[nodiscard]] QString headText() const;
    [[nodiscard]] QString settingsText() const;
    [[nodiscard]] QString providersText() const;

    Services &m_services;
};

} // namespace kagura
