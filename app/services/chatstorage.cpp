// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/chatstorage.h"

#include "core/storage/backup.h"

#include <utility>

namespace kagura {

Result<std::unique_ptr<ChatStorage>> ChatStorage::open(const Clock &clock, Use use)
{
    const Result<DataFolder> folder = DataFolder::open();
    if (!folder)
        return folder.error();
    Result<std::unique_ptr<Lease>> lease = Lease::take(folder->leasePath());
    if (!lease)
        return lease.error();
    Database::Options options;
    options.path = folder->databasePath();
    options.backupFolder = folder->backupPath();
    options.schemas = {ConversationStore::schema()};
    options.isLookedOver = use == Use::Long || isBackupDue(folder->backupPath(), clock.wall());
    options.isWatched = use == Use::Long;
    return std::unique_ptr<ChatStorage>(
        new ChatStorage(*folder, std::move(lease).value(), options, clock));
}

ChatStorage::ChatStorage(const DataFolder &folder,
                         std::unique_ptr<Lease> lease,
                         const Database::Options &options,
                         const Clock &clock)
    : m_folder(folder)
    , m_lease(std::move(lease))
    , m_database(options)
    , m_store(m_database, clock, *m_lease)
{}

ChatStorage::~ChatStorage() = default;

} // namespace kagura
