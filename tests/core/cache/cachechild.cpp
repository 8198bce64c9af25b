// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A second process. Usage: kagura-cache-child key DIALECT | fill PATH SEED | full PATH
// key: prints the key of richRequest() in that dialect, in hex.
// fill: stores one answer after the other into the cache at PATH until it is killed, and invalidates
// them now and then; prints a line for every ten.
// full: stores until the disk has no room, looks whether all that it took is there, removes PATH.ballast,
// and stores until the disk takes it again; prints "full", "kept" and "again".

#include "core/cache/cachebrowser.h"
#include "core/cache/requestkey.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/core/cache/samplerequests.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

int printKey(const QString &name)
{
    const std::optional<DialectId> dialect = dialectFromName(name);
    if (!dialect)
        return 2;
    const Result<RequestKey> key = RequestKey::of(identityOf(*dialect, richRequest(*dialect)));
    if (!key)
        return 1;
    std::puts(key->key.toBytes().toHex().constData());
    return 0;
}

void storeNext(ResponseCache &cache, CacheBrowser &browser, int seed, int number)
{
    const NewCacheEntry fresh =
        newEntry(u"answer %1 of %2 "_s.arg(number).arg(seed) + QString(number % 3000, u'x'),
                 QDateTime::currentDateTimeUtc());
    if (number % 10 == 0) {
        std::puts("ten");
        std::fflush(stdout);
    }
    if (number % 37 == 0) {
        const QString query = u"size:>2k"_s;
        browser.invalidate(*CacheQuery::parse(query), query, InvalidationTable::Kind::Hard, &cache,
                           [](const Result<CacheBrowser::Operation> &) {});
    }
    cache.find(fresh.answer.entry.key, &cache,
               [&cache, &browser, fresh, seed, number](const ResponseCache::Finding &finding) {
                   cache.store(fresh, finding.token);
                   // With a breath now and then: SQLite's locks know no queue.
                   QTimer::singleShot(number % 10 == 0 ? 5 : 0, &cache,
                                      [&cache, &browser, seed, number] {
                                          storeNext(cache, browser, seed, number + 1);
                                      });
               });
}

void say(const char *line)
{
    std::puts(line);
    std::fflush(stdout);
}

int fillUp(const QString &path)
{
    CacheFixture fixture({}, path);
    bool isFull = false;
    QObject::connect(fixture.cache.get(), &ResponseCache::rejected, fixture.cache.get(),
                     [&](const CacheKey &, CacheReason reason) {
                         isFull = isFull || reason == CacheReason::DiskFailed;
                     });
    QList<NewCacheEntry> kept;
    const auto storeOne = [&](int number) {
        const NewCacheEntry fresh =
            newEntry(u"large %1 "_s.arg(number) + QString(20'000, u'x'), fixture.clock.wall());
        fixture.store(fresh);
        return fresh;
    };
    while (!isFull && kept.size() < 1000)
        kept.append(storeOne(static_cast<int>(kept.size())));
    if (!isFull)
        return 3;
    say("full");
    const NewCacheEntry last = kept.takeLast(); // the disk refused it, memory has it
    if (!fixture.find(last.answer.entry.key).answer)
        return 4;
    fixture.cache->forget(); // so that the disk answers
    for (const NewCacheEntry &fresh : kept) {
        const auto found = fixture.find(fresh.answer.entry.key).answer;
        if (!found || found->log != fresh.answer.log)
            return 5;
    }
    say("kept");
    QFile::remove(path + u".ballast"_s);
    const qint64 before = fixture.cache->counts().stored;
    for (int i = 0; i < 100 && fixture.cache->counts().stored == before; ++i)
        storeOne(1000 + i);
    if (fixture.cache->counts().stored == before)
        return 6;
    say("again");
    return 0;
}

int fill(QCoreApplication &application, const QString &path, int seed)
{
    Database::Options options;
    options.path = path;
    options.schemas = {cacheSchema()};
    Database database(options);
    SystemClock clock;
    ResponseCache::Options limits;
    limits.diskBytes = 400'000;
    ResponseCache cache(clock, &database, limits);
    CacheBrowser browser(cache, database, clock);
    storeNext(cache, browser, seed, 0);
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"key"_s)
        return printKey(arguments.at(2));
    if (arguments.size() == 4 && arguments.at(1) == u"fill"_s)
        return fill(application, arguments.at(2), arguments.at(3).toInt());
    if (arguments.size() == 3 && arguments.at(1) == u"full"_s)
        return fillUp(arguments.at(2));
    return 2;
}
