// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/cachebench.h"

#include "app/bench/filledcache.h"
#include "core/base/clock.h"
#include "core/cache/browsertable.h"
#include "core/cache/cacheschema.h"
#include "core/cache/entrytable.h"
#include "core/cache/evictiontable.h"
#include "core/cache/requestkey.h"
#include "core/cache/responsecache.h"
#include "core/cache/sievecache.h"
#include "core/llm/dialects/dialect.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QCoreApplication>

#include <chrono>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Repeats = 5;
constexpr int MemoryRounds = 20'000;
constexpr int DiskRounds = 2000;
constexpr int Inserts = 400;
constexpr int PromptLength = 2000;

template <typename Work>
double microseconds(int rounds, Work &&work)
{
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i)
        work(i);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    return took.count() / rounds;
}

Figure figure(const QString &name, const QString &unit, double value, double goal)
{
    Figure one;
    one.name = name;
    one.unit = unit;
    one.value = value;
    one.goal = u"at most %1"_s.arg(goal);
    one.isMet = value <= goal;
    return one;
}

Figure beside(Figure one, const QString &name, double value)
{
    one.floor = value;
    one.floorName = name;
    return one;
}

Figure missing(const QString &name, const QString &why)
{
    Figure one;
    one.name = name;
    one.note = why;
    return one;
}

struct BytesHash
{
    [[nodiscard]] std::size_t operator()(const QByteArray &bytes) const noexcept
    {
        return qHash(bytes);
    }
};

CallIdentity identityOfPrompt()
{
    ChatRequest request;
    request.model = u"gpt-4o-mini"_s;
    request.messages = {Message::fromText(Role::User, QString(PromptLength, u'x'))};
    ProviderConfig config;
    config.baseUrl = QUrl(u"https://api.example.com/v1"_s);
    CallIdentity identity;
    identity.dialect = dialectName(config.dialect);
    identity.origin = u"https://api.example.com:443/v1"_s;
    identity.model = request.model;
    if (const auto encoded = dialectFor(config.dialect).encodeChat(request, config))
        identity.body = encoded->body;
    return identity;
}

// A multiplicative step visits the entries in an order that no cache of the disk likes.
int scattered(int i, int entries)
{
    return static_cast<int>((static_cast<qint64>(i) * 7'919'993) % entries);
}

double findMicroseconds(Connection &connection, int entries)
{
    EntryTable table(connection);
    qint64 found = 0;
    return medianOf(Repeats, [&] {
        return microseconds(DiskRounds, [&](int i) {
            const auto one = table.find(FilledCache::keyOf(scattered(i, entries)));
            found += one && one->answer ? 1 : 0;
        });
    });
}

// The row and its answer, without looking at what they say.
double bareRowMicroseconds(Connection &connection, int entries)
{
    return medianOf(Repeats, [&] {
        return microseconds(DiskRounds, [&](int i) {
            Statement row(
                connection,
                u"SELECT answer FROM entry JOIN payload USING(id) WHERE key = ? AND state < 2"_s);
            row.bind(FilledCache::keyOf(scattered(i, entries)).toBytes());
            if (row.next())
                static_cast<void>(row.bytes(0));
        });
    });
}

//! The same through a thread of readers, as the app asks: one after the other, each answer awaited.
double hopMicroseconds(const QString &path, int entries)
{
    Database::Options options;
    options.path = path;
    options.schemas = {cacheSchema()};
    options.isLookedOver = false;
    Database database(options);
    QObject context;
    int left = 0;
    std::function<void()> ask = [&] {
        if (left == 0)
            return QCoreApplication::quit();
        --left;
        database.read([key = FilledCache::keyOf(scattered(left, entries))](
                          Connection &connection) { return EntryTable(connection).find(key); },
                      &context, [&](const Result<EntryTable::Finding> &) { ask(); });
    };
    return medianOf(Repeats, [&] {
        left = DiskRounds;
        return microseconds(1,
                            [&](int) {
                                ask();
                                QCoreApplication::exec();
                            })
            / DiskRounds;
    });
}

//! A transaction each: what the bytes of an entry cost that is only written and found by its key.
double bareInsertMicroseconds(Connection &connection)
{
    static_cast<void>(connection.execute(
        u"CREATE TABLE IF NOT EXISTS floor(id INTEGER PRIMARY KEY, key BLOB UNIQUE, bytes BLOB)"_s));
    int next = 0;
    const double each = medianOf(Repeats, [&] {
        return microseconds(Inserts, [&](int) {
            const NewCacheEntry entry = FilledCache::entry(next++);
            static_cast<void>(connection.execute(u"BEGIN IMMEDIATE"_s));
            static_cast<void>(connection.execute(u"INSERT INTO floor(key, bytes) VALUES(?,?)"_s,
                                                 entry.answer.entry.key.toBytes(),
                                                 QByteArray(entry.request + entry.answer.log)));
            static_cast<void>(connection.execute(u"COMMIT"_s));
        });
    });
    static_cast<void>(connection.execute(u"DROP TABLE floor"_s));
    return each;
}

} // namespace

