// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a cache of answers is expected to do, and the faults that such caches are known to have, each
// under a name of its own; README.md beside this file says where the rest of them are tested.

#include "core/cache/cachebrowser.h"
#include "core/cache/cachingprovider.h"
#include "core/cache/searchtable.h"
#include "core/llm/sharingprovider.h"
#include "tests/core/cache/cachedstreet.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/core/cache/samplerequests.h"
#include "tests/support/testmain.h"

#include <QSet>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! The cache over a provider that answers everything with "yes".
struct Street
{
    explicit Street(const CachePolicy &policy = {}, const ResponseCache::Options &options = {})
        : fixture(options)
        , sharing(inner)
        , caching(sharing, *fixture.cache, fixture.clock, hooksFor(policy))
    {}

    CachingProvider::Hooks hooksFor(const CachePolicy &policy)
    {
        CachingProvider::Hooks hooks;
        hooks.policy = [policy](const ChatRequest &, const CallOptions &) { return policy; };
        hooks.noted = [this](const CacheNote &note) { notes.append(note); };
        return hooks;
    }

    //! One call to its end; where it came from.
    ChatReply::Origin ask(const ChatRequest &request, CacheMode mode = CacheMode::ReadWrite)
    {
        inner.addScript(
            {{ServedModel{u"m"_s}, TextDelta{u"yes"_s}, UsageReported{usage()}}, {}, {}});
        CallOptions options;
        options.cacheMode = mode;
        const auto reply = caching.send(request, options);
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        last = reply->answer();
        fixture.settle();
        return reply->origin();
    }
    ChatReply::Origin ask(const QString &text) { return ask(question(text)); }

    [[nodiscard]] static Usage usage()
    {
        Usage usage;
        usage.inputTokens = 11;
        usage.outputTokens = 7;
        return usage;
    }
    [[nodiscard]] int count(CacheNote::Outcome outcome) const
    {
        return static_cast<int>(
            std::count_if(notes.cbegin(), notes.cend(),
                          [&](const CacheNote &note) { return note.outcome == outcome; }));
    }
    [[nodiscard]] qint64 entries() { return fixture.integer(u"SELECT count(*) FROM entry"_s); }
    [[nodiscard]] qint64 asked() const { return static_cast<qint64>(inner.asked().size()); }

    CacheFixture fixture;
    FakeProvider inner;
    SharingProvider sharing;
    CachingProvider caching;
    QList<CacheNote> notes;
    ChatAnswer last;
};

constexpr ChatReply::Origin Live = ChatReply::Origin::Live;
constexpr ChatReply::Origin Memory = ChatReply::Origin::Memory;

} // namespace

class TestCacheClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What is expected.
    void aKeyIsTheWholeHashOfTheWholeRequest();
    void aMissIsAMissAndThenAHit();
    void anEntryIsThereUpToItsLastMomentAndNotLonger();
    void theModelIsKeptWithTheAnswer();
    void withoutTheCacheNobodyCounts();
    void anotherTemperatureOrModelIsAnotherEntry();
    void afterAnInvalidationItIsAMiss();
    void toolsAreNeitherReadNorWritten();
    void manyAtOnceAndLargeAnswersComeBackAsTheyWere();

    // What goes wrong elsewhere.
    void w1InvalidatingAModelTakesItsEntriesAndNoOthers();
    void w1InvalidatingByWordsMeansTheText();
    void w2WhatIsReadStaysAndWritingAgainEvictsNobody();
    void w3ALifetimeOfZeroOrLessStoresNothing();
    void w3WhatExpiredUnreadIsSweptAndCountedOut();
    void w4TenCallsAtOnceAreOneCall();
    void w4AnswersOutliveTheProcess();
    void w4TheBudgetIsInBytes();
    void w4EverythingThatShapesTheAnswerIsInTheKey();
    void w4AnAnswerInTheCacheCannotBeChanged();
    void w4bParametersOfACallAreParametersOfItsKey();
    void w4cEveryDialectGoesThroughTheCache_data();
    void w4cEveryDialectGoesThroughTheCache();
    void w4cAHitIsWhatTheMissWas();
};

