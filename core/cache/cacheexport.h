// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/cache/archivetable.h"
#include "core/cache/archivewriter.h"
#include "core/cache/cachequery.h"
#include "core/storage/database.h"

namespace kagura {

//! Writes entries of the cache out, some at a time, oldest first.
//!
//! What is not whole, and what is too old to say all that its key was made of, is left out and counted.
//!
//! Thread: that of its maker. Lifetime: the database outlives it. Errors: failure(): Storage, Cancelled,
//! whatever the sink says.
class CacheExport final : public Handle
{
    Q_OBJECT

public:
    struct Options
    {
        CacheQuery query;
        QString typed; //!< the query in words
        ArchivedEntry::Content content = ArchivedEntry::Content::Whole;
        ArchiveWriter::Packing packing = ArchiveWriter::Packing::Zstd;
        QDateTime now;
    };

    struct Counts
    {
        qint64 written = 0;
        qint64 damaged = 0;
        qint64 unportable = 0;

        bool operator==(const Counts &) const = default;
    };

    //! Begins at once.
    CacheExport(Database &database,
                const Options &options,
                ArchiveWriter::Sink sink,
                QObject *parent = nullptr);
    ~CacheExport() override;

    void cancel() override;

    [[nodiscard]] const Counts &counts() const { return m_counts; }

Q_SIGNALS:
    void advanced(qint64 written);

private:
    struct Piece;

    void writeNext(qint64 after);
    void take(const Piece &piece);
    [[nodiscard]] bool give(QByteArrayView lines);

    Database &m_database;
    Options m_options;
    SqlCondition m_condition;
    ArchiveWriter m_writer;
    ReadToken m_reading;
    Counts m_counts;
};

} // namespace kagura
