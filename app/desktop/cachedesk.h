// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachebrowser.h"
#include "core/cache/cachingprovider.h"
#include "ui/cache/cacheentrymodel.h"
#include "ui/cache/cachewords.h"
#include "ui/cache/querycompletion.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace kagura {

class CacheStorage;

//! The cache page's other half: reads and changes the cache of answers, in the engine thread.
//!
//! Queries come as they are written and are sound; one that is not is answered with what is wrong.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: ends before the cache. Errors:
//! told with the answers; notice() for what nobody asked.
class CacheDesk final : public QObject
{
    Q_OBJECT

public:
    explicit CacheDesk(QObject *parent = nullptr);
    ~CacheDesk() override;

    void start(CacheStorage &storage);

    void readPage(const CachePageRequest &request);
    //! What waits is counted one after another; a query that waits already does not wait twice.
    void count(const QString &query);
    void readNames();

Q_SIGNALS:
    //! There is no file; in words. Empty: there is one.
    void opened(const QString &trouble);
    void pageRead(quint64 token, const kagura::BrowserTable::Page &page);
    void pageFailed(quint64 token, const kagura::Error &error);
    void counted(const QString &query, const kagura::BrowserTable::Count &count);
    void fillRead(const kagura::CacheFill &fill);
    void namesRead(const kagura::CacheNames &names);
    void notice(const QString &text);

private:
    void countNext();
    [[nodiscard]] CacheBrowser *browser() const;

    CacheStorage *m_storage = nullptr;
    ReadToken m_page; //!< the last first page: a newer question makes it pointless
    QStringList m_toCount;
    bool m_isCounting = false;
};

} // namespace kagura