void TestCacheClaims::aKeyIsTheWholeHashOfTheWholeRequest()
{
    CallIdentity identity;
    identity.dialect = u"openai-chat"_s;
    identity.body = R"({"model":"m","temperature":0.7,"messages":[]})";
    const CacheKey key = RequestKey::of(identity)->key;
    QCOMPARE(key.toHex().size(), 64);
    identity.body = R"({"messages":[], "temperature":0.70, "model":"m"})";
    QVERIFY(RequestKey::of(identity)->key == key); // in whatever order and spelling
    identity.body = R"({"model":"m","temperature":0.7,"messages":[],"unheard_of":1})";
    QVERIFY(RequestKey::of(identity)->key != key);
}

void TestCacheClaims::aMissIsAMissAndThenAHit()
{
    Street street;
    QCOMPARE(street.ask(u"hi"_s), Live);
    QCOMPARE(street.count(CacheNote::Outcome::Miss), 1);
    QCOMPARE(street.count(CacheNote::Outcome::Hit), 0);
    QCOMPARE(street.ask(u"hi"_s), Memory);
    QCOMPARE(street.ask(u"hi"_s), Memory);
    QCOMPARE(street.count(CacheNote::Outcome::Hit), 2);
    QCOMPARE(street.asked(), 1);
}

void TestCacheClaims::anEntryIsThereUpToItsLastMomentAndNotLonger()
{
    CachePolicy policy;
    policy.lifetime = 3600s;
    Street street(policy);
    QCOMPARE(street.ask(u"hi"_s), Live);
    street.fixture.clock.advance(3600s);
    QVERIFY(street.ask(u"hi"_s) != Live);
    street.fixture.clock.advance(1s);
    QCOMPARE(street.ask(u"hi"_s), Live);
    QCOMPARE(street.entries(), 1); // the new one in the place of the old
}

void TestCacheClaims::theModelIsKeptWithTheAnswer()
{
    Street street;
    street.ask(question(u"hi"_s, u"gpt-4o"_s));
    QCOMPARE(street.fixture.integer(u"SELECT count(*) FROM entry WHERE model = 'gpt-4o'"_s), 1);
}

void TestCacheClaims::withoutTheCacheNobodyCounts()
{
    Street street;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(street.ask(question(u"hi"_s), CacheMode::Off), Live);
    QCOMPARE(street.asked(), 3);
    QCOMPARE(street.entries(), 0);
    QCOMPARE(street.count(CacheNote::Outcome::Miss) + street.count(CacheNote::Outcome::Hit)
                 + street.count(CacheNote::Outcome::Stored),
             0);
}

void TestCacheClaims::anotherTemperatureOrModelIsAnotherEntry()
{
    CachedStreet street(DialectId::OpenAiChat);
    ChatRequest request = question(u"hi"_s);
    const auto keyOf = [&street](const ChatRequest &one) {
        return RequestKey::of(*street.caching.identify(one, {}))->key.toHex();
    };
    QSet<QString> keys = {keyOf(request)};
    request.temperature = 0.7;
    keys.insert(keyOf(request));
    request.temperature = 0.9;
    keys.insert(keyOf(request));
    request.model = u"another"_s;
    keys.insert(keyOf(request));
    QCOMPARE(keys.size(), 4);
    request.temperature = 0.9;
    keys.insert(keyOf(request));
    QCOMPARE(keys.size(), 4);
}

void TestCacheClaims::afterAnInvalidationItIsAMiss()
{
    Street street;
    street.ask(u"hi"_s);
    CacheBrowser browser(*street.fixture.cache, *street.fixture.database, street.fixture.clock);
    bool isDone = false;
    browser.invalidate(CacheQuery(), QString(), InvalidationTable::Kind::Hard, this,
                       [&](const Result<CacheBrowser::Operation> &) { isDone = true; });
    QTRY_VERIFY(isDone);
    QCOMPARE(street.ask(u"hi"_s), Live);
    QCOMPARE(street.asked(), 2);
}

