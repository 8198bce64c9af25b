// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/cache/cacheentry.h"
#include "core/cache/cachereason.h"
#include "core/cache/entrytable.h"
#include "core/cache/sievecache.h"
#include "core/cache/stattable.h"
#include "core/llm/calloptions.h"
#include "core/llm/chatreply.h"
#include "core/storage/database.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace kagura {

//! The store behind a CachingProvider: a memory tier over a disk tier.
//!
//! Every failure of the disk is a miss and a count. Reading writes nothing: what was used is noted two
//! seconds later, all in one transaction. An invalidation, of this process or another one, voids every
//! look-up and every answer that is under way: both carry a token of the generation they began in.
//! What another process invalidates is noticed within a second.
//!
//! Thread: the engine thread. Lifetime: outlives the replies of its providers; clock and database
//! outlive it. Errors: none but counts.
class ResponseCache final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        qint64 memoryBytes = 64LL * 1024 * 1024;
        qint64 diskBytes = 1024LL * 1024 * 1024;
        qint64 diskEntries = 0; //!< 0: any number
        qint64 entryBytes = 4LL * 1024 * 1024; //!< larger answers are not kept
        std::chrono::milliseconds patience{500}; //!< with the disk, before a call goes out
        std::chrono::milliseconds staleGrace =
            std::chrono::hours(24); //!< expired entries are kept that much longer
    };

    //! database has cacheSchema(); null: memory alone.
    ResponseCache(Clock &clock,
                  Database *database,
                  const Options &options,
                  QObject *parent = nullptr);
    ~ResponseCache() override;

    [[nodiscard]] const Options &options() const { return m_options; }

    //! Changes how much may be kept, and evicts in memory at once, on disk some at a time: a second or so
    //! for a hundred thousand entries.
    void setBudgets(qint64 memoryBytes, qint64 diskBytes);

    //! What every call is held to beside its own mode; see narrowed().
    void setMode(CacheMode mode) { m_mode = mode; }
    [[nodiscard]] CacheMode mode() const { return m_mode; }

    //! The state of things in which a call began.
    struct Token
    {
        quint64 local = 0;
        std::optional<qint64> disk; //!< empty: not known, so nothing goes to disk
    };

    struct Finding
    {
        Token token;
        std::shared_ptr<const CachedAnswer> answer; //!< null: a miss
        ChatReply::Origin tier = ChatReply::Origin::Memory;
        std::shared_ptr<const CachedAnswer>
            stale; //!< what there was, but may not be served as fresh
        CacheReason reason = CacheReason::None; //!< of the miss
    };
    using Found = std::function<void(const Finding &)>;

    //! The answer, where it can be had at once; empty: ask find().
    [[nodiscard]] std::optional<Finding> findNow(const CacheKey &key);

    //! Asks both tiers; done is called later, not from here, unless context has died.
    void find(const CacheKey &key, QObject *context, Found done);

    //! Keeps an answer in both tiers, unless there was an invalidation since the token. kept is called
    //! once it is kept, maybe from here; it may be empty.
    void store(const NewCacheEntry &entry,
               const Token &token,
               const std::function<void()> &kept = {});

    //! Counts a use, to be noted on disk soon.
    void noteUse(const CacheKey &key);

    //! Voids what is under way, forgets what is in memory, and runs a change of the database that may
    //! take answers away. done gets its answer; the database's generation rises with it.
    template <typename Change, typename Done>
    void invalidate(Change change, QObject *context, Done done);
    //! The part of it that needs no database.
    void forget();

    //! Entries were changed on disk (a pin, a lifetime): they are read from there again.
    void reload() { m_memory.clear(); }

    //! Adds to the statistics of this hour; hour is filled in.
    void count(CacheStat stat);

    //! Writes what waits to be noted.
    void flush();

    //! \name Counts since the start
    //! @{
    struct Counts
    {
        qint64 stored = 0;
        qint64 outdated = 0;
        qint64 corrupt = 0;
        qint64 diskErrors = 0;
        qint64 diskTimeouts = 0;
        qint64 backlog = 0;
        qint64 clockSkews = 0;
        qint64 foreignInvalidations = 0;
    };
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] qint64 memoryBytes() const { return static_cast<qint64>(m_memory.bytes()); }
    [[nodiscard]] qint64 memoryEntries() const { return static_cast<qint64>(m_memory.size()); }
    //! @}

