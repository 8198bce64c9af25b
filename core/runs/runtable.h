// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runstate.h"
#include "core/storage/connection.h"
#include "core/storage/schema.h"

#include <QHash>

namespace kagura {

//! What the list of runs says of one.
struct RunSummary
{
    QString id;
    QString title = {};
    QString workflow = {};
    QString parentRun = {};
    QString owner = {}; //!< the lease of the process that runs it; empty: none
    RunStand stand = RunStand::Created; //!< as it was written; see RunJournal for Interrupted
    RunProgress progress = {};
    RunSpent spent = {};
    QStringList waitsFor = {};
    qint64 createdMs = 0;
    qint64 endedMs = 0;
    qint64 updatedMs = 0;

    bool operator==(const RunSummary &) const = default;
};

[[nodiscard]] RunSummary summaryOf(const RunState &state);

//! A run as it is taken up again.
struct StoredRun
{
    RunState state;
    QString owner = {};
    QHash<QString, QByteArray> values = {}; //!< by hash: what a resume needs of them
};

//! The runs in their database: SQL and nothing else. Events are the truth; a row of runs is made from
//! them, for lists.
//!
//! Thread: that of the connection. Lifetime: none. Errors: Storage.
class RunTable final
{
public:
    explicit RunTable(Connection &connection)
        : m_connection(connection)
    {}

    [[nodiscard]] static Schema schema();

    //! Appends events and keeps values; where another owner has the run, nothing is written.
    [[nodiscard]] Result<void> append(const RunSummary &summary,
                                      const QList<RunEvent> &events,
                                      const QHash<QString, QByteArray> &values);
    //! Makes owner the run's, where former still was.
    [[nodiscard]] Result<bool> takeOver(const QString &run,
                                        const QString &former,
                                        const QString &owner);
    //! Events, blobs that no other run needs, everything.
    [[nodiscard]] Result<void> remove(const QString &run);

    [[nodiscard]] Result<QList<RunSummary>> list(int limit); //!< the newest first
    [[nodiscard]] Result<QString> ownerOf(const QString &run); //!< Errors: BadRequest: no such run
    [[nodiscard]] Result<QList<RunEvent>> events(const QString &run, qint64 after = 0);
    //! Folded, with the values that ended nodes and open turns have.
    [[nodiscard]] Result<StoredRun> load(const QString &run);
    [[nodiscard]] Result<QByteArray> value(
        const QString &hash); //!< Errors: BadRequest: there is none

private:
    [[nodiscard]] Result<qint64> numberOf(const QString &run);
    [[nodiscard]] Result<qint64> writeRow(const RunSummary &summary);

    Connection &m_connection;
};

} // namespace kagura
