// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/responsecache.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Origin = ChatReply::Origin;

class TestResponseCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasStoredIsFoundInMemoryAndThenOnDisk()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        const CacheKey key = fresh.answer.entry.key;
        QCOMPARE(fixture.find(key).reason, CacheReason::NeverSeen);
        fixture.store(fresh);
        QCOMPARE(fixture.cache->counts().stored, 1);
        QCOMPARE(fixture.cache->findNow(key)->answer->log, fresh.answer.log);
        QCOMPARE(fixture.cache->findNow(key)->tier, Origin::Memory);
        fixture.reopen();
        QVERIFY(!fixture.cache->findNow(key));
        const ResponseCache::Finding found = fixture.find(key);
        QCOMPARE(found.answer->log, fresh.answer.log);
        QCOMPARE(found.tier, Origin::Disk);
        // Now it is in memory again.
        QVERIFY(fixture.cache->findNow(key)->answer);
    }

    void memoryAloneWorksWithoutADatabase()
    {
        FakeClock clock;
        ResponseCache cache(clock, nullptr, {});
        const NewCacheEntry fresh = newEntry(u"hello"_s, clock.wall());
        const auto before = cache.findNow(fresh.answer.entry.key);
        QVERIFY(before && !before->answer);
        cache.store(fresh, before->token);
        QVERIFY(cache.findNow(fresh.answer.entry.key)->answer);
        cache.forget();
        QVERIFY(!cache.findNow(fresh.answer.entry.key)->answer);
        cache.store(fresh, before->token); // it was under way
        QVERIFY(!cache.findNow(fresh.answer.entry.key)->answer);
        QCOMPARE(cache.counts().outdated, 1);
    }

    void anEntryLivesExactlyItsLifetime()
    {
        for (const bool onDisk : {false, true}) {
            CacheFixture fixture;
            NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
            fresh.answer.entry.expires = fixture.clock.wall().addMSecs(500);
            const CacheKey key = fresh.answer.entry.key;
            fixture.store(fresh);
            const QDateTime start = fixture.clock.wall();
            if (onDisk)
                fixture.reopen();
            fixture.clock.advance(500ms);
            fixture.clock.setWall(start.addMSecs(500));
            QVERIFY(fixture.find(key).answer);
            fixture.clock.advance(1ms);
            fixture.clock.setWall(start.addMSecs(501));
            const ResponseCache::Finding found = fixture.find(key);
            QVERIFY(!found.answer);
            QVERIFY(found.stale);
            QCOMPARE(found.reason, CacheReason::Expired);
        }
    }

    void pinnedEntriesDoNotExpire()
    {
        CacheFixture fixture;
        NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        fresh.answer.entry.expires = fixture.clock.wall().addSecs(1);
        fresh.answer.entry.isPinned = true;
        fixture.store(fresh);
        fixture.clock.setWall(fixture.clock.wall().addDays(100));
        fixture.clock.advance(24h * 100);
        QVERIFY(fixture.find(fresh.answer.entry.key).answer);
        fixture.reopen();
        QVERIFY(fixture.find(fresh.answer.entry.key).answer);
    }

    void aClockThatJumpsDoesNotReviveOrKill()
    {
        CacheFixture fixture;
        const QDateTime start = fixture.clock.wall();
        NewCacheEntry fresh = newEntry(u"hello"_s, start);
        fresh.answer.entry.expires = start.addSecs(3600);
        const CacheKey key = fresh.answer.entry.key;
        fixture.store(fresh);
        // In this process the clock on the wall does not count, in neither direction.
        fixture.clock.setWall(start.addDays(1));
        QVERIFY(fixture.find(key).answer);
        fixture.clock.setWall(start.addDays(-1));
        QVERIFY(fixture.find(key).answer);
        fixture.clock.advance(2h);
        QVERIFY(!fixture.cache->findNow(key).value_or(ResponseCache::Finding()).answer);
        const QDateTime past = fixture.clock.wall();
        QVERIFY(past < start);
        // After a start it is all there is. From the future: its whole life begins now, and ends.
        fixture.reopen();
        QVERIFY(fixture.find(key).answer);
        QCOMPARE(fixture.cache->counts().clockSkews, 1);
        fixture.settle();
        fixture.reopen();
        QVERIFY(fixture.find(key).answer);
        QCOMPARE(fixture.cache->counts().clockSkews, 0); // mended on disk
        fixture.reopen();
        fixture.clock.setWall(past.addSecs(3601));
        QVERIFY(!fixture.find(key).answer);
    }

    void anInvalidationBeatsTheLookUpUnderWay()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        fixture.store(fresh);
        fixture.reopen();
        std::optional<ResponseCache::Finding> found;
        fixture.cache->find(fresh.answer.entry.key, this,
                            [&](const auto &finding) { found = finding; });
        fixture.cache->forget();
        QTRY_VERIFY(found);
        QVERIFY(!found->answer);
        QCOMPARE(found->reason, CacheReason::Invalidated);
    }

    void anInvalidationBeatsTheAnswerUnderWay()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        const ResponseCache::Token token = fixture.find(fresh.answer.entry.key).token;
        QSignalSpy rejected(fixture.cache.get(), &ResponseCache::rejected);
        QVERIFY(invalidateAll(fixture));
        fixture.cache->store(fresh, token);
        fixture.settle();
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 0);
        QVERIFY(!fixture.find(fresh.answer.entry.key).answer);
    }

    // A look-up that comes right behind must neither see what goes nor be kept from being stored.
    void whoAsksRightAfterAnInvalidationMissesAndMayStore()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        const CacheKey key = fresh.answer.entry.key;
        fixture.store(fresh);
        std::optional<ResponseCache::Finding> found;
        bool isDone = false;
        fixture.cache->invalidate(clearing, this, [&](const Result<qint64> &) { isDone = true; });
        fixture.cache->find(key, this, [&](const auto &finding) { found = finding; });
        QTRY_VERIFY(found);
        QVERIFY(isDone);
        QVERIFY(!found->answer);
        fixture.cache->store(fresh, found->token);
        fixture.settle();
        QCOMPARE(fixture.cache->counts().outdated, 0);
        QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 1);
        fixture.reopen();
        QVERIFY(fixture.find(key).answer);
    }

    void anotherProcessInvalidatesUsWithinASecond()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        const CacheKey key = fresh.answer.entry.key;
        fixture.store(fresh);
        const ResponseCache::Token token = fixture.find(key).token;
        QVERIFY(fixture.cache->findNow(key)->answer);
        const auto other = fixture.makeDatabase();
        ResponseCache second(fixture.clock, other.get(), {});
        bool isDone = false;
        second.invalidate(clearing, this,
                          [&](const Result<qint64> &done) { isDone = done.has_value(); });
        QTRY_VERIFY(isDone);
        fixture.clock.advance(1s);
        QVERIFY(!fixture.cache->findNow(key)); // it has to ask
        const ResponseCache::Finding after = fixture.find(key);
        QVERIFY(!after.answer);
        QCOMPARE(fixture.cache->counts().foreignInvalidations, 1);
        // What was asked for before is not kept, what was asked for after is.
        fixture.cache->store(fresh, token);
        fixture.settle();
        QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 0);
        fixture.cache->store(fresh, after.token);
        fixture.settle();
        QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 1);
    }

    void anotherProcessInvalidatesTheAnswerUnderWay()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        const ResponseCache::Token token = fixture.find(fresh.answer.entry.key).token;
        const auto other = fixture.makeDatabase();
        ResponseCache second(fixture.clock, other.get(), {});
        bool isDone = false;
        second.invalidate(clearing, this,
                          [&](const Result<qint64> &done) { isDone = done.has_value(); });
        QTRY_VERIFY(isDone);
        QSignalSpy rejected(fixture.cache.get(), &ResponseCache::rejected);
        fixture.cache->store(fresh, token); // we do not know of it yet
        fixture.settle();
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(rejected.at(0).at(1).value<CacheReason>(), CacheReason::Outdated);
        QVERIFY(!fixture.find(fresh.answer.entry.key).answer);
        QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 0);
    }

    void readingWritesNothingAndUsesAreNotedTogether()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        const CacheKey key = fresh.answer.entry.key;
        fixture.store(fresh);
        for (int i = 0; i < 5; ++i)
            fixture.cache->noteUse(key);
        fixture.settle();
        QCOMPARE(fixture.integer(u"SELECT hits FROM entry"_s), 0);
        fixture.clock.advance(2s);
        fixture.settle();
        QCOMPARE(fixture.integer(u"SELECT hits FROM entry"_s), 5);
        fixture.cache->noteUse(key);
        fixture.reopen(); // the end writes what waits
        QCOMPARE(fixture.integer(u"SELECT hits FROM entry"_s), 6);
    }

    void aCorruptAnswerIsAMissAndACount()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        fixture.store(fresh);
        QVERIFY(fixture.execute(u"UPDATE payload SET answer = x'0001'"_s));
        fixture.reopen();
        const ResponseCache::Finding found = fixture.find(fresh.answer.entry.key);
        QVERIFY(!found.answer);
        QCOMPARE(found.reason, CacheReason::Corrupt);
        QCOMPARE(fixture.cache->counts().corrupt, 1);
        fixture.settle();
        QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 0);
        fixture.cache->store(fresh, found.token);
        fixture.settle();
        fixture.reopen();
        QVERIFY(fixture.find(fresh.answer.entry.key).answer);
    }

    void aDiskThatFailsIsAMissAndACount()
    {
        CacheFixture fixture;
        const NewCacheEntry fresh = newEntry(u"hello"_s, fixture.clock.wall());
        fixture.store(fresh);
        QVERIFY(fixture.execute(u"DROP TABLE payload"_s));
        const NewCacheEntry other = newEntry(u"other"_s, fixture.clock.wall());
        const ResponseCache::Finding found = fixture.find(other.answer.entry.key);
        QCOMPARE(found.reason, CacheReason::TierError);
        QCOMPARE(fixture.cache->counts().diskErrors, 1);
        QVERIFY(fixture.find(fresh.answer.entry.key).answer); // memory still holds
        fixture.cache->store(other, found.token);
        QVERIFY(fixture.find(other.answer.entry.key).answer);
    }

    void aDiskThatDoesNotAnswerIsNotWaitedFor()
    {
        CacheFixture fixture;
        std::optional<ResponseCache::Finding> found;
        fixture.cache->find(Digest::of({"x"}), this, [&](const auto &finding) { found = finding; });
        fixture.clock.advance(500ms);
        QVERIFY(found);
        QCOMPARE(found->reason, CacheReason::TierTimeout);
        QCOMPARE(fixture.cache->counts().diskTimeouts, 1);
        fixture.settle(); // its late answer hurts nobody
    }

    void budgetsHoldInBothTiers()
    {
        ResponseCache::Options options;
        options.memoryBytes = 20'000;
        options.diskBytes = 5'000;
        CacheFixture fixture(options);
        for (int i = 0; i < 100; ++i) {
            const NewCacheEntry fresh =
                newEntry(u"answer number %1"_s.arg(i), fixture.clock.wall());
            fixture.cache->store(fresh, fixture.find(fresh.answer.entry.key).token);
            QVERIFY(fixture.cache->memoryBytes() <= 20'000);
        }
        fixture.settle();
        const qint64 bytes = fixture.integer(u"SELECT bytes FROM balance"_s);
        QVERIFY(bytes <= 5'000);
        QVERIFY(bytes > 4'000);
        QCOMPARE(fixture.integer(u"SELECT sum(bytes) FROM entry"_s), bytes);
        const NewCacheEntry first = newEntry(u"answer number 0"_s, fixture.clock.wall());
        QCOMPARE(fixture.find(first.answer.entry.key).reason, CacheReason::Evicted);
    }

    void accountsAndKeysStayOutOfTheFile()
    {
        CacheFixture fixture;
        fixture.store(newEntry(u"hello"_s, fixture.clock.wall()));
        fixture.close();
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void modesNarrowEachOther()
    {
        using enum CacheMode;
        QCOMPARE(narrowed(ReadWrite, ReadWrite), ReadWrite);
        QCOMPARE(narrowed(ReadWrite, ReadOnly), ReadOnly);
        QCOMPARE(narrowed(ReadOnly, ReadWrite), ReadOnly);
        QCOMPARE(narrowed(Refresh, ReadWrite), Refresh);
        QCOMPARE(narrowed(ReadWrite, Refresh), Refresh);
        QCOMPARE(narrowed(WriteOnly, ReadWrite), WriteOnly);
        QCOMPARE(narrowed(Refresh, ReadOnly), Off);
        QCOMPARE(narrowed(Off, ReadWrite), Off);
        QCOMPARE(narrowed(ReadWrite, Off), Off);
        QCOMPARE(narrowed(ReadWrite, OfflineOnly), OfflineOnly);
    }

    void aSmallerBudgetIsKeptAtOnce()
    {
        CacheFixture fixture;
        for (int i = 0; i < 20; ++i)
            fixture.store(newEntry(u"text %1"_s.arg(i), fixture.clock.wall()));
        const qint64 bytes = fixture.integer(u"SELECT bytes FROM balance"_s);
        fixture.cache->setBudgets(0, bytes / 2);
        fixture.settle();
        QVERIFY(fixture.integer(u"SELECT bytes FROM balance"_s) <= bytes / 2);
        QCOMPARE(fixture.cache->memoryEntries(), 0);
        fixture.cache->setBudgets(1'000'000, 1'000'000);
        const NewCacheEntry one = newEntry(u"one more"_s, fixture.clock.wall());
        fixture.store(one);
        QVERIFY(fixture.find(one.answer.entry.key).answer);
    }

private:
    static Result<qint64> clearing(Connection &connection)
    {
        if (const Result<void> done = connection.execute(u"DELETE FROM entry"_s); !done)
            return done.error();
        return connection.changedRows();
    }
    [[nodiscard]] static bool invalidateAll(CacheFixture &fixture)
    {
        return CacheFixture::wait<Result<qint64>>([&](QObject *context, auto done) {
                   fixture.cache->invalidate(clearing, context, done);
               })
            .has_value();
    }
};

KAGURA_TEST(TestResponseCache)
#include "tst_responsecache.moc"
