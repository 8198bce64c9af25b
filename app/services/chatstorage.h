// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/conversationstore.h"
#include "core/storage/database.h"
#include "core/storage/datafolder.h"
#include "core/storage/lease.h"

#include <memory>

namespace kagura {

//! The conversations of the data folder, opened for this process: its lease, the database and the
//! store in it. Several processes may have them open at once.
//!
//! Thread: the engine thread. Lifetime: sessions end before it; its end waits until everything is
//! written. Errors: open(): Storage; what the database meets later, its signals and answers tell.
class ChatStorage final
{
public:
    enum class Use : std::uint8_t {
        Long, //!< looks the whole file over, keeps the daily backup, hears what others write
        Brief, //!< of one call: does so only where no backup was made for a day
    };

    [[nodiscard]] static Result<std::unique_ptr<ChatStorage>> open(const Clock &clock, Use use);
    ~ChatStorage();
    Q_DISABLE_COPY_MOVE(ChatStorage)

    [[nodiscard]] const DataFolder &folder() const { return m_folder; }
    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] ConversationStore &store() { return m_store; }

private:
    ChatStorage(const DataFolder &folder,
                std::unique_ptr<Lease> lease,
                const Database::Options &options,
                const Clock &clock);

    DataFolder m_folder;
    std::unique_ptr<Lease> m_lease; // ends after the last write
    Database m_database;
    ConversationStore m_store;
};

} // namespace kagura
