// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of DatabaseWriter that opens the file, and replaces one that is damaged.

#include "core/base/logging.h"
#include "core/storage/backup.h"
#include "core/storage/databasewriter.h"
#include "core/storage/readerpool.h"

#include <QFileInfo>

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int AloneTries = 30;
constexpr auto AlonePause = 100ms;
constexpr int CheckpointPages = 1000;

} // namespace

void DatabaseWriter::openFile()
{
    Hurdle hurdle = tryOpen();
    for (int i = 0; m_isPatient && hurdle == Hurdle::NeedsToBeAlone && i < AloneTries; ++i) {
        if (!waitFor(AlonePause))
            break;
        hurdle = tryOpen();
    }
    m_isPatient = false;
    if (hurdle == Hurdle::None) {
        m_readers.open();
        if (m_state.kind != DatabaseState::Kind::ReadOnly)
            setState(DatabaseState::Kind::Ready);
        checkInBackground();
        return;
    }
    if (hurdle == Hurdle::NeedsToBeAlone && m_isDamaged)
        setState(DatabaseState::Kind::Damaged,
                 u"%1 is damaged. Close every other Kagura that uses it: then it is set aside and "
                 u"the last "
                 "backup takes its place."_s.arg(m_options.path));
    else if (hurdle == Hurdle::NeedsToBeAlone)
        setState(
            DatabaseState::Kind::Failed,
            u"%1 has to be brought to this version. Close every other Kagura that uses it."_s.arg(
                m_options.path));
    m_readers.fail({Error::Kind::Storage, m_state.message});
}

DatabaseWriter::Hurdle DatabaseWriter::tryOpen()
{
    const bool isAlone = m_use.tryLock(FileLock::Kind::Exclusive);
    if (!isAlone && !m_use.lock(FileLock::Kind::Shared))
        return failOpening(Connection::Trouble::Other,
                           {Error::Kind::Storage,
                            u"%1 cannot be made or locked; check the folder's permissions and the "
                            "space left"_s.arg(m_use.path())});
    Hurdle hurdle = mend(isAlone);
    if (hurdle == Hurdle::None)
        hurdle = prepareSchema(isAlone);
    // A file that turned out to be damaged is looked at once more, as one that is known to be.
    if (hurdle == Hurdle::NeedsToBeAlone && isAlone) {
        m_connection.reset();
        hurdle = mend(true);
        if (hurdle == Hurdle::None)
            hurdle = prepareSchema(true);
    }
    if (hurdle != Hurdle::None) {
        closeFile();
        return hurdle;
    }
    static_cast<void>(m_use.lock(FileLock::Kind::Shared));
    return hurdle;
}

//! Leaves a file at the path that can be opened, or none.
DatabaseWriter::Hurdle DatabaseWriter::mend(bool isAlone)
{
    const QFileInfo file(m_options.path);
    if (isAlone && finishRestore(m_options.path)) {
        const QList<Backup> backups = backupsIn(m_options.backupFolder);
        m_listener.restored({{}, backups.isEmpty() ? QString() : backups.first().path, {}});
    }
    // Nothing of ours ever is empty, but a file that was cut off at its start. To SQLite a single byte
    // is empty, too.
    if (file.exists() && file.size() <= 1 && !m_options.backupFolder.isEmpty()
        && !backupsIn(m_options.backupFolder).isEmpty())
        m_isDamaged = true;
    if (!m_isDamaged)
        return Hurdle::None;
    if (!isAlone)
        return Hurdle::NeedsToBeAlone;
    if (file.size() > 1) {
        // Another process may have replaced it already.
        const Result<std::unique_ptr<Connection>> opened =
            Connection::open(m_options.path, Connection::Mode::ReadOnly);
        if (opened && quickCheck(**opened)) {
            m_isDamaged = false;
            return Hurdle::None;
        }
    }
    const Result<RestoreReport> report =
        restoreFromBackup(m_options.path, m_options.backupFolder, QDateTime::currentDateTimeUtc());
    if (!report)
        return failOpening(Connection::Trouble::NoSpace, report.error());
    m_isDamaged = false;
    qCWarning(logStorage) << "damaged, set aside as" << report->asidePath << "restored from"
                          << report->backupPath;
    m_listener.restored(*report);
    return Hurdle::None;
}

