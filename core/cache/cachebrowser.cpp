// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachebrowser.h"

#include "core/cache/edittable.h"
#include "core/cache/searchtable.h"

#include <QPointer>

#include <utility>

namespace kagura {

namespace {

using namespace std::chrono_literals;

constexpr auto QuietPause = 1s; // after an answer was stored
constexpr auto NextPause = 20ms; // between two pieces of indexing: others write, too
constexpr int IndexedAtOnce = 16;

} // namespace

CacheBrowser::CacheBrowser(ResponseCache &cache, Database &database, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_database(database)
    , m_clock(clock)
{
    connect(&cache, &ResponseCache::stored, this, [this] { indexSoon(QuietPause); });
    indexSoon(QuietPause); // what an earlier end left undone
}

CacheBrowser::~CacheBrowser() = default;

void CacheBrowser::indexSoon(std::chrono::milliseconds pause)
{
    if (!std::exchange(m_isIndexing, true))
        m_clock.callLater(pause, this, [this] { indexSome(); });
}

void CacheBrowser::indexSome()
{
    m_database.write(
        Database::Durability::Normal,
        [](Connection &connection) { return SearchTable(connection).indexSome(IndexedAtOnce); },
        this,
        [this](const Result<int> &count) {
            m_isIndexing = false;
            // After a failure it goes on with the next answer that is stored.
            if (count && *count == IndexedAtOnce)
                indexSoon(NextPause);
        });
}

ReadToken CacheBrowser::page(const CacheQuery &query,
                             BrowserTable::Order order,
                             const std::optional<BrowserTable::Place> &after,
                             int limit,
                             QObject *context,
                             const Done<BrowserTable::Page> &done)
{
    const QString match = query.match();
    if (order == BrowserTable::Order::BestMatch && !match.isEmpty())
        return m_database.read(
            [match, rest = query.condition(m_clock.wall(), CacheQuery::Part::WithoutMatch), after,
             limit](Connection &connection) {
                return BrowserTable(connection).ranked(match, rest, after, limit);
            },
            context, done);
    return m_database.read(
        [condition = query.condition(m_clock.wall()), order, after, limit](Connection &connection) {
            return BrowserTable(connection).page(condition, order, after, limit);
        },
        context, done);
}

ReadToken CacheBrowser::count(const CacheQuery &query,
                              QObject *context,
                              const Done<BrowserTable::Count> &done)
{
    return m_database.read(
        [condition = query.condition(m_clock.wall())](Connection &connection) {
            return BrowserTable(connection).count(condition);
        },
        context, done);
}

ReadToken CacheBrowser::names(QObject *context, const Done<BrowserTable::Names> &done)
{
    return m_database.read([](Connection &connection) { return BrowserTable(connection).names(); },
                           context, done);
}

ReadToken CacheBrowser::entry(qint64 id,
                              QObject *context,
                              const Done<std::optional<BrowserTable::Whole>> &done)
{
    return m_database.read(
        [id](Connection &connection) { return BrowserTable(connection).entry(id); }, context, done);
}

ReadToken CacheBrowser::statistics(const QDateTime &from,
                                   const QDateTime &to,
                                   StatTable::By by,
                                   QObject *context,
                                   const Done<QList<CacheStat>> &done)
{
    m_cache.flush(); // what happened just now belongs to it; the read may be before it, once
    return m_database.read(
        [from, to, by](Connection &connection) { return StatTable(connection).read(from, to, by); },
        context, done);
}

ReadToken CacheBrowser::report(const CacheReport::Period &period,
                               QObject *context,
                               const Done<CacheReport> &done)
{
    m_cache.flush(); // as for statistics()
    return m_database.read(
        [period](Connection &connection) { return CacheReport::read(connection, period); }, context,
        done);
}

ReadToken CacheBrowser::anatomy(qint64 id,
                                QObject *context,
                                const Done<std::optional<StoredAnatomy>> &done)
{
    return m_database.read([id](Connection &connection) { return AnatomyTable(connection).of(id); },
                           context, done);
}

ReadToken CacheBrowser::explainFirst(const CallIdentity &identity,
                                     const CacheKey &key,
                                     const CacheSpace &space,
                                     QObject *context,
                                     const Done<CacheExplanation> &done)
{
    return m_database.read(
        [identity, key, space](Connection &connection) -> Result<CacheExplanation> {
            const Result<RequestKey> made = RequestKey::of(identity, space);
            if (!made)
                return made.error();
            // What is stored of a call has not its headers, and so would give another key.
            return ExplanationTable(connection).explainFirst(identity, {key, made->shape}, space);
        },
        context, done);
}

ReadToken CacheBrowser::previewBudget(qint64 diskBytes,
                                      QObject *context,
                                      const Done<EvictionTable::Preview> &done)
{
    return m_database.read(
        [budget = EvictionTable::Budget{diskBytes, m_cache.options().diskEntries}](
            Connection &connection) { return EvictionTable(connection).preview(budget); },
        context, done);
}

ReadToken CacheBrowser::explain(const CallIdentity &identity,
                                const CacheSpace &space,
                                QObject *context,
                                const Done<CacheExplanation> &done)
{
    return m_database.read(
        [identity, space,
         now = m_clock.wall()](Connection &connection) -> Result<CacheExplanation> {
            const Result<RequestKey> key = RequestKey::of(identity, space);
            if (!key)
                return key.error();
            return ExplanationTable(connection).explain(identity, *key, space, now);
        },
        context, done);
}

ReadToken CacheBrowser::dryRun(const CacheQuery &query,
                               InvalidationTable::Kind kind,
                               QObject *context,
                               const Done<Operation> &done)
{
    return m_database.read(
        [query, kind, now = m_clock.wall()](Connection &connection) {
            return InvalidationTable(connection).dryRun(query, kind, now);
        },
        context, done);
}

void CacheBrowser::invalidate(const CacheQuery &query,
                              const QString &typed,
                              InvalidationTable::Kind kind,
                              QObject *context,
                              const Done<Operation> &done)
{
    m_cache.invalidate(
        [query, typed, kind, now = m_clock.wall(), window = m_undoWindow](Connection &connection) {
            return InvalidationTable(connection).invalidate(query, typed, kind, now, window);
        },
        context, done);
}

void CacheBrowser::undo(qint64 operation,
                        QObject *context,
                        const Done<InvalidationTable::Undone> &done)
{
    m_database.write(
        Database::Durability::Normal,
        [operation, now = m_clock.wall()](Connection &connection) {
            return InvalidationTable(connection).undo(operation, now);
        },
        context, done);
}

ReadToken CacheBrowser::operations(int limit, QObject *context, const Done<QList<Operation>> &done)
{
    return m_database.read(
        [limit](Connection &connection) { return InvalidationTable(connection).operations(limit); },
        context, done);
}

void CacheBrowser::erase(const CacheQuery &query, QObject *context, const Done<qint64> &done)
{
    m_cache.invalidate(
        [query, now = m_clock.wall()](Connection &connection) {
            return InvalidationTable(connection).erase(query, now);
        },
        &m_cache, // also when nobody waits for it any more
        [this, receiver = QPointer(context), done](const Result<qint64> &erased) {
            if (erased)
                m_database.foldLog(); // which holds the pages as they were
            if (receiver)
                done(erased);
        });
}

template <typename Edit>
void CacheBrowser::edit(Edit change, QObject *context, const Done<qint64> &done)
{
    const QPointer<QObject> receiver(context);
    m_database.write(
        Database::Durability::Normal,
        [change](Connection &connection) {
            EditTable table(connection);
            return change(table);
        },
        this,
        [this, receiver, done](const Result<qint64> &count) {
            m_cache.reload();
            if (receiver)
                done(count);
        });
}

void CacheBrowser::setPinned(const CacheQuery &query,
                             bool isPinned,
                             QObject *context,
                             const Done<qint64> &done)
{
    edit([condition = query.condition(m_clock.wall()),
          isPinned](EditTable &table) { return table.setPinned(condition, isPinned); },
         context, done);
}

void CacheBrowser::setExpiry(const CacheQuery &query,
                             const std::optional<QDateTime> &expires,
                             QObject *context,
                             const Done<qint64> &done)
{
    edit([condition = query.condition(m_clock.wall()),
          expires](EditTable &table) { return table.setExpiry(condition, expires); },
         context, done);
}

void CacheBrowser::addTag(const CacheQuery &query,
                          const QString &tag,
                          QObject *context,
                          const Done<qint64> &done)
{
    edit([condition = query.condition(m_clock.wall()),
          tag](EditTable &table) { return table.addTag(condition, tag); },
         context, done);
}

void CacheBrowser::removeTag(const CacheQuery &query,
                             const QString &tag,
                             QObject *context,
                             const Done<qint64> &done)
{
    edit([condition = query.condition(m_clock.wall()),
          tag](EditTable &table) { return table.removeTag(condition, tag); },
         context, done);
}

void CacheBrowser::setNote(qint64 id,
                           const QString &note,
                           QObject *context,
                           const Done<qint64> &done)
{
    edit([id, note](EditTable &table) { return table.setNote(entryOf(id), note); }, context, done);
}

} // namespace kagura
