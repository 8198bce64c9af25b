// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/connection.h"
#include "core/storage/database.h"
#include "core/storage/databasestate.h"
#include "core/storage/filelock.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kagura {

//! The thread of a Database that writes: opens and closes the file, does one transaction after the
//! other, and takes care of the file.
//!
//! Three locks order the processes on one file: SQLite's own; the use lock, shared by all who have the
//! file open and held alone by who makes, changes or replaces it; and the keeper lock, whose holder
//! alone does checkpoints and backups.
//!
//! Thread: post(), flush() and reportDamage() any, guarded by m_lock; all else its own. Lifetime: shorter
//! than the pool; its end does what is posted, then closes the file. Errors: given to settled.
class DatabaseWriter final
{
public:
    struct Job
    {
        Database::Durability durability = Database::Durability::Normal;
        std::function<Result<void>(Connection &)> work;
        std::function<void(const Result<void> &)> settled;
        bool isInTransaction = true;
    };

    //! Called in the writer's thread.
    struct Listener
    {
        std::function<void(const DatabaseState &)> stateChanged;
        std::function<void(const RestoreReport &)> restored;
        std::function<void()> changedElsewhere;
    };

    DatabaseWriter(Database::Options options, ReaderPool &readers, Listener listener);
    ~DatabaseWriter();
    Q_DISABLE_COPY_MOVE(DatabaseWriter)

    void post(Job job);
    void flush();
    void foldLog(); //!< see Database
    void compact(std::function<void(const Result<void> &)> settled); //!< likewise
    //! Somebody has seen that the file is not sound.
    void reportDamage();

private:
    using Clock = std::chrono::steady_clock;

    void run();
    [[nodiscard]] std::chrono::milliseconds pause() const;

    //! What stands in the way of opening the file.
    enum class Hurdle : std::uint8_t { None, NeedsToBeAlone, Failed };

    void openFile();
    [[nodiscard]] Hurdle tryOpen();
    [[nodiscard]] Hurdle mend(bool isAlone);
    [[nodiscard]] Hurdle prepareSchema(bool isAlone);
    [[nodiscard]] Hurdle failOpening(Connection::Trouble trouble, const Error &error);
    void closeFile();
    void replaceFile();
    void checkInBackground();

    void perform(const Job &job);
    [[nodiscard]] Result<void> transact(const Job &job);
    [[nodiscard]] Result<void> probeSpace();
    [[nodiscard]] Result<void> patiently(const QString &sql);
    [[nodiscard]] Result<void> setDurability(Database::Durability durability);
    [[nodiscard]] Result<void> noted(const Result<void> &outcome);

    void keepHouse();
    void lookForOthers();
    void checkpointIfLong();
    [[nodiscard]] Result<void> fold();
    void foldIfAsked();
    [[nodiscard]] QString foldPath() const;
    void backUpIfDue();
    void setState(DatabaseState::Kind kind, const QString &message = {});
    [[nodiscard]] bool waitFor(std::chrono::milliseconds time);

    Database::Options m_options;
    ReaderPool &m_readers;
    Listener m_listener;

    std::mutex m_lock;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs; // guarded
    bool m_isStopping = false; // guarded
    bool m_isDamageReported = false; // guarded
    bool m_isHouseDue = true; // guarded; there is something new to look after
    bool m_isSound = false; // guarded; the check after opening has passed

    // Of the thread alone.
    FileLock m_use;
    FileLock m_keeper;
    std::unique_ptr<Connection> m_connection;
    DatabaseState m_state;
    std::optional<Database::Durability> m_durability;
    Clock::time_point m_keptHouseAt;
    std::optional<Clock::time_point> m_checkedBackupAt;
    QDateTime m_logTime; // of the log when others were looked for last
    std::optional<qint64> m_dataVersion; // SQLite's count of what others have written
    bool m_isDamaged = false; // the file at the path has to be replaced
    bool m_isPatient = true; // the first time, others get a moment to let us be alone

    std::thread m_thread; // last: it uses all of the above
};

} // namespace kagura