Q_SIGNALS:
    void rejected(const kagura::CacheKey &key,
                  kagura::CacheReason reason); //!< by store(), maybe later
    void stored(const kagura::CacheKey &key);
    void shrunk(); //!< what setBudgets() had to evict on disk is gone

private:
    struct Held
    {
        CachedAnswer answer;
        std::optional<std::chrono::microseconds> deadline; //!< monotonic
    };
    struct Pending;

    [[nodiscard]] bool isGenerationFresh() const;
    [[nodiscard]] std::shared_ptr<const Held> held(const CacheKey &key);
    void readDisk(const std::shared_ptr<Pending> &pending);
    void takeReading(Pending &pending, const Result<EntryTable::Finding> &reading);
    void judge(Finding &finding, const CachedAnswer &answer);
    void learnGeneration(qint64 generation);
    void keep(const CachedAnswer &answer);
    void flushSoon();
    void shrink();
    void reject(const CacheKey &key, CacheReason reason);
    void beginInvalidation();
    void endInvalidation(std::optional<qint64> generation);

    Clock &m_clock;
    Database *m_database;
    Options m_options;
    CacheMode m_mode = CacheMode::ReadWrite;
    SieveCache<CacheKey, Held, DigestHash> m_memory;
    quint64 m_generation = 0;
    std::optional<qint64> m_diskGeneration;
    std::chrono::microseconds m_generationReadAt{0};
    int m_invalidations = 0; // under way
    QList<std::shared_ptr<Pending>> m_waiting; // for their end
    std::unordered_map<CacheKey, EntryTable::Use, DigestHash> m_uses;
    QList<CacheStat> m_stats; // not written yet
    bool m_isFlushDue = false;
    bool m_isShrinking = false;
    qint64 m_backlogBytes = 0;
    std::optional<std::chrono::microseconds> m_sweptAt;
    Counts m_counts;
};

//! What both modes allow.
[[nodiscard]] CacheMode narrowed(CacheMode call, CacheMode global);

template <typename Change, typename Done>
void ResponseCache::invalidate(Change change, QObject *context, Done done)
{
    using Answer = std::invoke_result_t<Change, Connection &>;
    using Value = std::decay_t<decltype(std::declval<Answer>().value())>;
    forget();
    if (!m_database) {
        const Error error{Error::Kind::Storage, QStringLiteral("the cache has no disk tier")};
        QMetaObject::invokeMethod(
            context, [error, done = std::move(done)] { done(Answer(error)); },
            Qt::QueuedConnection);
        return;
    }
    beginInvalidation();
    const QPointer<QObject> receiver(context);
    m_database->write(
        Database::Durability::Normal,
        [change = std::move(change)](
            Connection &connection) mutable -> Result<std::pair<Value, qint64>> {
            EntryTable entries(connection);
            Answer answer = change(connection);
            if (!answer)
                return answer.error();
            if (const Result<void> raised = entries.raiseGeneration(); !raised)
                return raised.error();
            const Result<qint64> generation = entries.generation();
            if (!generation)
                return generation.error();
            return std::pair<Value, qint64>(std::move(answer).value(), *generation);
        },
        this,
        [this, receiver, done = std::move(done)](const Result<std::pair<Value, qint64>> &result) {
            endInvalidation(result ? std::optional(result->second) : std::nullopt);
            if (receiver)
                done(result ? Answer(result->first) : Answer(result.error()));
        });
}

} // namespace kagura
