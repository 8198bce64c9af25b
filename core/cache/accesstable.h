// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/digest.h"
#include "core/storage/connection.h"

#include <QList>

namespace kagura {

//! What a cache of another size would have answered.
struct WhatIf
{
    struct Point
    {
        qint64 bytes = 0; //!< the budget
        qint64 hits = 0;

        bool operator==(const Point &) const = default;
    };

    QList<Point> points; //!< budgets growing, doubled from one to the next
    qint64 calls = 0; //!< that could be looked up, hits and misses
    qint64 again = 0; //!< of them, for what had been asked before: no budget answers more

    bool operator==(const WhatIf &) const = default;
};

//! The latest uses of the cache, in the order in which they came, and what they tell of other budgets.
//!
//! A use that lies so many bytes of other answers behind the one before it is answered by a cache that
//! holds as many. That is so for a cache that evicts what was not used for longest; the sieve does about
//! as well or better, so the curve promises too little rather than too much.
//!
//! Thread: that of the connection; all but read() in a write. Lifetime: shorter than the connection.
//! Errors: Storage.
//! Source: Mattson et al., "Evaluation techniques for storage hierarchies", 1970.
class AccessTable
{
public:
    static constexpr qint64 Kept = 100'000; //!< uses; older ones are forgotten

    explicit AccessTable(Connection &connection);

    //! An answer came to be kept: it was asked for, and not there.
    [[nodiscard]] Result<void> addStored(const Digest &key, qint64 bytes);
    //! So many hits of one entry, one right after the other.
    [[nodiscard]] Result<void> addHits(const Digest &key, qint64 count);
    [[nodiscard]] Result<void> trim();

    [[nodiscard]] Result<WhatIf> read();

    //! Budgets that are told of: from 1 MiB to 1 TiB.
    static constexpr qint64 SmallestBudget = 1024LL * 1024;
    static constexpr int Budgets = 21;

private:
    Connection &m_connection;
};

} // namespace kagura
