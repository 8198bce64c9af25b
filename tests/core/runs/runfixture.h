// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runjournal.h"
#include "core/storage/database.h"
#include "core/storage/lease.h"

#include <QEventLoop>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace kagura::test {

//! A data folder of its own with a journal of runs in it.
class RunFixture final
{
    QTemporaryDir m_folder; // first: it goes last, when everything in it is closed

public:
    RunFixture() { open(); }

    void open()
    {
        Database::Options options;
        options.path = path();
        options.schemas = {RunTable::schema()};
        options.isLookedOver = false;
        lease = std::move(Lease::take(m_folder.filePath(QStringLiteral("processes")))).value();
        database = std::make_unique<Database>(options);
        journal = std::make_unique<RunJournal>(*database, *lease);
    }

    void close()
    {
        journal.reset();
        database.reset();
        lease.reset();
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("runs.db")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    //! Waits for the answer of a call of the journal.
    template <typename T>
    [[nodiscard]] static Result<T> wait(
        const std::function<void(QObject *, RunJournal::Done<T>)> &call)
    {
        std::optional<Result<T>> answer;
        QEventLoop loop;
        call(&loop, [&](const Result<T> &given) {
            answer.emplace(given);
            loop.quit();
        });
        if (!answer)
            loop.exec();
        return *std::move(answer);
    }

    [[nodiscard]] Result<StoredRun> load(const QString &run) const
    {
        return wait<StoredRun>([&](QObject *context, const RunJournal::Done<StoredRun> &done) {
            journal->load(run, context, done);
        });
    }

    [[nodiscard]] Result<QList<RunEvent>> events(const QString &run) const
    {
        return wait<QList<RunEvent>>(
            [&](QObject *context, const RunJournal::Done<QList<RunEvent>> &done) {
                journal->events(run, 0, context, done);
            });
    }

    [[nodiscard]] Result<QList<RunSummary>> list() const
    {
        return wait<QList<RunSummary>>(
            [&](QObject *context, const RunJournal::Done<QList<RunSummary>> &done) {
                journal->list(100, context, done);
            });
    }

    std::unique_ptr<Lease> lease;
    std::unique_ptr<Database> database;
    std::unique_ptr<RunJournal> journal;
};

} // namespace kagura::test
