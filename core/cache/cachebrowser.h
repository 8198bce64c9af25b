// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/cache/anatomytable.h"
#include "core/cache/browsertable.h"
#include "core/cache/cachequery.h"
#include "core/cache/cachereport.h"
#include "core/cache/evictiontable.h"
#include "core/cache/explanationtable.h"
#include "core/cache/invalidationtable.h"
#include "core/cache/responsecache.h"
#include "core/cache/stattable.h"
#include "core/storage/database.h"

#include <QObject>

#include <functional>

namespace kagura {

//! Everything that a person may see and do of the cache, for windows and the command line.
//!
//! Answers come as calls of done, later, in the thread of the caller, unless context has died. Reading
//! never waits for writing. It also takes new answers into the search, a few at a time, when there is
//! nothing else to do.
//!
//! Thread: the engine thread. Lifetime: cache, database and clock outlive it. Errors: Storage, Cancelled,
//! and those of the tables.
class CacheBrowser final : public QObject
{
    Q_OBJECT

public:
    CacheBrowser(ResponseCache &cache, Database &database, Clock &clock, QObject *parent = nullptr);
    ~CacheBrowser() override;

    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    //! \name What there is
    //! @{
    ReadToken page(const CacheQuery &query,
                   BrowserTable::Order order,
                   const std::optional<BrowserTable::Place> &after,
                   int limit,
                   QObject *context,
                   const Done<BrowserTable::Page> &done);
    ReadToken count(const CacheQuery &query,
                    QObject *context,
                    const Done<BrowserTable::Count> &done);
    ReadToken names(QObject *context, const Done<BrowserTable::Names> &done);
    ReadToken entry(qint64 id,
                    QObject *context,
                    const Done<std::optional<BrowserTable::Whole>> &done);
    ReadToken statistics(const QDateTime &from,
                         const QDateTime &to,
                         StatTable::By by,
                         QObject *context,
                         const Done<QList<CacheStat>> &done);
    ReadToken report(const CacheReport::Period &period,
                     QObject *context,
                     const Done<CacheReport> &done);
    //! What a budget for the disk would cost.
    ReadToken previewBudget(qint64 diskBytes,
                            QObject *context,
                            const Done<EvictionTable::Preview> &done);
    //! Empty: there is no entry of that id.
    ReadToken anatomy(qint64 id, QObject *context, const Done<std::optional<StoredAnatomy>> &done);
    //! Why a call of that key had been asked anew; see ExplanationTable::explainFirst().
    ReadToken explainFirst(const CallIdentity &identity,
                           const CacheKey &key,
                           const CacheSpace &space,
                           QObject *context,
                           const Done<CacheExplanation> &done);
    ReadToken explain(const CallIdentity &identity,
                      const CacheSpace &space,
                      QObject *context,
                      const Done<CacheExplanation> &done);
    //! @}

    //! \name What can be done
    //! @{
    using Operation = InvalidationTable::Operation;
    ReadToken dryRun(const CacheQuery &query,
                     InvalidationTable::Kind kind,
                     QObject *context,
                     const Done<Operation> &done);
    //! typed: the query as it was written.
    void invalidate(const CacheQuery &query,
                    const QString &typed,
                    InvalidationTable::Kind kind,
                    QObject *context,
                    const Done<Operation> &done);
    void undo(qint64 operation, QObject *context, const Done<InvalidationTable::Undone> &done);
    ReadToken operations(int limit, QObject *context, const Done<QList<Operation>> &done);
    //! For good; see InvalidationTable::erase().
    void erase(const CacheQuery &query, QObject *context, const Done<qint64> &done);
    //! How long an operation can be undone; from the next one on.
    void setUndoWindow(std::chrono::milliseconds window) { m_undoWindow = window; }

    void setPinned(const CacheQuery &query,
                   bool isPinned,
                   QObject *context,
                   const Done<qint64> &done);
    void setExpiry(const CacheQuery &query,
                   const std::optional<QDateTime> &expires,
                   QObject *context,
                   const Done<qint64> &done);
    void addTag(const CacheQuery &query,
                const QString &tag,
                QObject *context,
                const Done<qint64> &done);
    void removeTag(const CacheQuery &query,
                   const QString &tag,
                   QObject *context,
                   const Done<qint64> &done);
    void setNote(qint64 id, const QString &note, QObject *context, const Done<qint64> &done);
    //! @}

private:
    template <typename Edit>
    void edit(Edit change, QObject *context, const Done<qint64> &done);
    void indexSoon(std::chrono::milliseconds pause);
    void indexSome();

    ResponseCache &m_cache;
    Database &m_database;
    Clock &m_clock;
    std::chrono::milliseconds m_undoWindow = std::chrono::minutes(10);
    bool m_isIndexing = false;
};

} // namespace kagura
