// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/archiveline.h"
#include "core/cache/cachequery.h"
#include "core/cache/evictiontable.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <cstdint>

namespace kagura {

//! What an import came to, or would come to.
struct ArchiveTally
{
    //! Two answers to the same question.
    struct Conflict
    {
        QString model;
        QString prompt; //!< its beginning
        QDateTime here;
        QDateTime there; //!< in the file

        bool operator==(const Conflict &) const = default;
    };
    static constexpr qsizetype MostConflicts = 20; //!< that are named; all are counted

    qint64 added = 0;
    qint64 replaced = 0;
    qint64 kept = 0; //!< what is here stays, though the file has another answer
    qint64 same = 0; //!< already here
    qint64 expired = 0; //!< passed over
    qint64 tooLarge = 0; //!< passed over
    qint64 evicted = 0; //!< of what was here, to make room
    QList<Conflict> conflicts;

    void add(const ArchiveTally &other);

    bool operator==(const ArchiveTally &) const = default;
};

//! Takes entries out of the database for an archive, and brings those of an archive in.
//!
//! Thread: that of the connection; insert() in a write. Lifetime: shorter than the connection. Errors:
//! Storage.
class ArchiveTable
{
public:
    explicit ArchiveTable(Connection &connection);

    struct Page
    {
        QList<ArchivedEntry> entries; //!< trash and what is damaged are left out
        qint64 last = 0; //!< id of the last one that was looked at; the next page goes on behind it
        qint64 damaged = 0;
        bool isLast = false;
    };
    [[nodiscard]] Result<Page> page(const SqlCondition &condition, qint64 after, int limit);

    enum class Conflicts : std::uint8_t { Keep, Replace, Newer };

    struct Rules
    {
        Conflicts conflicts = Conflicts::Keep;
        QDateTime now;
        qint64 largestEntry = 0;
        EvictionTable::Budget budget;
    };

    //! What insert() would do; nothing is evicted in it.
    [[nodiscard]] Result<ArchiveTally> judge(const QList<ArchivedEntry> &entries,
                                             const Rules &rules);
    [[nodiscard]] Result<ArchiveTally> insert(const QList<ArchivedEntry> &entries,
                                              const Rules &rules);

private:
    enum class Fate : std::uint8_t { PassedOver, Add, Replace };

    [[nodiscard]] Result<Fate> fateOf(const ArchivedEntry &archived,
                                      const Rules &rules,
                                      ArchiveTally &tally);

    Connection &m_connection;
};

} // namespace kagura
