// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/cachedesk.h"

#include "app/desktop/cachedetails.h"
#include "app/services/cachestorage.h"
#include "core/async/runthen.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Whole = BrowserTable::Whole;

constexpr int ShownOperations = 200;
constexpr std::size_t KeptMisses = 200;
constexpr qint64 KeptMissBytes = 16LL * 1024 * 1024; // of request bodies
constexpr qsizetype MostViews = 50;

InvalidationTable::Kind kindOf(BulkWay way)
{
    return way == BulkWay::Hard ? InvalidationTable::Kind::Hard : InvalidationTable::Kind::Soft;
}

CacheQuery queryOf(qint64 id)
{
    return CacheQuery::parse(u"id:%1"_s.arg(id)).value();
}

CallIdentity identityOf(const Whole &whole)
{
    const CacheEntry &entry = whole.answer.entry;
    return {entry.dialect, entry.origin, entry.scope, entry.model, whole.request, {}, entry.sample};
}

} // namespace

CacheDesk::CacheDesk(QObject *parent)
    : QObject(parent)
{}

CacheDesk::~CacheDesk() = default;

void CacheDesk::start(CacheStorage &storage, const Settings &settings, const Clock &clock)
{
    m_storage = &storage;
    m_clock = &clock;
    connect(&storage, &CacheStorage::noted, this, &CacheDesk::follow);
    Q_EMIT viewsRead(viewsFromJson(settings.json(settings::CacheViews)));
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

void CacheDesk::readEntry(qint64 id)
{
    if (!browser())
        return;
    m_entry.cancel();
    m_entry = browser()->entry(id, this, [this, id](const Result<std::optional<Whole>> &whole) {
        if (!whole) {
            if (whole.error().kind != Error::Kind::Cancelled)
                Q_EMIT notice(whole.error().message);
            return;
        }
        if (!*whole) {
            Q_EMIT notice(tr("The entry is not there any more. Read the list again."));
            return;
        }
        m_entry = browser()->anatomy(
            id, this, [this, whole = **whole](const Result<std::optional<StoredAnatomy>> &anatomy) {
                if (!anatomy && anatomy.error().kind == Error::Kind::Cancelled)
                    return;
                const std::optional<StoredAnatomy> parts = anatomy ? *anatomy : std::nullopt;
                runThen(
                    this, [whole, parts] { return entryDetail(whole, parts); },
                    [this](const EntryDetail &detail) { Q_EMIT entryRead(detail); });
            });
    });
}

void CacheDesk::readPair(qint64 left, qint64 right)
{
    if (!browser())
        return;
    browser()->entry(left, this, [this, right](const Result<std::optional<Whole>> &first) {
        browser()->entry(right, this, [this, first](const Result<std::optional<Whole>> &second) {
            if (!first || !second || !*first || !*second) {
                Q_EMIT notice(tr("One of the entries is not there any more."));
                return;
            }
            runThen(
                this, [one = **first, other = **second] { return entryPair(one, other); },
                [this](const EntryPair &pair) { Q_EMIT pairRead(pair); });
        });
    });
}

void CacheDesk::explainEntry(qint64 id)
{
    if (!browser())
        return;
    browser()->entry(id, this, [this, id](const Result<std::optional<Whole>> &whole) {
        if (!whole || !*whole)
            return;
        const CacheEntry &entry = (*whole)->answer.entry;
        explain({0, identityOf(**whole), entry.key, CacheSpace{entry.space, 0, {}}},
                [this, id](const MissDetail &miss) { Q_EMIT entryExplained(id, miss); });
    });
}

void CacheDesk::explainCall(quint64 number)
{
    for (const Call &call : m_misses) {
        if (call.number == number) {
            explain(call,
                    [this, number](const MissDetail &miss) { Q_EMIT callExplained(number, miss); });
            return;
        }
    }
}

void CacheDesk::explain(const Call &call, const std::function<void(const MissDetail &)> &done)
{
    if (!browser())
        return;
    browser()->explainFirst(
        call.identity, call.key, call.space, this,
        [this, body = call.identity.body, done](const Result<CacheExplanation> &explanation) {
            if (!explanation) {
                Q_EMIT notice(explanation.error().message);
                return;
            }
            if (!explanation->nearest)
                return done(missDetail(*explanation, {}, {}));
            browser()->entry(
                explanation->nearest->id, this,
                [this, explanation = *explanation, body,
                 done](const Result<std::optional<Whole>> &nearest) {
                    const QByteArray other =
                        nearest && *nearest ? (*nearest)->request : QByteArray();
                    runThen(
                        this,
                        [explanation, body, other] { return missDetail(explanation, body, other); },
                        done);
                });
        });
}

void CacheDesk::readOperations()
{
    if (!browser())
        return;
    browser()->operations(ShownOperations, this,
                          [this](const Result<QList<InvalidationTable::Operation>> &operations) {
                              if (operations)
                                  Q_EMIT operationsRead(*operations);
                              else
                                  Q_EMIT notice(operations.error().message);
                          });
}

void CacheDesk::dryRun(const QString &query, BulkWay way)
{
    const Result<CacheQuery> parsed = CacheQuery::parse(query);
    if (!browser() || !parsed)
        return;
    m_dryRun.cancel();
    if (way == BulkWay::Erase) {
        m_dryRun = browser()->count(*parsed, this,
                                    [this, query, way](const Result<BrowserTable::Count> &count) {
                                        if (count)
                                            Q_EMIT dryRunDone(query, way, *count);
                                    });
        return;
    }
    m_dryRun = browser()->dryRun(
        *parsed, kindOf(way), this,
        [this, query, way](const Result<InvalidationTable::Operation> &operation) {
            if (operation)
                Q_EMIT dryRunDone(query, way, operation->count);
        });
}

void CacheDesk::takeOut(const QString &query, BulkWay way)
{
    const Result<CacheQuery> parsed = CacheQuery::parse(query);
    if (!browser() || !parsed) {
        Q_EMIT takingOutFailed(parsed ? tr("There is no cache on disk.") : parsed.error().message);
        return;
    }
    if (way == BulkWay::Erase) {
        browser()->erase(*parsed, this, [this](const Result<qint64> &entries) {
            if (entries)
                Q_EMIT erased(*entries);
            else
                Q_EMIT takingOutFailed(entries.error().message);
        });
        return;
    }
    browser()->invalidate(*parsed, query, kindOf(way), this,
                          [this](const Result<InvalidationTable::Operation> &operation) {
                              if (operation)
                                  Q_EMIT invalidated(*operation);
                              else
                                  Q_EMIT takingOutFailed(operation.error().message);
                          });
}

void CacheDesk::undo(qint64 operation)
{
    if (!browser())
        return;
    browser()->undo(operation, this, [this](const Result<InvalidationTable::Undone> &done) {
        if (done)
            Q_EMIT undone(*done);
        else
            Q_EMIT notice(done.error().message);
    });
}

void CacheDesk::setPinned(qint64 id, bool isPinned)
{
    if (browser())
        browser()->setPinned(queryOf(id), isPinned, this, reread(id));
}

void CacheDesk::setLifetime(qint64 id, std::optional<qint64> seconds)
{
    if (!browser())
        return;
    const std::optional<QDateTime> end =
        seconds ? std::optional(m_clock->wall().addSecs(*seconds)) : std::nullopt;
    browser()->setExpiry(queryOf(id), end, this, reread(id));
}

void CacheDesk::changeTags(qint64 id, const QStringList &added, const QStringList &removed)
{
    if (!browser())
        return;
    // Writes are done in their order: behind the last one all are there.
    qsizetype left = added.size() + removed.size();
    const auto done = [this, id, &left]() -> CacheBrowser::Done<qint64> {
        if (--left == 0)
            return reread(id);
        return [](const Result<qint64> &) {};
    };
    for (const QString &tag : removed)
        browser()->removeTag(queryOf(id), tag, this, done());
    for (const QString &tag : added)
        browser()->addTag(queryOf(id), tag, this, done());
}

void CacheDesk::setNote(qint64 id, const QString &note)
{
    if (browser())
        browser()->setNote(id, note, this, reread(id));
}

CacheBrowser::Done<qint64> CacheDesk::reread(qint64 id)
{
    return [this, id](const Result<qint64> &changed) {
        if (!changed)
            Q_EMIT notice(changed.error().message);
        tellChanged(id);
    };
}

void CacheDesk::tellChanged(qint64 id)
{
    browser()->entry(id, this, [this](const Result<std::optional<Whole>> &whole) {
        if (whole && *whole)
            Q_EMIT entryChanged((*whole)->answer.entry);
    });
}

void CacheDesk::follow(const CacheNote &note)
{
    FeedRow row;
    row.number = ++m_notes;
    row.at = m_clock->wall();
    row.note = note;
    row.note.call.reset(); // stays here, and is not carried through threads
    if (note.call) {
        row.canExplain = browser() != nullptr;
        m_misses.push_back({row.number, *note.call, note.key, note.space});
        m_missBytes += note.call->body.size();
        while (m_misses.size() > KeptMisses || m_missBytes > KeptMissBytes) {
            m_missBytes -= m_misses.front().identity.body.size();
            m_misses.pop_front();
        }
    }
    Q_EMIT noted(row);
}

Json viewsToJson(const QList<CacheView> &views)
{
    Json list = Json::array();
    for (const CacheView &view : views)
        list.push_back({{"name", toJson(view.name)}, {"query", toJson(view.query)}});
    return list;
}

QList<CacheView> viewsFromJson(const Json &json)
{
    QList<CacheView> views;
    if (!json.is_array())
        return views;
    for (const Json &one : json) {
        if (!one.is_object() || views.size() == MostViews)
            continue;
        const QString name = toQString(one.value("name", Json()));
        const QString query = toQString(one.value("query", Json()));
        if (!name.isEmpty() && CacheQuery::parse(query))
            views.append({name, query, true});
    }
    return views;
}

} // namespace kagura