void TestCacheClaims::toolsAreNeitherReadNorWritten()
{
    CachedStreet street(DialectId::OpenAiChat);
    ChatRequest request = question(u"hi"_s);
    request.tools = {ToolSpec{u"look"_s, u"Looks"_s, Json::object()}};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto reply = street.caching.send(request, {});
        QCOMPARE(street.transport.count(), i + 1); // it leaves at once: nobody else is asked
        street.transport.last().head(200, {{"Content-Type", "text/event-stream"}});
        street.transport.last().write(wireOf(DialectId::OpenAiChat));
        street.transport.last().end();
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(!reply->failure());
        QCOMPARE(reply->origin(), Live);
    }
    QCOMPARE(street.cache.memoryEntries(), 0);
}

void TestCacheClaims::manyAtOnceAndLargeAnswersComeBackAsTheyWere()
{
    CacheFixture fixture;
    QList<NewCacheEntry> all;
    for (int i = 0; i < 30; ++i)
        all.append(newEntry(u"%1 "_s.arg(i) + QString(10'240, u'z'), fixture.clock.wall()));
    int left = 30;
    for (const NewCacheEntry &fresh : all)
        fixture.cache->find(fresh.answer.entry.key, this,
                            [&, fresh](const ResponseCache::Finding &finding) {
                                fixture.cache->store(fresh, finding.token);
                                --left;
                            });
    QTRY_COMPARE(left, 0);
    fixture.settle();
    for (int round = 0; round < 2; ++round) {
        for (const NewCacheEntry &fresh : all) {
            const auto found = fixture.find(fresh.answer.entry.key).answer;
            QVERIFY(found);
            QCOMPARE(found->log, fresh.answer.log);
        }
        fixture.reopen(); // and once more from disk
    }
}

void TestCacheClaims::w1InvalidatingAModelTakesItsEntriesAndNoOthers()
{
    CacheFixture fixture;
    for (int i = 0; i < 20; ++i) {
        fixture.store(newEntry(u"a %1"_s.arg(i), fixture.clock.wall(), u"gpt-4o"_s));
        fixture.store(newEntry(u"b %1"_s.arg(i), fixture.clock.wall(), u"gpt-4o-mini"_s));
    }
    const auto invalidate = [&fixture](const QString &text) {
        const auto done = fixture.write([&](Connection &connection) {
            return InvalidationTable(connection)
                .invalidate(*CacheQuery::parse(text), text, InvalidationTable::Kind::Hard,
                            fixture.clock.wall(), 10min);
        });
        return done ? done->count.entries : -1;
    };
    QCOMPARE(invalidate(u"key:*a* -key:*"_s), 0); // letters of hashes mean nothing else
    QCOMPARE(invalidate(u"model:gpt-4o"_s), 20);
    QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry WHERE state < 2"_s), 20);
    QCOMPARE(invalidate(u"model:gpt-4o*"_s), 20);
    QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry WHERE state < 2"_s), 0);
}

void TestCacheClaims::w1InvalidatingByWordsMeansTheText()
{
    CacheFixture fixture;
    fixture.store(newEntry(u"translate this"_s, fixture.clock.wall()));
    fixture.store(newEntry(u"something else"_s, fixture.clock.wall()));
    QVERIFY(fixture.write(
        [](Connection &connection) { return SearchTable(connection).indexSome(10); }));
    const auto count = fixture.read([&](Connection &connection) {
        return BrowserTable(connection)
            .count(CacheQuery::parse(u"translate"_s)->condition(fixture.clock.wall()));
    });
    QCOMPARE(count->entries, 1);
}

void TestCacheClaims::w2WhatIsReadStaysAndWritingAgainEvictsNobody()
{
    ResponseCache::Options options;
    options.diskEntries = 3;
    CacheFixture fixture(options);
    const auto entry = [&](const QString &text) { return newEntry(text, fixture.clock.wall()); };
    const NewCacheEntry read = entry(u"read"_s);
    fixture.store(read);
    fixture.store(entry(u"second"_s));
    fixture.store(entry(u"third"_s));
    for (int i = 0; i < 50; ++i)
        fixture.cache->noteUse(read.answer.entry.key);
    fixture.cache->flush();
    fixture.settle();
    fixture.store(entry(u"third"_s)); // again: there is still room for all
    QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 3);
    fixture.store(entry(u"fourth"_s));
    QCOMPARE(fixture.integer(u"SELECT count(*) FROM entry"_s), 3);
    QCOMPARE(fixture.entry(read.answer.entry.key).hits, 50); // the oldest, and still there
}

void TestCacheClaims::w3ALifetimeOfZeroOrLessStoresNothing()
{
    for (const auto lifetime : {0s, -1s}) {
        CachePolicy policy;
        policy.lifetime = lifetime;
        Street street(policy);
        QCOMPARE(street.ask(u"hi"_s), Live);
        QCOMPARE(street.ask(u"hi"_s), Live);
        QCOMPARE(street.entries(), 0);
    }
    CachePolicy policy;
    policy.lifetime.reset();
    Street street(policy);
    street.ask(u"hi"_s);
    street.fixture.clock.advance(24h * 10'000);
    QVERIFY(street.ask(u"hi"_s) != Live); // none: for ever
}

void TestCacheClaims::w3WhatExpiredUnreadIsSweptAndCountedOut()
{
    CachePolicy policy;
    policy.lifetime = 1min;
    ResponseCache::Options options;
    options.staleGrace = 1min;
    Street street(policy, options);
    for (int i = 0; i < 5; ++i)
        street.ask(QString::number(i));
    QCOMPARE(street.entries(), 5);
    street.fixture.clock.advance(20min);
    street.ask(u"another"_s); // storing sweeps now and then
    QCOMPARE(street.entries(), 1);
    QCOMPARE(street.fixture.integer(u"SELECT entries FROM balance"_s), 1);
    QCOMPARE(street.fixture.integer(u"SELECT count(*) FROM ghost WHERE reason = 'expired'"_s), 5);
}

void TestCacheClaims::w4TenCallsAtOnceAreOneCall()
{
    Street street;
    std::vector<std::unique_ptr<ChatReply>> replies;
    for (int i = 0; i < 10; ++i)
        replies.push_back(street.caching.send(question(u"hi"_s), {}));
    QTRY_COMPARE(street.count(CacheNote::Outcome::Miss), 10);
    QTRY_COMPARE(street.asked(), 1);
    QCoreApplication::processEvents();
    street.inner.reply(0)->sayText(u"yes"_s);
    street.inner.reply(0)->succeed();
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->answer().text, u"yes"_s);
    }
    QCOMPARE(street.asked(), 1);
}

void TestCacheClaims::w4AnswersOutliveTheProcess()
{
    CacheFixture fixture;
    const NewCacheEntry fresh = newEntry(u"kept"_s, fixture.clock.wall());
    fixture.store(fresh);
    fixture.reopen();
    const ResponseCache::Finding finding = fixture.find(fresh.answer.entry.key);
    QVERIFY(finding.answer);
    QCOMPARE(finding.tier, ChatReply::Origin::Disk);
}

void TestCacheClaims::w4TheBudgetIsInBytes()
{
    ResponseCache::Options options;
    options.memoryBytes = 100'000;
    options.diskBytes = 200'000;
    CacheFixture fixture(options);
    for (int i = 0; i < 100; ++i) {
        fixture.store(newEntry(u"%1 "_s.arg(i) + QString(100 * i, u'x'), fixture.clock.wall()));
        QVERIFY(fixture.cache->memoryBytes() <= options.memoryBytes);
        QVERIFY(fixture.integer(u"SELECT bytes FROM balance"_s) <= options.diskBytes);
    }
}

void TestCacheClaims::w4EverythingThatShapesTheAnswerIsInTheKey()
{
    QSet<QString> keys;
    CallIdentity identity = identityOf(DialectId::OpenAiChat, richRequest(DialectId::OpenAiChat));
    const auto add = [&](const CallIdentity &one) {
        keys.insert(RequestKey::of(one)->key.toHex());
    };
    add(identity);
    ChatRequest request = richRequest(DialectId::OpenAiChat);
    request.system = u"Be long."_s;
    add(identityOf(DialectId::OpenAiChat, request));
    for (const auto &change : std::initializer_list<std::function<void(CallIdentity &)>>{
             [](CallIdentity &one) { one.origin = u"https://other.example.com:443/v1"_s; },
             [](CallIdentity &one) { one.scope = u"another account"_s; },
             [](CallIdentity &one) { one.dialect = u"anthropic"_s; },
             [](CallIdentity &one) { one.model = u"another"_s; },
             [](CallIdentity &one) { one.sampleIndex = 1; }}) {
        CallIdentity other = identity;
        change(other);
        add(other);
    }
    QCOMPARE(keys.size(), 7);
}

void TestCacheClaims::w4AnAnswerInTheCacheCannotBeChanged()
{
    CacheFixture fixture;
    const NewCacheEntry fresh = newEntry(u"first"_s, fixture.clock.wall());
    fixture.store(fresh);
    const auto held = fixture.find(fresh.answer.entry.key).answer;
    static_assert(std::is_const_v<std::remove_reference_t<decltype(*held)>>);
    QByteArray copy = held->log;
    copy.fill('x');
    QCOMPARE(fixture.find(fresh.answer.entry.key).answer->log, fresh.answer.log);
    fixture.cache->forget();
    QCOMPARE(held->log, fresh.answer.log); // who holds it keeps it
}

void TestCacheClaims::w4bParametersOfACallAreParametersOfItsKey()
{
    CachedStreet street(DialectId::OpenAiChat);
    QSet<QString> keys;
    for (int i = 0; i < 4; ++i) {
        ChatRequest request = question(u"hi"_s);
        if (i == 1)
            request.maxTokens = 500;
        if (i == 2)
            request.temperature = 0.2;
        if (i == 3)
            request.topP = 0.9;
        keys.insert(RequestKey::of(*street.caching.identify(request, {}))->key.toHex());
        const auto live = street.caching.send(request, {});
        street.play(wireOf(DialectId::OpenAiChat));
        QTRY_VERIFY(live->isFinished());
        QVERIFY(!live->failure());
        const auto hit = street.caching.send(request, {});
        QTRY_VERIFY(hit->isFinished());
        QCOMPARE(hit->origin(), Memory);
    }
    QCOMPARE(keys.size(), 4);
    QCOMPARE(street.transport.count(), 4U);
}

void TestCacheClaims::w4cEveryDialectGoesThroughTheCache_data()
{
    QTest::addColumn<DialectId>("dialect");
    for (const DialectId dialect : AllDialects)
        QTest::newRow(qPrintable(dialectName(dialect))) << dialect;
}

void TestCacheClaims::w4cEveryDialectGoesThroughTheCache()
{
    QFETCH(const DialectId, dialect);
    CachedStreet street(dialect);
    const auto live = street.send(u"hi"_s);
    street.play(wireOf(dialect));
    QTRY_VERIFY(live->isFinished());
    for (int i = 0; i < 4; ++i) {
        const auto hit = street.send(u"hi"_s);
        QTRY_VERIFY(hit->isFinished());
        QCOMPARE(hit->origin(), Memory);
    }
    QCOMPARE(street.transport.count(), 1U);
}

void TestCacheClaims::w4cAHitIsWhatTheMissWas()
{
    Street street;
    street.ask(u"hi"_s);
    const ChatAnswer live = street.last;
    QCOMPARE(street.ask(u"hi"_s), Memory);
    QVERIFY(street.last == live);
    QCOMPARE(street.last.usage.outputTokens, std::optional<qint64>(7));
    QCOMPARE(street.notes.last().saved.inputTokens, std::optional<qint64>(11));
}

KAGURA_TEST(TestCacheClaims)
#include "tst_cacheclaims.moc"
