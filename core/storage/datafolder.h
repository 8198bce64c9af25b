// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace kagura {

//! Where everything that Kagura keeps is: KAGURA_DATA_DIR, or kagura in the user's data folder. Made
//! with mode 0700 where it is missing, and brought to it where it is more open.
//!
//! Thread: a value. Lifetime: none. Errors: open(): Storage, with the path and what is wrong with it.
class DataFolder
{
public:
    [[nodiscard]] static Result<DataFolder> open();

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString databasePath() const; //!< conversations: the truth
    [[nodiscard]] QString runsDatabasePath() const; //!< runs with their journals: the truth
    [[nodiscard]] QString cacheDatabasePath() const; //!< may be deleted at any time
    [[nodiscard]] QString installationKeyPath() const; //!< file of installationKey()
    [[nodiscard]] QString leasePath() const; //!< folder for Lease
    [[nodiscard]] QString backupPath() const; //!< folder of the daily backups

private:
    explicit DataFolder(QString path);

    QString m_path;
};

} // namespace kagura
