// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"

#include "core/storage/backup.h"
#include "core/storage/databasewriter.h"
#include "core/storage/readerpool.h"

#include <algorithm>

namespace kagura {

Database::Database(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_mailbox(std::make_shared<Mailbox>(this, Mailbox::Use::Often))
    , m_readers(std::make_unique<ReaderPool>(options.path, std::max(1, options.readers)))
{
    DatabaseWriter::Listener listener;
    listener.stateChanged = [this, mailbox = m_mailbox](const DatabaseState &state) {
        mailbox->post([this, state] {
            m_state = state;
            Q_EMIT stateChanged(state);
        });
    };
    listener.changedElsewhere = [this, mailbox = m_mailbox] {
        mailbox->post([this] { Q_EMIT changedElsewhere(); });
    };
    listener.restored = [this, mailbox = m_mailbox](const RestoreReport &report) {
        mailbox->post([this, report] { Q_EMIT restored(report); });
    };
    m_writer = std::make_unique<DatabaseWriter>(options, *m_readers, std::move(listener));
}

Database::~Database()
{
    // In this order: readers tell the writer of damage.
    m_readers->stop();
    m_writer.reset();
}

void Database::postWrite(Durability durability, Job job, Settled settled)
{
    m_writer->post({durability, std::move(job), std::move(settled), true});
}

void Database::postRead(const ReadToken &token, Job job, Settled settled)
{
    const auto read = [writer = m_writer.get(), job = std::move(job),
                       settled = std::move(settled)](const Result<Connection *> &opened) mutable {
        Result<void> outcome;
        if (!opened) {
            outcome = opened.error();
        } else {
            Connection &connection = **opened;
            connection.setTrouble(Connection::Trouble::None);
            outcome = connection.execute(QStringLiteral("BEGIN"));
            if (outcome)
                outcome = job(connection);
            if (connection.trouble() == Connection::Trouble::Damaged)
                writer->reportDamage();
            // Also after it was taken back: the transaction must end.
            connection.setCancelFlag(nullptr);
            static_cast<void>(connection.execute(QStringLiteral("ROLLBACK")));
        }
        if (settled)
            settled(outcome);
    };
    m_readers->post(token, read);
}

void Database::foldLog()
{
    m_writer->foldLog();
}

void Database::flush()
{
    m_writer->flush();
}

void Database::compact(QObject *context, std::function<void(const Result<void> &)> done)
{
    const auto mailbox = std::make_shared<Mailbox>(context, Mailbox::Use::Once);
    m_writer->compact([mailbox, done = std::move(done)](const Result<void> &outcome) {
        mailbox->post([done, outcome] { done(outcome); });
    });
}

void Database::backUp(QObject *context, std::function<void(const Result<QString> &)> done)
{
    const auto mailbox = std::make_shared<Mailbox>(context, Mailbox::Use::Once);
    m_readers->post({},
                    [options = m_options, mailbox,
                     done = std::move(done)](const Result<Connection *> &connection) {
                        Result<QString> path = QString();
                        if (!connection) {
                            path = connection.error();
                        } else {
                            const Result<Backup> made =
                                makeBackup(**connection, options.backupFolder,
                                           QDateTime::currentDateTimeUtc(), options.backupsKept);
                            path =
                                made ? Result<QString>(made->path) : Result<QString>(made.error());
                        }
                        mailbox->post([done, path] { done(path); });
                    });
}

} // namespace kagura
