// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/crashpoint.h"
#include "core/runs/runtable.h"
#include "core/storage/database.h"
#include "core/storage/lease.h"

#include <QObject>

#include <functional>

namespace kagura {

//! The runs of a data folder: what happened in each, for good.
//!
//! A run belongs to the process whose lease its row names. One whose owner is gone, and that has not
//! ended, is Interrupted: it says so in list(), and whoever takes it over goes on with it.
//!
//! Thread: the engine thread. Lifetime: database and lease outlive it, it outlives the runs.
//! Errors: Storage; BadRequest where there is no such run or value.
class RunJournal final : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    RunJournal(Database &database, const Lease &lease, QObject *parent = nullptr);
    ~RunJournal() override;

    //! One transaction; done comes after the commit.
    void append(Database::Durability durability,
                const RunSummary &summary,
                const QList<RunEvent> &events,
                const QHash<QString, QByteArray> &values,
                QObject *context,
                Done<bool> done);
    //! Commits must not be grouped: a test counts them.
    [[nodiscard]] bool isCounting() const { return m_crashPoint.isSet(); }

    //! The newest first; done gets Interrupted ones as such.
    void list(int limit, QObject *context, Done<QList<RunSummary>> done);
    void load(const QString &run, QObject *context, Done<StoredRun> done);
    void events(const QString &run, qint64 after, QObject *context, Done<QList<RunEvent>> done);
    void value(const QString &hash, QObject *context, Done<Json> done);
    void bytes(const QString &hash, QObject *context, Done<QByteArray> done);

    //! Makes the run ours. False: its owner lives, or somebody else was quicker.
    void takeOver(const QString &run, QObject *context, Done<bool> done);
    void remove(const QString &run, QObject *context, Done<bool> done);

    [[nodiscard]] QString owner() const { return m_lease.name(); }
    [[nodiscard]] bool isAlive(const QString &owner) const;

private:
    Database &m_database;
    const Lease &m_lease;
    CrashPoint m_crashPoint;
};

} // namespace kagura
