// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/cachebench.h"

#include "app/bench/filledcache.h"
#include "core/base/clock.h"
#include "core/cache/browsertable.h"
#include "core/cache/entrytable.h"
#include "core/cache/evictiontable.h"
#include "core/cache/invalidationtable.h"
#include "core/cache/requestkey.h"
#include "core/cache/responsecache.h"
#include "core/cache/searchtable.h"
#include "core/llm/dialects/dialect.h"
#include "core/storage/statement.h"

#include <QCryptographicHash>

#include <chrono>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr int Repeats = 5;
constexpr int MemoryRounds = 20'000;
constexpr int DiskRounds = 2000;
constexpr int Inserts = 400;
constexpr int PageSize = 100;
constexpr int PromptLength = 2000;
constexpr auto UndoWindow = std::chrono::minutes(10);

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

double pageMilliseconds(Connection &connection, const QString &text)
{
    const Result<CacheQuery> query = CacheQuery::parse(text);
    BrowserTable table(connection);
    return medianOf(Repeats, [&] {
        return microseconds(1,
                            [&](int) {
                                static_cast<void>(table.page(query->condition(FilledCache::now()),
                                                             BrowserTable::Order::Newest,
                                                             std::nullopt, PageSize));
                            })
            / 1000;
    });
}

double countMilliseconds(Connection &connection, const QString &text)
{
    const Result<CacheQuery> query = CacheQuery::parse(text);
    BrowserTable table(connection);
    return medianOf(Repeats, [&] {
        return microseconds(1,
                            [&](int) {
                                static_cast<void>(
                                    table.count(query->condition(FilledCache::now())));
                            })
            / 1000;
    });
}

double invalidateMilliseconds(Connection &connection, const QString &text)
{
    const Result<CacheQuery> query = CacheQuery::parse(text);
    InvalidationTable table(connection);
    return medianOf(Repeats, [&] {
        static_cast<void>(connection.execute(u"BEGIN IMMEDIATE"_s));
        const double took = microseconds(1, [&](int) {
            static_cast<void>(table.invalidate(*query, text, InvalidationTable::Kind::Soft,
                                               FilledCache::now(), UndoWindow));
        });
        static_cast<void>(connection.execute(u"ROLLBACK"_s));
        return took / 1000;
    });
}

double searchMilliseconds(Connection &connection)
{
    SearchTable search(connection);
    static_cast<void>(connection.execute(u"BEGIN"_s));
    for (auto some = search.indexSome(5000); some && *some > 0; some = search.indexSome(5000)) {}
    static_cast<void>(connection.execute(u"COMMIT"_s));
    return pageMilliseconds(connection, u"\"lantern invoice\""_s);
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
    qint64 hits = 0;
    const double hot = medianOf(Repeats, [&] {
        return microseconds(MemoryRounds, [&](int) {
            static_cast<void>(identity.digest());
            const auto found = cache.findNow(key->key);
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
        return microseconds(MemoryRounds, [&](int) {
            static_cast<void>(QCryptographicHash::hash(identity.body, QCryptographicHash::Sha256));
        });
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

QList<Figure> benchCacheDisk(int entries)
{
    FilledCache filled(entries);
    if (!filled.trouble().isEmpty())
        return {missing(u"disk tier"_s, filled.trouble())};
    const auto reader = Connection::open(filled.path(), Connection::Mode::ReadOnly);
    if (!reader)
        return {missing(u"disk tier"_s, reader.error().message)};
    Connection &reading = **reader;
    const QString of = u" of %L1"_s.arg(entries);
    QList<Figure> figures = {
        beside(figure(u"disk hit"_s + of, u"us"_s, findMicroseconds(reading, entries),
                      entries > 100'000 ? 50 : 40),
               u"the bare row"_s, bareRowMicroseconds(reading, entries)),
        figure(u"page of 100"_s + of, u"ms"_s, pageMilliseconds(reading, {}), 16),
        figure(u"filtered page"_s + of, u"ms"_s,
               pageMilliseconds(reading, u"model:gpt-4o age:>7d"_s), 16),
        figure(u"dry run by model"_s + of, u"ms"_s, countMilliseconds(reading, u"model:gpt-4o"_s),
               200),
        figure(u"invalidate a fifth"_s + of, u"ms"_s,
               invalidateMilliseconds(filled.connection(), u"model:gpt-4o"_s),
               200.0 * std::max(1.0, entries / 50'000.0)),
    };
    figures.append(figure(u"full text, first page"_s + of, u"ms"_s,
                          searchMilliseconds(filled.connection()), 80));
    return figures;
}

Figure benchCacheInsert(int entries)
{
    FilledCache filled(entries);
    if (!filled.trouble().isEmpty())
        return missing(u"insert"_s, filled.trouble());
    Connection &connection = filled.connection();
    const Result<BrowserTable::Count> full =
        BrowserTable(connection).count(CacheQuery().condition(FilledCache::now()));
    if (!full)
        return missing(u"insert"_s, full.error().message);
    int next = entries;
    const double each = medianOf(Repeats, [&] {
        static_cast<void>(connection.execute(u"BEGIN IMMEDIATE"_s));
        const double took = microseconds(Inserts, [&](int) {
            static_cast<void>(EntryTable(connection).insert(FilledCache::entry(next++), 0));
            static_cast<void>(
                EvictionTable(connection).evict({full->bytes, entries}, FilledCache::now()));
        });
        static_cast<void>(connection.execute(u"COMMIT"_s));
        return took;
    });
    return figure(u"insert into a full cache of %L1"_s.arg(entries), u"us"_s, each, 100);
}

} // namespace kagura::bench
