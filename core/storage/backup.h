// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/databasestate.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace kagura {

class Connection;

//! A copy of a database, whole and checked when it was made.
struct Backup
{
    QString path;
    QDateTime time;

    bool operator==(const Backup &) const = default;
};

//! Newest first; files that are no backups of ours are left out.
[[nodiscard]] QList<Backup> backupsIn(const QString &folder);

//! Copies the database of the connection, which must not be in a transaction, checks the copy, and
//! deletes the oldest backups but `kept`. A copy that was not finished or is not sound never gets a
//! backup's name. Errors: Storage.
[[nodiscard]] Result<Backup> makeBackup(Connection &connection,
                                        const QString &folder,
                                        const QDateTime &now,
                                        int kept);

//! Deletes every backup but that one, which is the only one without what was erased since the others;
//! gives how many went.
int removeOtherBackups(const QString &folder, const QString &kept);

//! False where a backup was made within a day of now, before or after: a clock may jump.
[[nodiscard]] bool isBackupDue(const QString &folder, const QDateTime &now);

//! SQLite's own check of every page. Errors: Storage with the first fault.
[[nodiscard]] Result<void> quickCheck(Connection &connection);

//! Moves a damaged database aside, all of its files, and puts the newest sound backup in its place;
//! without one there is no database afterwards. Nobody may have it open: whoever closes it last would
//! delete the files of the new one. Errors: Storage; nothing was moved then, or all of it.
[[nodiscard]] Result<RestoreReport> restoreFromBackup(const QString &path,
                                                      const QString &folder,
                                                      const QDateTime &now);

//! Takes the last step of a restore that ended in the middle. False where there is none to take.
[[nodiscard]] bool finishRestore(const QString &path);

} // namespace kagura
