// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"
#include "core/storage/databasestate.h"
#include "core/storage/mailbox.h"
#include "core/storage/readtoken.h"
#include "core/storage/schema.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace kagura {

class DatabaseWriter;
class ReaderPool;

//! One SQLite file: a thread that writes, threads that read, and the care that the file needs
//! (schema, checkpoints, daily backup, check for damage, restore).
//!
//! Work is a function of a Connection that answers with a Result. Each write is one transaction, in
//! the order of the calls, and is rolled back when it answers with an Error; each read sees one state
//! of the data. The answer comes back as a call of done in the caller's thread, unless context has died
//! by then. Work runs in other threads: it must hold values, and nothing that may die.
//!
//! Several processes may have the file open. They wait for each other; none sees "busy".
//!
//! Thread: write() and read() from any, with a context of the calling thread; the rest, and the
//! signals, in the thread that made it. Lifetime: outlives those who call it; its end waits until
//! everything that was posted is written. Errors: Storage, with the reason; reads also Cancelled.
class Database final : public QObject
{
    Q_OBJECT

public:
    enum class Durability : std::uint8_t {
        Normal, //!< survives the end of the program at any point
        Full, //!< survives the end of the machine, too
    };

    struct Options
    {
        QString path;
        QString backupFolder = {}; //!< empty: no backups
        QList<Schema> schemas = {};
        int backupsKept = 7;
        int readers = 2;
        qint64 maximumPages = 0; //!< SQLite's max_page_count; 0: as large as the disk allows
        bool isLookedOver = true; //!< every page is read after opening; without that, no backups
        bool isWatched = false; //!< what others write is noticed within a second or so
    };

    //! Opens in the background.
    explicit Database(const Options &options, QObject *parent = nullptr);
    ~Database() override;

    [[nodiscard]] const DatabaseState &state() const { return m_state; }

    //! done(const Result<T> &) gets what work(Connection &) answered, after the commit.
    template <typename Work, typename Done>
    void write(Durability durability, Work work, QObject *context, Done done);

    //! For those who do not wait for an answer; an Error is logged.
    template <typename Work>
    void write(Durability durability, Work work);

    //! The same, for reading; the token takes the request back.
    template <typename Work, typename Done>
    ReadToken read(Work work, QObject *context, Done done);

    using Job = std::function<Result<void>(Connection &)>;
    using Settled = std::function<void(const Result<void> &)>;

    //! What write() is made of: settled is called in the writer's thread, so it must hold nothing that
    //! may die; it may be empty.
    void postWrite(Durability durability, Job job, Settled settled);

    //! After what was posted so far: moves what the write-ahead log holds into the file and empties it, so
    //! that nothing that was erased is left in it. Where another process keeps the log, that one does so,
    //! within ten seconds.
    void foldLog();

    //! After what was posted so far: writes the file anew without its free pages, and folds the log, so that
    //! nothing that was erased earlier is left either. Takes a while where the file is large, and as much
    //! space again. done(const Result<void> &).
    void compact(QObject *context, std::function<void(const Result<void> &)> done);

    //! Waits until all that was posted so far is written; for the end of the program and for tests.
    void flush();

    //! Makes a backup now, whatever the day. done(const Result<QString> &) gets its path.
    void backUp(QObject *context, std::function<void(const Result<QString> &)> done);

Q_SIGNALS:
    void stateChanged(const kagura::DatabaseState &state);
    void restored(const kagura::RestoreReport &report); //!< everything that was read before is void
    void changedElsewhere(); //!< another process has written; only where isWatched

private:
    void postRead(const ReadToken &token, Job job, Settled settled);

    template <typename Work, typename Done>
    [[nodiscard]] static std::pair<Job, Settled> wrap(Work work,
                                                      QObject *context,
                                                      Done done,
                                                      const ReadToken &token = {});

    Options m_options;
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<ReaderPool> m_readers;
    std::unique_ptr<DatabaseWriter> m_writer;
    DatabaseState m_state;
};

template <typename Work, typename Done>
std::pair<Database::Job, Database::Settled> Database::wrap(Work work,
                                                           QObject *context,
                                                           Done done,
                                                           const ReadToken &token)
{
    using Answer = std::invoke_result_t<Work, Connection &>;
    const auto answer = std::make_shared<std::optional<Answer>>();
    Job job = [answer, work = std::move(work)](Connection &connection) mutable -> Result<void> {
        answer->emplace(work(connection));
        if (!answer->value())
            return answer->value().error();
        return {};
    };
    const auto mailbox = std::make_shared<Mailbox>(context, Mailbox::Use::Once);
    Settled settled = [answer, mailbox, token,
                       done = std::move(done)](const Result<void> &outcome) {
        mailbox->post([answer, token, done, outcome] {
            // It may have been taken back while the answer was on its way.
            if (token.isCancelled())
                done(Answer(Error{Error::Kind::Cancelled, QStringLiteral("it was taken back")}));
            else if (!outcome)
                done(Answer(outcome.error()));
            else
                done(answer->value());
        });
    };
    return {std::move(job), std::move(settled)};
}

template <typename Work, typename Done>
void Database::write(Durability durability, Work work, QObject *context, Done done)
{
    auto [job, settled] = wrap(std::move(work), context, std::move(done));
    postWrite(durability, std::move(job), std::move(settled));
}

template <typename Work>
void Database::write(Durability durability, Work work)
{
    const auto job = [work = std::move(work)](Connection &connection) mutable -> Result<void> {
        const auto answer = work(connection);
        if (!answer)
            return answer.error();
        return {};
    };
    postWrite(durability, job, Settled());
}

template <typename Work, typename Done>
ReadToken Database::read(Work work, QObject *context, Done done)
{
    ReadToken token = ReadToken::make();
    auto [job, settled] = wrap(std::move(work), context, std::move(done), token);
    postRead(token, std::move(job), std::move(settled));
    return token;
}

} // namespace kagura