DatabaseWriter::Hurdle DatabaseWriter::prepareSchema(bool isAlone)
{
    SchemaStand stand{true, false, true};
    auto trouble = Connection::Trouble::None;
    if (QFileInfo(m_options.path).size() > 1) {
        // First a look: what is not ours must not even be switched to another journal.
        const Result<std::unique_ptr<Connection>> looking =
            Connection::open(m_options.path, Connection::Mode::ReadOnly, &trouble);
        if (!looking)
            return failOpening(trouble, looking.error());
        const Result<SchemaStand> found = compareSchemas(**looking, m_options.schemas);
        if (!found)
            return failOpening((*looking)->trouble(), found.error());
        stand = *found;
    }
    if (stand.isNewer) {
        setState(DatabaseState::Kind::ReadOnly,
                 u"%1 was written by a later version of Kagura. It can be read here, but not "
                 "changed: update Kagura."_s.arg(m_options.path));
        return Hurdle::None;
    }
    if ((stand.isNew || stand.isOlder) && !isAlone)
        return Hurdle::NeedsToBeAlone;
    Result<std::unique_ptr<Connection>> opened =
        Connection::open(m_options.path, Connection::Mode::ReadWrite, &trouble);
    if (!opened)
        return failOpening(trouble, opened.error());
    m_connection = std::move(opened).value();
    m_durability.reset();
    m_dataVersion.reset();
    Result<void> done = m_connection->execute(
        u"PRAGMA wal_autocheckpoint=%1"_s.arg(m_keeper.isHeld() ? CheckpointPages : 0));
    if (done && m_options.maximumPages > 0)
        done = m_connection->execute(u"PRAGMA max_page_count=%1"_s.arg(m_options.maximumPages));
    if (done && stand.isOlder && !stand.isNew && !m_options.backupFolder.isEmpty()) {
        const Result<Backup> backup =
            makeBackup(*m_connection, m_options.backupFolder, QDateTime::currentDateTimeUtc(),
                       m_options.backupsKept);
        if (!backup)
            done = backup.error();
    }
    if (done && (stand.isNew || stand.isOlder))
        done = migrate(*m_connection, m_options.schemas);
    if (!done)
        return failOpening(m_connection->trouble(), done.error());
    return Hurdle::None;
}

DatabaseWriter::Hurdle DatabaseWriter::failOpening(Connection::Trouble trouble, const Error &error)
{
    if (trouble == Connection::Trouble::Damaged && !m_isDamaged) {
        m_isDamaged = true;
        return Hurdle::NeedsToBeAlone;
    }
    setState(trouble == Connection::Trouble::NoSpace ? DatabaseState::Kind::NoSpace
                                                     : DatabaseState::Kind::Failed,
             error.message);
    return Hurdle::Failed;
}

void DatabaseWriter::closeFile()
{
    m_connection.reset();
    m_use.unlock();
}

void DatabaseWriter::replaceFile()
{
    // Whoever closes the last connection deletes the log by its name: all must be closed before
    // another file has that name.
    m_readers.close();
    closeFile();
    m_isDamaged = true;
    openFile();
}

void DatabaseWriter::checkInBackground()
{
    {
        const std::lock_guard guard(m_lock);
        m_isSound = false;
    }
    if (!m_options.isLookedOver)
        return;
    m_readers.post({}, [this](const Result<Connection *> &connection) {
        if (!connection)
            return;
        (*connection)->setTrouble(Connection::Trouble::None);
        if (quickCheck(**connection)) {
            const std::lock_guard guard(m_lock);
            m_isSound = true;
            m_isHouseDue = true;
            m_changed.notify_all();
        } else if ((*connection)->trouble() == Connection::Trouble::Damaged) {
            reportDamage();
        }
    });
}

} // namespace kagura
