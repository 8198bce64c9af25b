// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/handle.h"
#include "core/cache/archivereader.h"
#include "core/cache/archivetable.h"
#include "core/cache/responsecache.h"
#include "core/storage/database.h"

#include <memory>

namespace kagura {

//! Brings the entries of an archive into the cache.
//!
//! The whole file is read and judged before anything is changed: one that is damaged anywhere changes
//! nothing. Then entries come in some at a time, each lot whole or not at all; after an end in between,
//! the same import goes on where it was, as what is here already is passed over.
//!
//! Thread: that of its maker; the file is read in a thread of the pool. Lifetime: cache and database
//! outlive it. Errors: failure(): those of ArchiveReader, Storage, Cancelled.
class CacheImport final : public Handle
{
    Q_OBJECT

public:
    struct Options
    {
        QString path;
        ArchiveTable::Conflicts conflicts = ArchiveTable::Conflicts::Keep;
        ArchivedEntry::ScopeOf scopeOf; //!< called in a thread of the pool; may be empty
        bool isDryRun = false;
        QDateTime now;
    };

    //! Begins at once.
    CacheImport(ResponseCache &cache,
                Database &database,
                const Options &options,
                QObject *parent = nullptr);
    ~CacheImport() override;

    void cancel() override; //!< after the lot that is coming in

    //! What the file would come to; once all of it was read.
    [[nodiscard]] const ArchiveTally &expected() const { return m_expected; }
    //! What has come in so far.
    [[nodiscard]] const ArchiveTally &tally() const { return m_tally; }

Q_SIGNALS:
    void judged(); //!< expected() is known, and nothing was changed yet
    void advanced(qint64 entries); //!< of the pass over the file that is under way

private:
    enum class Pass : std::uint8_t { Judging, Inserting };

    void begin(Pass pass);
    void readNext();
    void take(const QList<ArchivedEntry> &entries);
    void endPass();
    [[nodiscard]] bool isOver();

    ResponseCache &m_cache;
    Database &m_database;
    Options m_options;
    ArchiveTable::Rules m_rules;
    std::shared_ptr<ArchiveReader> m_reader; // also of the work in the pool
    Pass m_pass = Pass::Judging;
    qint64 m_seen = 0;
    ArchiveTally m_expected;
    ArchiveTally m_tally;
    bool m_isCancelled = false;
};

} // namespace kagura
