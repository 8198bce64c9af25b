// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cacheentry.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace kagura {

//! The entries of the cache in its database: finding one, adding one, and noting what was used.
//!
//! Thread: that of the connection. Lifetime: shorter than the connection. Errors: Storage.
class EntryTable
{
public:
    explicit EntryTable(Connection &connection);

    //! What a look-up comes to.
    struct Finding
    {
        qint64 generation = 0;
        //! Whatever its state and age, with what a hit needs of the entry: no tags, heads or uses.
        std::optional<CachedAnswer> answer;
        bool isCorrupt = false; //!< there is one, and it is not what was stored
        QString lostBecause = {}; //!< why it is not there any more: "evicted"; empty: never seen
    };

    //! Reads, and writes nothing: a hit is noted later, many in one transaction.
    [[nodiscard]] Result<Finding> find(const CacheKey &key);

    //! Raised by every invalidation, of any process.
    [[nodiscard]] Result<qint64> generation();
    [[nodiscard]] Result<void> raiseGeneration();

    enum class Stored : std::uint8_t {
        Yes,
        Outdated, //!< there was an invalidation since it was asked for
    };

    //! Adds an answer, or puts it in the place of the one with its key, whose pin, tags, note and hits
    //! it inherits. Nothing is stored when the generation is not that of the token any more.
    [[nodiscard]] Result<Stored> insert(const NewCacheEntry &entry, qint64 generation);

    struct Use
    {
        CacheKey key;
        qint64 count = 0;
        QDateTime last;
    };
    [[nodiscard]] Result<void> noteUses(const QList<Use> &uses);

    //! The entry was made in the future: its age is counted from now.
    [[nodiscard]] Result<void> mendClock(const CacheKey &key, const QDateTime &now);

    //! Takes out what cannot be read.
    [[nodiscard]] Result<void> removeCorrupt(const CacheKey &key, const QDateTime &now);

    //! \name Rows, for those who list them
    //! @{
    [[nodiscard]] static QString columns(); //!< of the table entry, without an alias
    [[nodiscard]] static CacheEntry read(const class Statement &row);
    //! @}

    //! The hash that tells whether an answer is the one that was stored under its key.
    [[nodiscard]] static QByteArray integrity(const CacheKey &key, const QByteArray &log);

private:
    //! What an entry takes over from the one it replaces.
    struct Inherited
    {
        std::optional<qint64> id; //!< empty: it replaces none
        bool isPinned = false;
        QString note;
        qint64 hits = 0;
        std::optional<qint64> lastHit;
    };

    [[nodiscard]] Result<void> insertRow(const NewCacheEntry &entry, const Inherited &old);
    [[nodiscard]] Result<void> replace(qint64 oldId, qint64 newId);
    [[nodiscard]] Result<void> addGhost(const CacheKey &key,
                                        const QDateTime &now,
                                        const QString &reason);

    Connection &m_connection;
};

} // namespace kagura
