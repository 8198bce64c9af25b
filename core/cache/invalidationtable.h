// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/browsertable.h"
#include "core/cache/cachequery.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace kagura {

//! Makes answers stale or throws them away, writes down that it did, and takes it back.
//!
//! Soft: they are asked anew at their next use, and are still there to be looked at. Hard: they are
//! in the trash, where no look-up finds them, until the time to take it back is over. Pinned entries
//! are passed over in both.
//!
//! Thread: that of the connection, in a write; see ResponseCache::invalidate(). Lifetime: shorter than
//! the connection. Errors: Storage; undo() also BadRequest, with what is in its way.
class InvalidationTable
{
public:
    explicit InvalidationTable(Connection &connection);

    enum class Kind : std::uint8_t { Soft, Hard };

    struct Operation
    {
        qint64 id = 0; //!< 0: nothing was done
        Kind kind = Kind::Soft;
        QDateTime at;
        QString query; //!< as it was typed
        BrowserTable::Count count; //!< of what was done; pinned: of what was passed over
        QDateTime undoUntil;
        bool isUndone = false;

        bool operator==(const Operation &) const = default;
    };

    //! What invalidate() would do, without doing it.
    [[nodiscard]] Result<Operation> dryRun(const CacheQuery &query,
                                           Kind kind,
                                           const QDateTime &now);

    //! typed: the query in words, for the log.
    [[nodiscard]] Result<Operation> invalidate(const CacheQuery &query,
                                               const QString &typed,
                                               Kind kind,
                                               const QDateTime &now,
                                               std::chrono::milliseconds undoWindow);

    struct Undone
    {
        qint64 restored = 0;
        qint64 superseded = 0; //!< not restored: there is a newer answer
        qint64 lost = 0; //!< not restored: it made room for others, or was erased

        bool operator==(const Undone &) const = default;
    };
    [[nodiscard]] Result<Undone> undo(qint64 id, const QDateTime &now);

    //! Newest first.
    [[nodiscard]] Result<QList<Operation>> operations(int limit);

    //! Takes entries out for good, the trash of the same keys with them, and overwrites what they were
    //! in the file and in the words of the search; pins do not protect. Pages of the write-ahead log
    //! keep older content until the log is folded into the file. Answers how many entries went.
    [[nodiscard]] Result<qint64> erase(const CacheQuery &query, const QDateTime &now);

private:
    Connection &m_connection;
};

} // namespace kagura
