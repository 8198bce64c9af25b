// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QDateTime>

#include <chrono>

namespace kagura {

//! Takes entries out of the database for good: what has expired, what was in the trash long enough,
//! and what is too much.
//!
//! Thread: that of the connection, in a write. Lifetime: shorter than the connection. Errors: Storage.
class EvictionTable
{
public:
    explicit EvictionTable(Connection &connection);

    struct Budget
    {
        qint64 bytes = 0;
        qint64 entries = 0; //!< 0: any number
    };

    //! Evicts until the budget holds, by the rule of SieveCache; its hand is kept in the database.
    //! Trash goes first, but no more
    //! of it than must; pins never. Answers how many went.
    [[nodiscard]] Result<qint64> evict(const Budget &budget, const QDateTime &now);

    //! What a budget would cost; see preview().
    struct Preview
    {
        qint64 entries = 0; //!< that would go
        qint64 bytes = 0;
        qint64 used = 0; //!< of them, those that had a hit
        qint64 costMicroUsd = 0; //!< to get them again, as far as it is known
        qint64 bytesLeft = 0; //!< pins may keep more than the budget

        bool operator==(const Preview &) const = default;
    };
    //! What evict() would do, without doing it.
    [[nodiscard]] Result<Preview> preview(const Budget &budget);

    //! Removes what expired longer ago than grace, and trash that cannot come back any more; at most
    //! some hundreds, so that a write stays short. Answers how many went.
    [[nodiscard]] Result<qint64> sweep(const QDateTime &now, std::chrono::milliseconds grace);

private:
    [[nodiscard]] Result<void> count(const QString &reason, qint64 entries, const QDateTime &now);

    struct Balance
    {
        qint64 bytes = 0;
        qint64 entries = 0;
        qint64 hand = 0; //!< the id behind which it goes on
    };

    [[nodiscard]] Result<Balance> readBalance();
    [[nodiscard]] Result<void> evictNext(Balance &balance, const QDateTime &now);
    [[nodiscard]] Result<qint64> remove(const QList<qint64> &ids,
                                        const QDateTime &now,
                                        const QString &reason);
    [[nodiscard]] Result<QList<qint64>> choose(const QString &where, qint64 value, int limit);

    Connection &m_connection;
};

} // namespace kagura
