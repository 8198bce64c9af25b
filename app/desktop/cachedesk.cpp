// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/cachedesk.h"

#include "app/services/cachestorage.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

CacheDesk::CacheDesk(QObject *parent)
    : QObject(parent)
{}

CacheDesk::~CacheDesk() = default;

void CacheDesk::start(CacheStorage &storage)
{
    m_storage = &storage;
    Q_EMIT opened(browser() ? QString()
                            : tr("The data folder cannot be used, so answers are kept in memory "
                                 "alone, until the program ends."));
}

CacheBrowser *CacheDesk::browser() const
{
    return m_storage ? m_storage->browser() : nullptr;
}

void CacheDesk::readPage(const CachePageRequest &request)
{
    const Result<CacheQuery> query = CacheQuery::parse(request.query);
    if (!query) {
        Q_EMIT pageFailed(request.token, query.error());
        return;
    }
    if (!browser())
        return;
    if (!request.after)
        m_page.cancel();
    const ReadToken reading =
        browser()->page(*query, request.order, request.after, request.limit, this,
                        [this, token = request.token](const Result<BrowserTable::Page> &page) {
                            if (page)
                                Q_EMIT pageRead(token, *page);
                            else
                                Q_EMIT pageFailed(token, page.error());
                        });
    if (!request.after)
        m_page = reading;
}

void CacheDesk::count(const QString &query)
{
    if (!m_toCount.contains(query))
        m_toCount.append(query);
    countNext();
}

void CacheDesk::countNext()
{
    if (m_isCounting || m_toCount.isEmpty() || !browser())
        return;
    const QString written = m_toCount.takeFirst();
    const Result<CacheQuery> query = CacheQuery::parse(written);
    if (!query)
        return countNext();
    m_isCounting = true;
    browser()->count(*query, this, [this, written](const Result<BrowserTable::Count> &count) {
        m_isCounting = false;
        if (count) {
            Q_EMIT counted(written, *count);
            if (written.isEmpty())
                Q_EMIT fillRead(
                    {count->entries, count->bytes, m_storage->cache().options().diskBytes});
        }
        countNext();
    });
}

void CacheDesk::readNames()
{
    if (!browser())
        return;
    browser()->names(this, [this](const Result<BrowserTable::Names> &names) {
        if (names)
            Q_EMIT namesRead({names->models, names->agents, names->tags, names->providers});
    });
}

} // namespace kagura
