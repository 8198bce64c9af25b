// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/cachecontroller.h"

#include "app/desktop/cachedesk.h"
#include "app/desktop/statisticscontroller.h"
#include "ui/cache/cacheentriespane.h"
#include "ui/cache/viewchips.h"
#include "ui/chat/displaytext.h"

namespace kagura {

namespace {

//! What models and people wrote, in one line that shows nothing but itself.
CacheEntry shownEntry(CacheEntry entry)
{
    for (QString *text : {&entry.requestHead, &entry.answerHead, &entry.agent, &entry.model,
                          &entry.servedModel, &entry.provider})
        *text = DisplayText::line(*text);
    for (QString &tag : entry.tags)
        tag = DisplayText::line(tag);
    return entry;
}

} // namespace

template <typename Work>
void CacheController::tell(Work work)
{
    QMetaObject::invokeMethod(
        &m_engine, [engine = &m_engine, work = std::move(work)] { work(engine->cache()); });
}

CacheController::CacheController(ChatEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_page(std::make_unique<CachePage>())
    , m_statistics(std::make_unique<StatisticsController>(engine, *m_page))
{
    listenToPage();
    listenToDesk();
    connect(m_statistics.get(), &StatisticsController::notified, this, &CacheController::notified);
    connect(m_statistics.get(), &StatisticsController::writeMessageRequested, this,
            &CacheController::writeMessageRequested);
}

CacheController::~CacheController() = default;

void CacheController::setTheme(const Theme &theme)
{
    m_page->setTheme(theme);
    m_statistics->pane().setTheme(theme);
}

void CacheController::listenToPage()
{
    CacheEntriesPane *entries = &m_page->entries();
    connect(&entries->model(), &CacheEntryModel::pageWanted, this,
            [this](const CachePageRequest &request) {
                tell([request](CacheDesk &desk) { desk.readPage(request); });
            });
    connect(entries, &CacheEntriesPane::countWanted, this, [this](const QString &query) {
        tell([query](CacheDesk &desk) { desk.count(query); });
    });
    connect(entries, &CacheEntriesPane::writeMessageRequested, this,
            &CacheController::writeMessageRequested);
    connect(m_page.get(), &CachePage::tabShown, this, [this](CachePage::Tab tab) {
        if (tab == CachePage::Tab::Entries)
            refresh();
    });
    connect(m_page.get(), &CachePage::modeChosen, this, [this](const QString &mode) {
        QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, mode] {
            engine->saveSetting(settings::CacheModeName, mode);
        });
    });
}

void CacheController::listenToDesk()
{
    const CacheDesk *desk = &m_engine.cache();
    CacheEntriesPane *entries = &m_page->entries();
    connect(&m_engine, &ChatEngine::cacheModeChanged, m_page.get(), &CachePage::setMode);
    connect(desk, &CacheDesk::opened, entries, &CacheEntriesPane::setTrouble);
    connect(desk, &CacheDesk::pageRead, entries, [entries](quint64 token, BrowserTable::Page page) {
        for (CacheEntry &entry : page.entries)
            entry = shownEntry(entry);
        entries->model().takePage(token, page);
    });
    connect(desk, &CacheDesk::pageFailed, &entries->model(), &CacheEntryModel::takeFailure);
    connect(desk, &CacheDesk::counted, entries,
            [entries](const QString &query, const BrowserTable::Count &count) {
                entries->setCount(query, count);
            });
    connect(desk, &CacheDesk::fillRead, m_page.get(), &CachePage::setFill);
    connect(desk, &CacheDesk::namesRead, entries, &CacheEntriesPane::setNames);
    connect(desk, &CacheDesk::notice, this, &CacheController::notified);
}

//! Each time the page is turned to: other parts of the program have used the cache since.
void CacheController::refresh()
{
    CacheEntriesPane &entries = m_page->entries();
    entries.reload();
    tell([](CacheDesk &desk) { desk.readNames(); });
    for (const CacheView &view : entries.views().views()) {
        if (view.query != entries.query())
            tell([query = view.query](CacheDesk &desk) { desk.count(query); });
    }
}

} // namespace kagura
