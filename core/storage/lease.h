// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/filelock.h"

#include <QString>

#include <memory>

namespace kagura {

//! The sign that a process is alive, for whoever shares its data folder: a name, and a lock on a file
//! of that name that no end of the process can leave behind.
//!
//! What a process has under way (an answer that is arriving) carries the name of its lease; once the
//! lease is not alive any more, another process may say that the work was interrupted.
//!
//! Thread: one at a time; isAlive() any. Lifetime: that of the process's work. Errors: take(): Storage.
class Lease final
{
public:
    //! folder is made where it is missing; files of leases that have ended are removed from it.
    [[nodiscard]] static Result<std::unique_ptr<Lease>> take(const QString &folder);
    ~Lease();
    Q_DISABLE_COPY_MOVE(Lease)

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString folder() const { return m_folder; }

    //! Whether somebody holds the lease of that name in that folder.
    [[nodiscard]] static bool isAlive(const QString &folder, const QString &name);

private:
    Lease(QString folder, QString name);

    QString m_folder;
    QString m_name;
    FileLock m_lock;
};

} // namespace kagura
