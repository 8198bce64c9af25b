// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/backup.h"

#include "core/base/logging.h"
#include "core/storage/connection.h"
#include "core/storage/filelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <unistd.h>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr std::chrono::milliseconds Day = std::chrono::hours(24);
const auto TimeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;
const auto Prefix = u"kagura-"_s;

Error storageError(const QString &message)
{
    return {Error::Kind::Storage, message};
}

Result<void> synchronise(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0)
        return storageError(u"%1 cannot be written to disk: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<void> checkFile(const QString &path)
{
    Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::ReadOnly);
    if (!opened)
        return opened.error();
    return quickCheck(**opened);
}

//! A name that no file has yet, whose companions (-wal, -shm) have none either.
QString freeName(const QString &wanted, const QString &ending)
{
    QString name = wanted + ending;
    for (int i = 2; QFile::exists(name) || QFile::exists(name + u"-wal"_s); ++i)
        name = u"%1-%2%3"_s.arg(wanted).arg(i).arg(ending);
    return name;
}

void removeAll(const QString &path)
{
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
}

Result<void> copyDurably(const QString &from, const QString &to)
{
    const QString part = to + u".part"_s;
    removeAll(part);
    removeAll(to);
    if (!QFile::copy(from, part) || !QFile::setPermissions(part, OwnerOnly))
        return storageError(u"%1 cannot be copied to %2; is there space left?"_s.arg(from, part));
    if (const Result<void> done = synchronise(part); !done)
        return done;
    if (!QFile::rename(part, to))
        return storageError(u"%1 cannot be renamed to %2"_s.arg(part, to));
    return {};
}

QString restoringPath(const QString &path)
{
    return path + u".restoring"_s;
}

} // namespace

QList<Backup> backupsIn(const QString &folder)
{
    QList<Backup> backups;
    const QFileInfoList files =
        QDir(folder).entryInfoList({Prefix + u"*.db"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) {
        // "kagura-20260101T120000Z.db", or with "-2" where two fell into one second.
        QDateTime time = QDateTime::fromString(file.fileName().mid(Prefix.size(), 16), TimeFormat);
        time.setTimeZone(QTimeZone::utc());
        if (time.isValid())
            backups.append({file.filePath(), time});
    }
    std::stable_sort(backups.begin(), backups.end(),
                     [](const Backup &a, const Backup &b) { return a.time > b.time; });
    return backups;
}

int removeOtherBackups(const QString &folder, const QString &kept)
{
    int removed = 0;
    for (const Backup &backup : backupsIn(folder)) {
        if (QFileInfo(backup.path).fileName() != QFileInfo(kept).fileName()
            && QFile::remove(backup.path))
            ++removed;
    }
    return removed;
}

bool isBackupDue(const QString &folder, const QDateTime &now)
{
    const QList<Backup> backups = backupsIn(folder);
    return std::none_of(backups.cbegin(), backups.cend(), [&](const Backup &backup) {
        return std::abs(backup.time.msecsTo(now)) < Day.count();
    });
}

Result<void> quickCheck(Connection &connection)
{
    Statement check(connection, u"PRAGMA quick_check(1)"_s);
    if (check.next() && check.text(0) != "ok"_L1) {
        connection.setTrouble(Connection::Trouble::Damaged);
        return storageError(u"the database is damaged: %1"_s.arg(check.text(0)));
    }
    return check.outcome();
}

Result<Backup> makeBackup(Connection &connection,
                          const QString &folder,
                          const QDateTime &now,
                          int kept)
{
    if (!QFileInfo(folder).isDir() && !QDir().mkdir(folder, OwnerOnly | QFile::ExeOwner)
        && !QFileInfo(folder).isDir())
        return storageError(u"%1 cannot be made; check permissions and space"_s.arg(folder));
    // One at a time, over all threads and processes.
    FileLock turn(folder + u"/lock"_s);
    if (!turn.lock(FileLock::Kind::Exclusive))
        return storageError(u"%1 cannot be made or locked"_s.arg(turn.path()));
    const QString part = folder + u"/unfinished.part"_s;
    removeAll(part);
    {
        // SQLite fills a file that is there and empty, and so leaves its mode alone.
        QFile file(part);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly))
            return storageError(u"%1 cannot be made: %2"_s.arg(part, file.errorString()));
    }
    // Reading connections may write nothing at all, not even into another file.
    const Result<qint64> wasReading = connection.integer(u"PRAGMA query_only"_s);
    Result<void> done = connection.execute(u"PRAGMA query_only=OFF"_s);
    if (done)
        done = connection.execute(u"VACUUM INTO ?"_s, part);
    if (wasReading && *wasReading != 0)
        static_cast<void>(connection.execute(u"PRAGMA query_only=ON"_s));
    if (done)
        done = synchronise(part);
    if (done)
        done = checkFile(part);
    const QString stamp = now.toUTC().toString(TimeFormat);
    const QString path = freeName(folder + u'/' + Prefix + stamp, u".db"_s);
    if (done && !QFile::rename(part, path))
        done = storageError(u"%1 cannot be renamed to %2"_s.arg(part, path));
    if (!done) {
        removeAll(part);
        return done.error();
    }
    const QList<Backup> backups = backupsIn(folder);
    for (qsizetype i = std::max(1, kept); i < backups.size(); ++i)
        QFile::remove(backups.at(i).path);
    return Backup{path, now.toUTC()};
}

Result<RestoreReport> restoreFromBackup(const QString &path,
                                        const QString &folder,
                                        const QDateTime &now)
{
    RestoreReport report;
    const QList<Backup> backups = folder.isEmpty() ? QList<Backup>() : backupsIn(folder);
    for (const Backup &backup : backups) {
        if (const Result<void> sound = checkFile(backup.path); !sound) {
            qCWarning(logStorage) << backup.path << sound.error().message;
            continue;
        }
        // The copy comes first: when the disk is full, nothing has been moved.
        if (const Result<void> copied = copyDurably(backup.path, restoringPath(path)); !copied)
            return copied.error();
        report.backupPath = backup.path;
        report.backupTime = backup.time;
        break;
    }
    report.asidePath = freeName(path + u".corrupt-"_s + now.toUTC().toString(TimeFormat), u""_s);
    // The log may hold what is newest, so it goes with its file. And it goes first: a log that stayed
    // when we end here would be played into the new file.
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, u""_s}) {
        if (QFile::exists(path + ending)
            && !QFile::rename(path + ending, report.asidePath + ending))
            return storageError(
                u"%1 is damaged and cannot be set aside; check permissions"_s.arg(path + ending));
    }
    if (!report.backupPath.isEmpty() && !QFile::rename(restoringPath(path), path))
        return storageError(u"%1 cannot be renamed to %2"_s.arg(restoringPath(path), path));
    return report;
}

bool finishRestore(const QString &path)
{
    return !QFile::exists(path) && QFile::exists(restoringPath(path))
        && QFile::rename(restoringPath(path), path);
}

} // namespace kagura
