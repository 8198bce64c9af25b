// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/cachecontroller.h"

#include "app/desktop/cachedesk.h"
#include "app/desktop/cachedetails.h"
#include "app/desktop/statisticscontroller.h"
#include "ui/cache/cacheentriespane.h"
#include "ui/cache/cachepreview.h"
#include "ui/cache/cacheworkbench.h"
#include "ui/cache/feedpane.h"
#include "ui/cache/operationspane.h"
#include "ui/cache/statisticspane.h"
#include "ui/cache/viewchips.h"
#include "ui/chat/markdownblocksource.h"
#include "ui/chat/plainblocksource.h"
#include "ui/chat/transcriptview.h"

#include <QClipboard>
#include <QGuiApplication>

namespace kagura {

namespace {

std::unique_ptr<BlockSource> newBlockSource(TranscriptMessage::Author author)
{
    if (author == TranscriptMessage::Author::User)
        return std::make_unique<PlainBlockSource>();
    return std::make_unique<MarkdownBlockSource>();
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
{
    m_conversation = new TranscriptView(m_messages, m_frames, m_clock, newBlockSource);
    m_page = std::make_unique<CachePage>(m_conversation);
    listenToEntries();
    listenToPreview();
    listenToOthers();
    listenToDesk();
    listenToAnswers();
    m_statistics = std::make_unique<StatisticsController>(engine, *m_page);
    connect(m_statistics.get(), &StatisticsController::notified, this, &CacheController::notified);
    connect(m_statistics.get(), &StatisticsController::writeMessageRequested, this,
            &CacheController::writeMessageRequested);
}

CacheController::~CacheController()
{
    m_statistics.reset();
    m_page.reset(); // its conversation still looks at the messages
}

void CacheController::setTheme(const Theme &theme)
{
    m_page->setTheme(theme);
    m_statistics->pane().setTheme(theme);
    ChatStyle style = ChatStyle::of(theme);
    style.ground = theme.color(ColorToken::Background);
    m_conversation->setChatStyle(style);
}

void CacheController::showKey(const CacheKey &key)
{
    m_page->showTab(CachePage::Tab::Entries);
    m_page->workbench().showKey(key);
}

void CacheController::listenToEntries()
{
    CacheWorkbench *bench = &m_page->workbench();
    CacheEntriesPane *entries = &bench->entries();
    connect(&entries->model(), &CacheEntryModel::pageWanted, this,
            [this](const CachePageRequest &request) {
                tell([request](CacheDesk &desk) { desk.readPage(request); });
            });
    connect(entries, &CacheEntriesPane::countWanted, this, [this](const QString &query) {
        tell([query](CacheDesk &desk) { desk.count(query); });
    });
    connect(entries, &CacheEntriesPane::writeMessageRequested, this,
            &CacheController::writeMessageRequested);
    connect(&entries->views(), &ViewChips::ownViewsChanged, this,
            [this](const QList<CacheView> &views) {
                QMetaObject::invokeMethod(&m_engine, [engine = &m_engine, views] {
                    engine->saveSetting(settings::CacheViews, viewsToJson(views));
                });
            });
    connect(bench, &CacheWorkbench::detailWanted, this, [this](qint64 id) {
        m_replay.stop();
        m_messages.reset({});
        tell([id](CacheDesk &desk) { desk.readEntry(id); });
    });
    connect(bench, &CacheWorkbench::pairWanted, this, [this](qint64 left, qint64 right) {
        tell([left, right](CacheDesk &desk) { desk.readPair(left, right); });
    });
    connect(bench, &CacheWorkbench::undoRequested, this, [this](qint64 operation) {
        tell([operation](CacheDesk &desk) { desk.undo(operation); });
    });
    connect(bench, &CacheWorkbench::notified, this, &CacheController::notified);
    connect(&bench->bulk(), &BulkBar::dryRunWanted, this,
            [this](const QString &query, BulkWay way) {
                tell([query, way](CacheDesk &desk) { desk.dryRun(query, way); });
            });
    connect(&bench->bulk(), &BulkBar::confirmed, this, [this](const QString &query, BulkWay way) {
        tell([query, way](CacheDesk &desk) { desk.takeOut(query, way); });
    });
}

void CacheController::listenToPreview()
{
    CachePreview *preview = &m_page->workbench().preview();
    connect(preview, &CachePreview::replayRequested, this, &CacheController::replay);
    connect(preview, &CachePreview::pinRequested, this, [this](qint64 id, bool isPinned) {
        tell([id, isPinned](CacheDesk &desk) { desk.setPinned(id, isPinned); });
    });
    connect(preview, &CachePreview::lifetimeRequested, this,
            [this](qint64 id, std::optional<qint64> seconds) {
                tell([id, seconds](CacheDesk &desk) { desk.setLifetime(id, seconds); });
            });
    connect(preview, &CachePreview::tagsChanged, this,
            [this](qint64 id, const QStringList &added, const QStringList &removed) {
                tell(
                    [id, added, removed](CacheDesk &desk) { desk.changeTags(id, added, removed); });
            });
    connect(preview, &CachePreview::noteChanged, this, [this](qint64 id, const QString &note) {
        tell([id, note](CacheDesk &desk) { desk.setNote(id, note); });
    });
    connect(preview, &CachePreview::missWanted, this,
            [this](qint64 id) { tell([id](CacheDesk &desk) { desk.explainEntry(id); }); });
    connect(preview, &CachePreview::copyRequested, this, &CacheController::copy);
    connect(&m_replay, &EntryReplay::arrived, this, [this](const StreamBeat &beat) {
        if (beat.isReasoning)
            m_messages.appendReasoning(AnswerId, beat.text);
        else
            m_messages.appendText(AnswerId, beat.text);
    });
    connect(&m_replay, &EntryReplay::ended, this, [this, preview] {
        preview->setReplaying(false);
        m_messages.replace(entryMessages(m_detail, m_clock.wall()).constLast());
    });
}

void CacheController::listenToOthers()
{
    connect(&m_page->operations(), &OperationsPane::undoRequested, this, [this](qint64 operation) {
        tell([operation](CacheDesk &desk) { desk.undo(operation); });
    });
    FeedPane *feed = &m_page->feed();
    connect(feed, &FeedPane::missWanted, this, [this](quint64 number) {
        tell([number](CacheDesk &desk) { desk.explainCall(number); });
    });
    connect(feed, &FeedPane::entryRequested, this, &CacheController::showKey);
    connect(feed, &FeedPane::nearestRequested, this,
            [this](const CacheEntry &nearest) { showKey(nearest.key); });
    connect(feed, &FeedPane::copyRequested, this, &CacheController::copy);
    connect(m_page.get(), &CachePage::tabShown, this, [this](CachePage::Tab tab) {
        if (tab == CachePage::Tab::Entries)
            refresh();
        else if (tab == CachePage::Tab::Operations)
            tell([](CacheDesk &desk) { desk.readOperations(); });
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
    CacheEntriesPane *entries = &m_page->workbench().entries();
    connect(&m_engine, &ChatEngine::cacheModeChanged, m_page.get(), &CachePage::setMode);
    connect(desk, &CacheDesk::opened, entries, &CacheEntriesPane::setTrouble);
    connect(desk, &CacheDesk::viewsRead, &entries->views(), &ViewChips::setOwnViews);
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
    connect(desk, &CacheDesk::noted, &m_page->feed(), &FeedPane::add);
    connect(desk, &CacheDesk::callExplained, &m_page->feed(), &FeedPane::setMiss);
    connect(desk, &CacheDesk::operationsRead, &m_page->operations(),
            [this](const QList<InvalidationTable::Operation> &operations) {
                m_page->operations().setOperations(operations, m_clock.wall());
            });
}

void CacheController::listenToAnswers()
{
    const CacheDesk *desk = &m_engine.cache();
    CacheWorkbench *bench = &m_page->workbench();
    connect(desk, &CacheDesk::entryRead, this, &CacheController::showDetail);
    connect(desk, &CacheDesk::entryChanged, bench,
            [bench](const CacheEntry &entry) { bench->takeEntry(shownEntry(entry)); });
    connect(desk, &CacheDesk::pairRead, bench, &CacheWorkbench::showPair);
    connect(desk, &CacheDesk::entryExplained, bench, [bench](qint64 id, const MissDetail &miss) {
        const std::optional<CacheEntry> &shown = bench->preview().entry();
        if (shown && shown->id == id)
            bench->preview().setMiss(miss);
    });
    connect(desk, &CacheDesk::dryRunDone, &bench->bulk(), &BulkBar::setDryRun);
    connect(desk, &CacheDesk::invalidated, bench, &CacheWorkbench::takeOperation);
    connect(desk, &CacheDesk::erased, bench, [this, bench](qint64 entries) {
        bench->takeErased();
        Q_EMIT notified(tr("%1 erased for good").arg(entriesText(entries)));
    });
    connect(desk, &CacheDesk::takingOutFailed, bench, [this, bench](const QString &why) {
        bench->takeFailure();
        Q_EMIT notified(why);
    });
    connect(desk, &CacheDesk::undone, this, [this](const InvalidationTable::Undone &undone) {
        Q_EMIT notified(undoneText(undone));
        m_page->workbench().entries().reload();
        tell([](CacheDesk &worker) { worker.readOperations(); });
    });
}

//! Each time the page is turned to: other parts of the program have used the cache since.
void CacheController::refresh()
{
    CacheEntriesPane &entries = m_page->workbench().entries();
    entries.reload();
    tell([](CacheDesk &desk) { desk.readNames(); });
    for (const CacheView &view : entries.views().views()) {
        if (view.query != entries.query())
            tell([query = view.query](CacheDesk &desk) { desk.count(query); });
    }
}

void CacheController::showDetail(const EntryDetail &detail)
{
    EntryDetail shown = detail;
    shown.entry = shownEntry(detail.entry);
    CachePreview &preview = m_page->workbench().preview();
    if (!preview.entry() || preview.entry()->id != shown.entry.id)
        return; // somebody has turned to another one
    m_detail = shown;
    m_messages.reset(entryMessages(shown, m_clock.wall()));
    preview.setDetail(shown);
}

void CacheController::replay()
{
    if (m_replay.isRunning())
        return m_replay.stop();
    if (m_detail.beats.isEmpty())
        return;
    TranscriptMessage answer = entryMessages(m_detail, m_clock.wall()).constLast();
    answer.text.clear();
    answer.reasoning.clear();
    answer.state = TranscriptMessage::State::Streaming;
    answer.sentAt = m_clock.monotonic();
    answer.outputTokens.reset();
    m_messages.replace(answer);
    m_conversation->scrollToEnd();
    CachePreview &preview = m_page->workbench().preview();
    preview.showSide(CachePreview::Side::Conversation);
    preview.setReplaying(true);
    m_replay.start(m_detail.beats);
}

void CacheController::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT notified(tr("Copied"));
}

} // namespace kagura