QList<Figure> benchCacheMemory()
{
    SystemClock clock;
    ResponseCache cache(clock, nullptr, ResponseCache::Options());
    const CallIdentity identity = identityOfPrompt();
    const Result<RequestKey> key = RequestKey::of(identity);
    if (!key)
        return {missing(u"memory tier"_s, key.error().message)};
    NewCacheEntry entry = FilledCache::entry(1);
    entry.answer.entry.key = key->key;
    entry.answer.entry.created = clock.wall();
    const auto token = cache.findNow(key->key);
    cache.store(entry, token ? token->token : ResponseCache::Token());
    // What CachingProvider keeps: a request that was seen before need not be read again.
    SieveCache<QByteArray, CacheKey, BytesHash> known({1000});
    known.insert(identity.digest(), std::make_shared<const CacheKey>(key->key), 1);
    qint64 hits = 0;
    const double hot = medianOf(Repeats, [&] {
        return microseconds(MemoryRounds, [&](int) {
            const auto one = known.find(identity.digest());
            const auto found = cache.findNow(one ? *one : CacheKey());
            hits += found && found->answer ? 1 : 0;
        });
    });
    const double cold = medianOf(Repeats, [&] {
        return microseconds(MemoryRounds / 10, [&](int) {
            const auto made = RequestKey::of(identity);
            const auto found = cache.findNow(made->key);
            hits += found && found->answer ? 1 : 0;
        });
    });
    const double hash = medianOf(Repeats, [&] {
        return microseconds(MemoryRounds,
                            [&](int) { static_cast<void>(Digest::of({identity.body})); });
    });
    QList<Figure> figures = {
        beside(figure(u"request seen before, memory hit"_s, u"us"_s, hot, 4), u"SHA-256 alone"_s,
               hash),
        beside(figure(u"new request: canonical key, memory hit"_s, u"us"_s, cold, 40),
               u"SHA-256 alone"_s, hash)};
    if (hits == 0)
        figures = {missing(u"memory tier"_s, u"nothing was found in it"_s)};
    return figures;
}

QList<Figure> benchCacheDisk(FilledCache &filled, int entries)
{
    if (!filled.trouble().isEmpty())
        return {missing(u"disk tier"_s, filled.trouble())};
    const auto reader = Connection::open(filled.path(), Connection::Mode::ReadOnly);
    if (!reader)
        return {missing(u"disk tier"_s, reader.error().message)};
    const QString of = u" of %L1"_s.arg(entries);
    const double goal = entries > 100'000 ? 50 : 40;
    const double bare = bareRowMicroseconds(**reader, entries);
    return {beside(figure(u"disk hit in a reader"_s + of, u"us"_s,
                          findMicroseconds(**reader, entries), goal),
                   u"the bare row"_s, bare),
            beside(figure(u"disk hit and two thread hops"_s + of, u"us"_s,
                          hopMicroseconds(filled.path(), entries), 2 * goal),
                   u"the bare row"_s, bare)};
}

Figure benchCacheInsert(int entries)
{
    FilledCache filled(entries);
    if (!filled.trouble().isEmpty())
        return missing(u"insert"_s, filled.trouble());
    Connection &connection = filled.connection();
    const double bare = bareInsertMicroseconds(connection);
    const Result<BrowserTable::Count> full =
        BrowserTable(connection).count(CacheQuery().condition(FilledCache::now()));
    if (!full)
        return missing(u"insert"_s, full.error().message);
    int next = entries;
    const double each = medianOf(Repeats, [&] {
        return microseconds(Inserts, [&](int) {
            const NewCacheEntry entry = FilledCache::entry(next++);
            static_cast<void>(connection.execute(u"BEGIN IMMEDIATE"_s));
            static_cast<void>(EntryTable(connection).insert(entry, 0));
            static_cast<void>(
                EvictionTable(connection).evict({full->bytes, entries}, FilledCache::now()));
            static_cast<void>(connection.execute(u"COMMIT"_s));
        });
    });
    const double making = medianOf(Repeats, [&] {
        return microseconds(Inserts, [&](int i) { static_cast<void>(FilledCache::entry(i)); });
    });
    return beside(
        figure(u"insert into a full cache of %L1"_s.arg(entries), u"us"_s, each - making, 100),
        u"a bare row, one index"_s, bare - making);
}

} // namespace kagura::bench
