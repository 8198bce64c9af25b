// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/responsecache.h"

#include "core/base/logging.h"
#include "core/cache/accesstable.h"
#include "core/cache/evictiontable.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr auto GenerationTrust = 1s; // how long another process's invalidation may go unnoticed
constexpr auto NotePause = 2s;
constexpr auto SweepPause = 10min;
constexpr auto ClockTolerance = 5min; // between two machines, or two starts
constexpr qint64 ShrinkStep = 16LL * 1024 * 1024; // so that a write stays short
constexpr qint64 LargestBacklog = 64LL * 1024 * 1024;
constexpr std::size_t EntryOverhead = 1024; // of one in memory, beside its answer

CacheReason reasonOfLoss(const QString &name)
{
    for (const CacheReason reason : {CacheReason::Expired, CacheReason::Evicted,
                                     CacheReason::Invalidated, CacheReason::Corrupt}) {
        if (name == cacheReasonName(reason))
            return reason;
    }
    return CacheReason::NeverSeen;
}

} // namespace

//! A look-up that was not answered yet.
struct ResponseCache::Pending
{
    CacheKey key;
    QPointer<QObject> context;
    Found done;
    Token token;
    bool isAnswered = false;

    void answer(const Finding &finding)
    {
        if (std::exchange(isAnswered, true) || !context)
            return;
        done(finding);
    }
};

