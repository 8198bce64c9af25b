// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runjournal.h"

namespace kagura {

namespace {

// For work that answers with nothing: write() wants a value to hand on.
Result<bool> asDone(const Result<void> &outcome)
{
    return outcome ? Result<bool>(true) : Result<bool>(outcome.error());
}

} // namespace

RunJournal::RunJournal(Database &database, const Lease &lease, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_lease(lease)
{}

RunJournal::~RunJournal()
{
    m_database.flush(); // what is posted uses the crash point
}

void RunJournal::append(Database::Durability durability,
                        const RunSummary &summary,
                        const QList<RunEvent> &events,
                        const QHash<QString, QByteArray> &values,
                        QObject *context,
                        Done<bool> done)
{
    RunSummary row = summary;
    row.owner = owner();
    const auto mailbox = std::make_shared<Mailbox>(context, Mailbox::Use::Once);
    m_database.postWrite(
        durability,
        [row, events, values, crash = &m_crashPoint](Connection &connection) {
            crash->beforeCommit();
            return RunTable(connection).append(row, events, values);
        },
        [mailbox, done = std::move(done), crash = &m_crashPoint](const Result<void> &outcome) {
            crash->afterCommit();
            mailbox->post([done, outcome] { done(asDone(outcome)); });
        });
}

bool RunJournal::isAlive(const QString &owner) const
{
    return Lease::isAlive(m_lease.folder(), owner);
}

void RunJournal::list(int limit, QObject *context, Done<QList<RunSummary>> done)
{
    m_database.read(
        [limit, folder = m_lease.folder()](Connection &connection) -> Result<QList<RunSummary>> {
            Result<QList<RunSummary>> runs = RunTable(connection).list(limit);
            if (!runs)
                return runs;
            for (RunSummary &run : runs.value()) {
                if (!isTerminal(run.stand) && !Lease::isAlive(folder, run.owner))
                    run.stand = RunStand::Interrupted;
            }
            return runs;
        },
        context, std::move(done));
}

void RunJournal::load(const QString &run, QObject *context, Done<StoredRun> done)
{
    m_database.read([run](Connection &connection) { return RunTable(connection).load(run); },
                    context, std::move(done));
}

void RunJournal::events(const QString &run,
                        qint64 after,
                        QObject *context,
                        Done<QList<RunEvent>> done)
{
    m_database.read(
        [run, after](Connection &connection) { return RunTable(connection).events(run, after); },
        context, std::move(done));
}

void RunJournal::bytes(const QString &hash, QObject *context, Done<QByteArray> done)
{
    m_database.read([hash](Connection &connection) { return RunTable(connection).value(hash); },
                    context, std::move(done));
}

void RunJournal::value(const QString &hash, QObject *context, Done<Json> done)
{
    m_database.read(
        [hash](Connection &connection) -> Result<Json> {
            const Result<QByteArray> bytes = RunTable(connection).value(hash);
            return bytes ? parseJson(*bytes) : Result<Json>(bytes.error());
        },
        context, std::move(done));
}

void RunJournal::takeOver(const QString &run, QObject *context, Done<bool> done)
{
    m_database.write(
        Database::Durability::Full,
        [run, folder = m_lease.folder(), ours = owner()](Connection &connection) -> Result<bool> {
            RunTable table(connection);
            const Result<QString> former = table.ownerOf(run);
            if (!former)
                return former.error();
            if (*former != ours && Lease::isAlive(folder, *former))
                return false;
            return table.takeOver(run, *former, ours);
        },
        context, std::move(done));
}

void RunJournal::remove(const QString &run, QObject *context, Done<bool> done)
{
    m_database.write(
        Database::Durability::Full,
        [run](Connection &connection) { return asDone(RunTable(connection).remove(run)); }, context,
        std::move(done));
}

} // namespace kagura
