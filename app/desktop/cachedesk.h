// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/cache/cachebrowser.h"
#include "core/cache/cachingprovider.h"
#include "core/settings/settings.h"
#include "ui/cache/bulkway.h"
#include "ui/cache/cacheentrymodel.h"
#include "ui/cache/cacheview.h"
#include "ui/cache/cachewords.h"
#include "ui/cache/entrydetail.h"
#include "ui/cache/feedmodel.h"
#include "ui/cache/querycompletion.h"

#include <QObject>

#include <deque>
#include <functional>

namespace kagura {

class CacheStorage;

//! The cache page's other half: reads and changes the cache of answers, in the engine thread.
//!
//! Queries come as they are written and are sound; one that is not is answered with what is wrong.
//! What is large is read in threads of the pool.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: ends before the cache. Errors:
//! told with the answers; notice() for what nobody asked.
class CacheDesk final : public QObject
{
    Q_OBJECT

public:
    explicit CacheDesk(QObject *parent = nullptr);
    ~CacheDesk() override;

    void start(CacheStorage &storage, const Settings &settings, const Clock &clock);

    //! \name What there is
    //! @{
    void readPage(const CachePageRequest &request);
    //! What waits is counted one after another; a query that waits already does not wait twice.
    void count(const QString &query);
    void readNames();
    void readEntry(qint64 id); //!< the last one asked for; entryRead()
    void readPair(qint64 left, qint64 right);
    void explainEntry(qint64 id);
    void explainCall(quint64 number); //!< of a FeedRow
    void readOperations();
    //! @}

    //! \name What can be done
    //! @{
    void dryRun(const QString &query, BulkWay way);
    void takeOut(const QString &query, BulkWay way);
    void undo(qint64 operation);
    void setPinned(qint64 id, bool isPinned);
    void setLifetime(qint64 id, std::optional<qint64> seconds); //!< from now; empty: for ever
    void changeTags(qint64 id, const QStringList &added, const QStringList &removed);
    void setNote(qint64 id, const QString &note);
    //! @}

Q_SIGNALS:
    //! There is no file; in words. Empty: there is one.
    void opened(const QString &trouble);
    void viewsRead(const QList<kagura::CacheView> &views);
    void pageRead(quint64 token, const kagura::BrowserTable::Page &page);
    void pageFailed(quint64 token, const kagura::Error &error);
    void counted(const QString &query, const kagura::BrowserTable::Count &count);
    void fillRead(const kagura::CacheFill &fill);
    void namesRead(const kagura::CacheNames &names);
    void entryRead(const kagura::EntryDetail &detail);
    void entryChanged(const kagura::CacheEntry &entry);
    void pairRead(const kagura::EntryPair &pair);
    void entryExplained(qint64 id, const kagura::MissDetail &miss);
    void callExplained(quint64 number, const kagura::MissDetail &miss);
    void operationsRead(const QList<kagura::InvalidationTable::Operation> &operations);
    void dryRunDone(const QString &query,
                    kagura::BulkWay way,
                    const kagura::BrowserTable::Count &count);
    void invalidated(const kagura::InvalidationTable::Operation &operation);
    void erased(qint64 entries);
    void undone(const kagura::InvalidationTable::Undone &undone);
    void takingOutFailed(const QString &why);
    void noted(const kagura::FeedRow &row);
    void notice(const QString &text);

private:
    //! A miss that can still be explained.
    struct Call
    {
        quint64 number = 0;
        CallIdentity identity;
        CacheKey key;
        CacheSpace space;
    };

    void countNext();
    void follow(const CacheNote &note);
    void explain(const Call &call, const std::function<void(const MissDetail &)> &done);
    void tellChanged(qint64 id);
    [[nodiscard]] CacheBrowser::Done<qint64> reread(qint64 id);
    [[nodiscard]] CacheBrowser *browser() const;

    CacheStorage *m_storage = nullptr;
    const Clock *m_clock = nullptr;
    ReadToken m_page; //!< the last first page: a newer question makes it pointless
    ReadToken m_entry; //!< likewise
    ReadToken m_dryRun; //!< likewise
    QStringList m_toCount;
    bool m_isCounting = false;
    std::deque<Call> m_misses; //!< the latest, of bounded size together
    qint64 m_missBytes = 0;
    quint64 m_notes = 0;
};

//! \name Saved views in the settings
//! @{
[[nodiscard]] Json viewsToJson(const QList<CacheView> &views);
[[nodiscard]] QList<CacheView> viewsFromJson(const Json &json); //!< what is none is left out
//! @}

} // namespace kagura