ResponseCache::ResponseCache(Clock &clock,
                             Database *database,
                             const Options &options,
                             QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_database(database)
    , m_options(options)
    , m_memory({static_cast<std::size_t>(options.memoryBytes)})
{}

ResponseCache::~ResponseCache()
{
    flush();
}

void ResponseCache::setBudgets(qint64 memoryBytes, qint64 diskBytes)
{
    m_options.memoryBytes = memoryBytes;
    m_options.diskBytes = diskBytes;
    m_memory.setLimits({static_cast<std::size_t>(memoryBytes)});
    if (m_database && !std::exchange(m_isShrinking, true))
        shrink();
}

void ResponseCache::shrink()
{
    m_database->write(
        Database::Durability::Normal,
        [budget = EvictionTable::Budget{m_options.diskBytes, m_options.diskEntries},
         now = m_clock.wall()](Connection &connection) -> Result<bool> {
            const Result<qint64> bytes =
                connection.integer(QStringLiteral("SELECT bytes FROM balance"));
            if (!bytes)
                return bytes.error();
            EvictionTable::Budget step = budget;
            step.bytes = std::max(budget.bytes, *bytes - ShrinkStep);
            const Result<qint64> evicted = EvictionTable(connection).evict(step, now);
            if (!evicted)
                return evicted.error();
            return *evicted > 0 && step.bytes > budget.bytes;
        },
        this,
        [this](const Result<bool> &goesOn) {
            m_isShrinking = goesOn && *goesOn;
            if (m_isShrinking)
                shrink();
            else
                Q_EMIT shrunk();
        });
}

bool ResponseCache::isGenerationFresh() const
{
    return !m_database
        || (m_diskGeneration && m_clock.monotonic() - m_generationReadAt < GenerationTrust);
}

std::shared_ptr<const ResponseCache::Held> ResponseCache::held(const CacheKey &key)
{
    std::shared_ptr<const Held> found = m_memory.find(key);
    if (found && found->deadline && m_clock.monotonic() > *found->deadline) {
        m_memory.erase(key);
        return nullptr;
    }
    return found;
}

std::optional<ResponseCache::Finding> ResponseCache::findNow(const CacheKey &key)
{
    Finding finding;
    finding.token = {m_generation, m_diskGeneration};
    if (!isGenerationFresh())
        return std::nullopt;
    if (const std::shared_ptr<const Held> found = held(key)) {
        // Shares ownership with what holds it.
        finding.answer = std::shared_ptr<const CachedAnswer>(found, &found->answer);
        return finding;
    }
    if (m_database)
        return std::nullopt;
    finding.reason = CacheReason::NeverSeen;
    return finding;
}

void ResponseCache::find(const CacheKey &key, QObject *context, Found done)
{
    const auto pending = std::make_shared<Pending>();
    pending->key = key;
    pending->context = context;
    pending->done = std::move(done);
    pending->token.local = m_generation;
    if (!m_database) {
        QMetaObject::invokeMethod(
            context, [this, pending] { pending->answer(*findNow(pending->key)); },
            Qt::QueuedConnection);
        return;
    }
    m_clock.callLater(m_options.patience, context, [this, pending] {
        if (pending->isAnswered)
            return;
        ++m_counts.diskTimeouts;
        Finding finding;
        finding.token = pending->token;
        finding.reason = CacheReason::TierTimeout;
        pending->answer(finding);
    });
    // A reader might still see what is just being taken away.
    if (m_invalidations > 0)
        m_waiting.append(pending);
    else
        readDisk(pending);
}

void ResponseCache::readDisk(const std::shared_ptr<Pending> &pending)
{
    m_database->read(
        [key = pending->key](Connection &connection) { return EntryTable(connection).find(key); },
        this,
        [this, pending](const Result<EntryTable::Finding> &reading) {
            if (!pending->isAnswered)
                takeReading(*pending, reading);
        });
}

void ResponseCache::takeReading(Pending &pending, const Result<EntryTable::Finding> &reading)
{
    Finding finding;
    finding.token = pending.token;
    const bool wasOvertaken = pending.token.local != m_generation;
    if (!reading) {
        ++m_counts.diskErrors;
        finding.reason = CacheReason::TierError;
        // A disk that cannot be read brings no news from others; what is in memory still holds.
        if (const std::shared_ptr<const Held> found = held(pending.key); found && !wasOvertaken)
            finding.answer = std::shared_ptr<const CachedAnswer>(found, &found->answer);
        pending.answer(finding);
        return;
    }
    learnGeneration(reading->generation);
    finding.token.disk = reading->generation;
    // The news that it brought does not void what it saw.
    if (!wasOvertaken)
        finding.token.local = m_generation;
    if (wasOvertaken || reading->generation != m_diskGeneration) {
        finding.reason = CacheReason::Invalidated;
    } else if (reading->isCorrupt) {
        ++m_counts.corrupt;
        finding.reason = CacheReason::Corrupt;
        m_database->write(Database::Durability::Normal,
                          [key = pending.key, now = m_clock.wall()](Connection &connection) {
                              return EntryTable(connection).removeCorrupt(key, now);
                          });
    } else if (const std::shared_ptr<const Held> found = held(pending.key)) {
        // It was stored, or found, while we read.
        finding.answer = std::shared_ptr<const CachedAnswer>(found, &found->answer);
    } else if (reading->answer) {
        judge(finding, *reading->answer);
    } else {
        finding.reason = reasonOfLoss(reading->lostBecause);
    }
    pending.answer(finding);
}

void ResponseCache::judge(Finding &finding, const CachedAnswer &answer)
{
    const auto shared = std::make_shared<CachedAnswer>(answer);
    CacheEntry &entry = shared->entry;
    const QDateTime now = m_clock.wall();
    const milliseconds ahead(now.msecsTo(entry.created));
    if (ahead > ClockTolerance) {
        // How old it is nobody knows; it gets its whole life, from now.
        ++m_counts.clockSkews;
        if (entry.expires)
            entry.expires = now.addMSecs(entry.created.msecsTo(*entry.expires));
        entry.created = now;
        entry.flags |= CacheEntry::HadClockSkew;
        m_database->write(Database::Durability::Normal,
                          [key = entry.key, now](Connection &connection) {
                              return EntryTable(connection).mendClock(key, now);
                          });
    }
    const bool isExpired = !entry.isPinned && entry.expires && now > *entry.expires;
    if (entry.state == CacheEntry::State::Stale || isExpired) {
        finding.stale = shared;
        finding.reason = isExpired ? CacheReason::Expired : CacheReason::SoftlyInvalidated;
        return;
    }
    finding.answer = shared;
    finding.tier = ChatReply::Origin::Disk;
    keep(*shared);
}

void ResponseCache::learnGeneration(qint64 generation)
{
    // Two readers may answer in another order than that of what they saw. And what is read while we
    // invalidate ourselves is void in any case.
    if (m_invalidations > 0 || (m_diskGeneration && generation < *m_diskGeneration))
        return;
    if (m_diskGeneration && generation > *m_diskGeneration) {
        ++m_counts.foreignInvalidations;
        m_memory.clear();
        ++m_generation;
    }
    m_diskGeneration = generation;
    m_generationReadAt = m_clock.monotonic();
}

void ResponseCache::keep(const CachedAnswer &answer)
{
    auto kept = std::make_shared<Held>();
    kept->answer = answer;
    if (answer.entry.expires && !answer.entry.isPinned)
        kept->deadline =
            m_clock.monotonic() + milliseconds(m_clock.wall().msecsTo(*answer.entry.expires));
    const auto bytes = static_cast<std::size_t>(answer.log.size()) + EntryOverhead;
    m_memory.insert(answer.entry.key, std::move(kept), bytes);
}

void ResponseCache::reject(const CacheKey &key, CacheReason reason)
{
    m_counts.outdated += reason == CacheReason::Outdated ? 1 : 0;
    m_counts.backlog += reason == CacheReason::Backlog ? 1 : 0;
    m_counts.diskErrors += reason == CacheReason::DiskFailed ? 1 : 0;
    Q_EMIT rejected(key, reason);
}

void ResponseCache::store(const NewCacheEntry &entry,
                          const Token &token,
                          const std::function<void()> &kept)
{
    const CacheKey key = entry.answer.entry.key;
    if (token.local != m_generation) {
        reject(key, CacheReason::Outdated);
        return;
    }
    keep(entry.answer);
    if (!m_database || !token.disk) {
        ++m_counts.stored;
        Q_EMIT stored(key);
        if (kept)
            kept();
        return;
    }
    const qint64 bytes = entry.answer.log.size() + entry.request.size();
    if (m_backlogBytes + bytes > LargestBacklog) {
        reject(key, CacheReason::Backlog);
        return;
    }
    m_backlogBytes += bytes;
    const bool isSweepDue = !m_sweptAt || m_clock.monotonic() - *m_sweptAt > SweepPause;
    if (isSweepDue)
        m_sweptAt = m_clock.monotonic();
    m_database->write(
        Database::Durability::Normal,
        [entry, generation = *token.disk, now = m_clock.wall(), isSweepDue,
         budget = EvictionTable::Budget{m_options.diskBytes, m_options.diskEntries},
         grace = m_options.staleGrace](Connection &connection) -> Result<EntryTable::Stored> {
            const Result<EntryTable::Stored> outcome =
                EntryTable(connection).insert(entry, generation);
            if (!outcome || *outcome == EntryTable::Stored::Outdated)
                return outcome;
            EvictionTable eviction(connection);
            if (isSweepDue) {
                if (const Result<qint64> swept = eviction.sweep(now, grace); !swept)
                    return swept.error();
            }
            if (const Result<qint64> evicted = eviction.evict(budget, now); !evicted)
                return evicted.error();
            const Result<void> noted =
                AccessTable(connection)
                    .addStored(entry.answer.entry.key,
                               entry.answer.log.size() + entry.request.size());
            if (!noted)
                return noted.error();
            return outcome;
        },
        this,
        [this, key, bytes, kept](const Result<EntryTable::Stored> &outcome) {
            m_backlogBytes -= bytes;
            if (!outcome) {
                reject(key, CacheReason::DiskFailed);
            } else if (*outcome == EntryTable::Stored::Outdated) {
                // Somebody else's invalidation: what we have in memory is from before it, too.
                forget();
                m_diskGeneration.reset();
                reject(key, CacheReason::Outdated);
            } else {
                ++m_counts.stored;
                Q_EMIT stored(key);
                if (kept)
                    kept();
            }
        });
}

void ResponseCache::noteUse(const CacheKey &key)
{
    if (!m_database)
        return;
    EntryTable::Use &use = m_uses[key];
    use.key = key;
    ++use.count;
    use.last = m_clock.wall();
    flushSoon();
}

void ResponseCache::count(CacheStat stat)
{
    if (!m_database)
        return;
    const QDateTime now = m_clock.wall();
    stat.hour = QDateTime(now.date(), QTime(now.time().hour(), 0), Qt::UTC);
    const auto same = std::find_if(m_stats.begin(), m_stats.end(), [&](const CacheStat &one) {
        return one.hour == stat.hour && one.model == stat.model && one.agent == stat.agent
            && one.outcome == stat.outcome && one.detail == stat.detail;
    });
    if (same == m_stats.end())
        m_stats.append(stat);
    else
        same->add(stat);
    flushSoon();
}

void ResponseCache::flushSoon()
{
    if (!std::exchange(m_isFlushDue, true))
        m_clock.callLater(NotePause, this, [this] { flush(); });
}

void ResponseCache::flush()
{
    m_isFlushDue = false;
    if (!m_database || (m_uses.empty() && m_stats.isEmpty()))
        return;
    QList<EntryTable::Use> uses;
    for (const auto &[key, use] : std::exchange(m_uses, {}))
        uses.append(use);
    m_database->write(
        Database::Durability::Normal,
        [uses, stats = std::exchange(m_stats, {})](Connection &connection) -> Result<void> {
            Result<void> done = EntryTable(connection).noteUses(uses);
            AccessTable accesses(connection);
            for (const EntryTable::Use &use : uses) {
                if (done)
                    done = accesses.addHits(use.key, use.count);
            }
            if (done)
                done = accesses.trim();
            if (!done)
                return done;
            return StatTable(connection).add(stats);
        });
}

void ResponseCache::forget()
{
    ++m_generation;
    m_memory.clear();
}

void ResponseCache::beginInvalidation()
{
    ++m_invalidations;
}

void ResponseCache::endInvalidation(std::optional<qint64> generation)
{
    --m_invalidations;
    if (generation) {
        m_diskGeneration = generation;
        m_generationReadAt = m_clock.monotonic();
    } else {
        ++m_counts.diskErrors;
    }
    if (m_invalidations > 0)
        return;
    for (const std::shared_ptr<Pending> &pending : std::exchange(m_waiting, {}))
        readDisk(pending);
}

CacheMode narrowed(CacheMode call, CacheMode global)
{
    const auto reads = [](CacheMode mode) {
        return mode == CacheMode::ReadWrite || mode == CacheMode::ReadOnly
            || mode == CacheMode::OfflineOnly;
    };
    const auto stores = [](CacheMode mode) {
        return mode == CacheMode::ReadWrite || mode == CacheMode::WriteOnly
            || mode == CacheMode::Refresh;
    };
    if (call == CacheMode::Off)
        return CacheMode::Off;
    if (call == CacheMode::OfflineOnly || global == CacheMode::OfflineOnly)
        return CacheMode::OfflineOnly;
    const bool isReading = reads(call) && reads(global);
    const bool isStoring = stores(call) && stores(global);
    if (isReading)
        return isStoring ? CacheMode::ReadWrite : CacheMode::ReadOnly;
    if (!isStoring)
        return CacheMode::Off;
    return call == CacheMode::Refresh || global == CacheMode::Refresh ? CacheMode::Refresh
                                                                      : CacheMode::WriteOnly;
}

} // namespace kagura
