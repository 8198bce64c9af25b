// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasewriter.h"

#include "core/base/logging.h"
#include "core/storage/backup.h"
#include "core/storage/readerpool.h"
#include "core/storage/statement.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto RestlessPause = 1000ms; // while something has to be tried again
constexpr auto CalmPause = 10000ms;
constexpr auto BackupPause = 10min; // between two looks at whether one is due
constexpr auto BusyPatience = 60s; // far above what any of our transactions takes
constexpr int CheckpointPages = 1000;
constexpr qint64 LongLogBytes = 8 * 1024 * 1024;

Error storageError(const QString &message)
{
    return {Error::Kind::Storage, message};
}

} // namespace

DatabaseWriter::DatabaseWriter(Database::Options options, ReaderPool &readers, Listener listener)
    : m_options(std::move(options))
    , m_readers(readers)
    , m_listener(std::move(listener))
    , m_use(m_options.path + u".use"_s)
    , m_keeper(m_options.path + u".keeper"_s)
    , m_thread([this] { run(); })
{}

DatabaseWriter::~DatabaseWriter()
{
    {
        const std::lock_guard guard(m_lock);
        m_isStopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void DatabaseWriter::post(Job job)
{
    {
        const std::lock_guard guard(m_lock);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

void DatabaseWriter::flush()
{
    std::mutex lock;
    std::condition_variable reached;
    bool isReached = false;
    Job mark;
    mark.isInTransaction = false;
    mark.work = [](Connection &) -> Result<void> { return {}; };
    mark.settled = [&](const Result<void> &) {
        const std::lock_guard guard(lock);
        isReached = true;
        reached.notify_all();
    };
    post(std::move(mark));
    std::unique_lock guard(lock);
    reached.wait(guard, [&] { return isReached; });
}

void DatabaseWriter::foldLog()
{
    Job fold;
    fold.isInTransaction = false;
    fold.work = [this](Connection &) { return this->fold(); };
    post(std::move(fold));
}

void DatabaseWriter::compact(std::function<void(const Result<void> &)> settled)
{
    Job job;
    job.isInTransaction = false;
    job.work = [this](Connection &) -> Result<void> {
        Result<void> done = patiently(u"VACUUM"_s);
        return done ? this->fold() : done;
    };
    job.settled = std::move(settled);
    post(std::move(job));
}

void DatabaseWriter::reportDamage()
{
    {
        const std::lock_guard guard(m_lock);
        m_isDamageReported = true;
    }
    m_changed.notify_all();
}

void DatabaseWriter::run()
{
    openFile();
    std::unique_lock guard(m_lock);
    while (true) {
        m_changed.wait_for(guard, pause(), [this] {
            return m_isStopping || m_isDamageReported || m_isHouseDue || !m_jobs.empty();
        });
        const bool hasToReplace = std::exchange(m_isDamageReported, false);
        const bool isHouseDue = std::exchange(m_isHouseDue, false);
        std::optional<Job> job;
        if (!m_jobs.empty()) {
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        } else if (m_isStopping) {
            break;
        }
        guard.unlock();
        if (hasToReplace)
            replaceFile();
        if (job)
            perform(*job);
        job.reset(); // what it holds may be big
        if (isHouseDue || Clock::now() - m_keptHouseAt >= pause())
            keepHouse();
        guard.lock();
    }
    guard.unlock();
    closeFile();
    m_keeper.unlock();
}

std::chrono::milliseconds DatabaseWriter::pause() const
{
    const bool isCalm = m_keeper.isHeld()
        && (m_state.kind == DatabaseState::Kind::Ready
            || m_state.kind == DatabaseState::Kind::ReadOnly);
    return isCalm && !m_options.isWatched ? CalmPause : RestlessPause;
}

bool DatabaseWriter::waitFor(std::chrono::milliseconds time)
{
    std::unique_lock guard(m_lock);
    return !m_changed.wait_for(guard, time, [this] { return m_isStopping; });
}

void DatabaseWriter::perform(const Job &job)
{
    Result<void> outcome;
    if (m_state.kind == DatabaseState::Kind::ReadOnly)
        outcome = storageError(m_state.message);
    else if (!m_connection)
        outcome = storageError(m_state.message);
    else
        outcome = noted(transact(job));
    if (job.settled)
        job.settled(outcome);
    else if (!outcome)
        qCWarning(logStorage) << outcome.error().message;
}

Result<void> DatabaseWriter::transact(const Job &job)
{
    m_connection->setTrouble(Connection::Trouble::None);
    if (!job.isInTransaction)
        return job.work(*m_connection);
    if (const Result<void> set = setDurability(job.durability); !set)
        return set;
    // Immediate: a transaction that begins by reading may find that it can write no more.
    if (const Result<void> begun = patiently(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<void> done = job.work(*m_connection);
    if (done)
        done = patiently(u"COMMIT"_s);
    if (!done) {
        // Where SQLite has rolled back by itself, this fails, and rightly.
        const Connection::Trouble trouble = m_connection->trouble();
        static_cast<void>(m_connection->execute(u"ROLLBACK"_s));
        m_connection->setTrouble(trouble);
    }
    return done;
}

Result<void> DatabaseWriter::patiently(const QString &sql)
{
    const Clock::time_point end = Clock::now() + BusyPatience;
    while (true) {
        m_connection->setTrouble(Connection::Trouble::None);
        Result<void> done = m_connection->execute(sql);
        if (done || m_connection->trouble() != Connection::Trouble::Busy || Clock::now() >= end)
            return done;
    }
}

Result<void> DatabaseWriter::setDurability(Database::Durability durability)
{
    if (m_durability == durability)
        return {};
    m_durability = durability;
    return m_connection->execute(durability == Database::Durability::Full
                                     ? u"PRAGMA synchronous=FULL"_s
                                     : u"PRAGMA synchronous=NORMAL"_s);
}

Result<void> DatabaseWriter::noted(const Result<void> &outcome)
{
    if (outcome) {
        if (m_state.kind == DatabaseState::Kind::NoSpace)
            setState(DatabaseState::Kind::Ready);
        return outcome;
    }
    switch (m_connection->trouble()) {
    case Connection::Trouble::NoSpace: {
        const Error error =
            storageError(u"The disk is full or cannot be written. Free some space: what was saved "
                         u"before is safe, and "
                         "saving goes on by itself. (%1)"_s.arg(outcome.error().message));
        setState(DatabaseState::Kind::NoSpace, error.message);
        return error;
    }
    case Connection::Trouble::Damaged:
        reportDamage();
        return outcome;
    default:
        return outcome;
    }
}

void DatabaseWriter::keepHouse()
{
    m_keptHouseAt = Clock::now();
    if (!m_keeper.isHeld() && m_keeper.tryLock(FileLock::Kind::Exclusive) && m_connection) {
        static_cast<void>(
            m_connection->execute(u"PRAGMA wal_autocheckpoint=%1"_s.arg(CheckpointPages)));
    }
    if (m_state.kind == DatabaseState::Kind::ReadOnly)
        return;
    if (!m_connection)
        openFile();
    else if (m_state.kind == DatabaseState::Kind::NoSpace)
        static_cast<void>(noted(probeSpace()));
    lookForOthers();
    if (m_connection && m_keeper.isHeld()) {
        checkpointIfLong();
        foldIfAsked();
        backUpIfDue();
    }
}

Result<void> DatabaseWriter::probeSpace()
{
    Job probe;
    // More than the pages that happen to be free, so that it does not succeed too early.
    probe.work = [](Connection &connection) -> Result<void> {
        Result<void> done = connection.execute(
            u"INSERT INTO kagura_schema(room, version) VALUES(hex(zeroblob(32768)), 0)"_s);
        if (done)
            done = connection.execute(u"DELETE FROM kagura_schema WHERE length(room) = 65536"_s);
        return done;
    };
    return transact(probe);
}

void DatabaseWriter::lookForOthers()
{
    if (!m_connection || !m_options.isWatched)
        return;
    // SQLite is only asked where somebody has written at all.
    const QDateTime logTime = QFileInfo(m_options.path + u"-wal"_s).lastModified();
    if (m_dataVersion && logTime == m_logTime)
        return;
    m_logTime = logTime;
    const Result<qint64> version = m_connection->integer(u"PRAGMA data_version"_s);
    if (!version)
        return;
    if (m_dataVersion && *m_dataVersion != *version)
        m_listener.changedElsewhere();
    m_dataVersion = *version;
}

void DatabaseWriter::checkpointIfLong()
{
    // Other processes make the log longer and leave it to us.
    if (QFileInfo(m_options.path + u"-wal"_s).size() > LongLogBytes)
        static_cast<void>(m_connection->execute(u"PRAGMA wal_checkpoint(PASSIVE)"_s));
}

QString DatabaseWriter::foldPath() const
{
    return m_options.path + u".fold"_s;
}

//! Only the keeper may do it; who is not leaves word.
Result<void> DatabaseWriter::fold()
{
    const auto leaveWord = [this]() -> Result<void> {
        QFile word(foldPath());
        if (!word.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
            return storageError(u"%1 cannot be made: %2"_s.arg(foldPath(), word.errorString()));
        return {};
    };
    if (!m_keeper.isHeld())
        return leaveWord();
    Statement row(*m_connection, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const bool isBusy = row.next() && row.flag(0);
    if (!row.outcome())
        return row.outcome();
    // Somebody still reads what was there before: it is tried again.
    if (isBusy)
        return leaveWord();
    QFile::remove(foldPath());
    return {};
}

void DatabaseWriter::foldIfAsked()
{
    if (QFile::exists(foldPath()))
        static_cast<void>(fold());
}

void DatabaseWriter::backUpIfDue()
{
    const Clock::time_point now = Clock::now();
    {
        const std::lock_guard guard(m_lock);
        if (!m_isSound)
            return;
    }
    if (m_options.backupFolder.isEmpty()
        || (m_checkedBackupAt && now - *m_checkedBackupAt < BackupPause))
        return;
    m_checkedBackupAt = now;
    const QDateTime today = QDateTime::currentDateTimeUtc();
    if (!isBackupDue(m_options.backupFolder, today))
        return;
    m_readers.post({}, [options = m_options, today](const Result<Connection *> &connection) {
        if (!connection)
            return;
        const Result<Backup> made =
            makeBackup(**connection, options.backupFolder, today, options.backupsKept);
        if (!made)
            qCWarning(logStorage) << "no backup:" << made.error().message;
    });
}

void DatabaseWriter::setState(DatabaseState::Kind kind, const QString &message)
{
    const DatabaseState state{kind, message};
    if (state == m_state)
        return;
    m_state = state;
    m_listener.stateChanged(state);
}

} // namespace kagura
