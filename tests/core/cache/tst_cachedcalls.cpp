// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The street of a call as the app builds it, over the real network stack, against a server that counts:
// what many callers of one request cost, what becomes of them, and what is left of them on disk.

#include "core/cache/cachebrowser.h"
#include "core/cache/cachingprovider.h"
#include "core/llm/dialects/dialect.h"
#include "core/llm/sharingprovider.h"
#include "core/llm/vendorprovider.h"
#include "core/net/qttransport.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Callers = 50;
const QByteArray Key = "sk-canary-4711-of-nobody";
const QByteArray Begin = R"(data: {"id":"c","model":"m-1","choices":[{"index":0,"delta":)"
                         R"({"content":"The canary "}}]})"
                         "\n\n";
const QByteArray Rest =
    R"(data: {"id":"c","choices":[{"index":0,"delta":{"content":"quokkasang"},)"
    R"("finish_reason":"stop"}]})"
    "\n\n"
    R"(data: {"id":"c","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3}})"
    "\n\ndata: [DONE]\n\n";
const QString Whole = u"The canary quokkasang"_s;

//! Says the beginning, waits, and says the rest.
Script inTwoParts(std::chrono::milliseconds between)
{
    return Script()
        .head(200, "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n")
        .chunk(Begin)
        .pause(between)
        .chunk(Rest)
        .lastChunk();
}

//! All bytes that the cache has on disk, its log among them.
QByteArray bytesOnDisk(const QString &path)
{
    QByteArray all;
    const QFileInfo database(path);
    for (const QFileInfo &info :
         database.dir().entryInfoList({database.fileName() + u'*'}, QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class TestCachedCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fiftyCallsAtOnceAreOneRequestAtTheServer();
    void theLeaderIsCancelledAndTheOthersFinish();
    void onlyTheLastToLeaveEndsTheRequest();
    void aClearInFlightStoresNothing();
    void oneCallAfterTheOtherIsOneRequestToo();
    void neitherKeyNorErasedTextIsOnDisk();

private:
    [[nodiscard]] std::unique_ptr<ChatReply> send(CacheMode mode = CacheMode::ReadWrite)
    {
        CallOptions options;
        options.cacheMode = mode;
        return m_caching->send(question(u"Where is the numbat?"_s), options);
    }
    [[nodiscard]] std::vector<std::unique_ptr<ChatReply>> sendAll()
    {
        std::vector<std::unique_ptr<ChatReply>> replies;
        for (int i = 0; i < Callers; ++i)
            replies.push_back(send());
        return replies;
    }
    //! Until everybody has heard the beginning.
    static void waitForBegin(const std::vector<std::unique_ptr<ChatReply>> &replies)
    {
        for (const auto &reply : replies)
            QTRY_VERIFY(!reply->answer().text.isEmpty());
    }
    [[nodiscard]] qint64 entries()
    {
        m_fixture->settle();
        return m_fixture->integer(u"SELECT count(*) FROM entry"_s);
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QtTransport> m_transport;
    std::unique_ptr<CacheFixture> m_fixture;
    std::unique_ptr<VendorProvider> m_vendor;
    std::unique_ptr<SharingProvider> m_sharing;
    std::unique_ptr<CachingProvider> m_caching;
};

void TestCachedCalls::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->answer(inTwoParts(0ms));
    m_transport = std::make_unique<QtTransport>();
    m_fixture = std::make_unique<CacheFixture>();
    ProviderConfig config;
    config.name = u"p"_s;
    config.baseUrl = m_server->url("/v1");
    m_vendor = std::make_unique<VendorProvider>(
        config, dialectFor(config.dialect), *m_transport, [] { return Secret(Key); },
        [](const Secret &key) { return accountScope(key, Secret("of this installation")); });
    m_sharing = std::make_unique<SharingProvider>(*m_vendor);
    m_caching = std::make_unique<CachingProvider>(*m_sharing, *m_fixture->cache, m_fixture->clock,
                                                  CachingProvider::Hooks());
}

void TestCachedCalls::cleanup()
{
    m_caching.reset();
    m_sharing.reset();
    m_vendor.reset();
    m_fixture.reset();
    m_transport.reset();
    m_server.reset();
}

void TestCachedCalls::fiftyCallsAtOnceAreOneRequestAtTheServer()
{
    m_server->answer(inTwoParts(200ms));
    const auto replies = sendAll();
    int live = 0;
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(!reply->failure());
        QCOMPARE(reply->answer().text, Whole);
        QVERIFY(reply->answer() == replies.front()->answer());
        live += reply->origin() == ChatReply::Origin::Live ? 1 : 0;
    }
    QCOMPARE(live, 1); // one bears the cost
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(entries(), 1);
}

void TestCachedCalls::theLeaderIsCancelledAndTheOthersFinish()
{
    m_server->answer(inTwoParts(1500ms));
    const auto replies = sendAll();
    waitForBegin(replies);
    ChatReply *leader = nullptr;
    for (const auto &reply : replies) {
        if (reply->origin() == ChatReply::Origin::Live)
            leader = reply.get();
    }
    QVERIFY(leader);
    leader->cancel();
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->failure().has_value(), reply.get() == leader);
        if (reply.get() != leader)
            QCOMPARE(reply->answer().text, Whole);
    }
    QCOMPARE(leader->failure()->kind, Error::Kind::Cancelled);
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(entries(), 1);
}

void TestCachedCalls::onlyTheLastToLeaveEndsTheRequest()
{
    m_server->answer(Script()
                         .head(200,
                               "Content-Type: text/event-stream\r\n"
                               "Transfer-Encoding: chunked\r\n")
                         .chunk(Begin)
                         .hold());
    auto replies = sendAll();
    waitForBegin(replies);
    for (std::size_t i = 0; i + 1 < replies.size(); ++i)
        replies.at(i)->cancel();
    QTest::qWait(100);
    QCOMPARE(m_server->liveCount(), 1);
    replies.back()->cancel();
    QTRY_COMPARE(m_server->liveCount(), 0);
    QCOMPARE(entries(), 0);
}

void TestCachedCalls::aClearInFlightStoresNothing()
{
    m_server->answer(inTwoParts(1000ms));
    const auto replies = sendAll();
    waitForBegin(replies);
    CacheBrowser browser(*m_fixture->cache, *m_fixture->database, m_fixture->clock);
    bool isCleared = false;
    browser.invalidate(CacheQuery(), QString(), InvalidationTable::Kind::Hard, this,
                       [&](const Result<CacheBrowser::Operation> &) { isCleared = true; });
    QTRY_VERIFY(isCleared);
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->answer().text, Whole); // who asked gets it
    }
    QCOMPARE(entries(), 0);
    QCOMPARE(m_fixture->cache->memoryEntries(), 0);
    QCOMPARE(m_server->requestCount(), 1);
    const auto later = send();
    QTRY_VERIFY(later->isFinished());
    QCOMPARE(m_server->requestCount(), 2);
    QCOMPARE(entries(), 1);
}

void TestCachedCalls::oneCallAfterTheOtherIsOneRequestToo()
{
    for (int i = 0; i < 10; ++i) {
        const auto reply = send();
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->answer().text, Whole);
        QCOMPARE(reply->answer().usage.outputTokens, std::optional<qint64>(3));
        QCOMPARE(entries(), 1);
    }
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(m_server->lastRequest().header("Authorization"), "Bearer " + Key);
}

void TestCachedCalls::neitherKeyNorErasedTextIsOnDisk()
{
    const auto reply = send();
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(entries(), 1);
    CacheBrowser browser(*m_fixture->cache, *m_fixture->database, m_fixture->clock);
    m_fixture->clock.advance(2s); // for the index of the text
    m_fixture->settle();
    QVERIFY(m_fixture->integer(u"SELECT count(*) FROM search"_s) == 1);
    QByteArray bytes = bytesOnDisk(m_fixture->path());
    QVERIFY(bytes.contains("quokkasang")); // or this test shows nothing
    QVERIFY(bytes.contains("numbat"));
    QVERIFY(!bytes.contains(Key));
    QVERIFY(!bytes.contains(Key.toHex()) && !bytes.contains(Key.toBase64()));
    std::optional<qint64> erased;
    browser.erase(CacheQuery(), this,
                  [&](const Result<qint64> &count) { erased = count ? *count : -1; });
    QTRY_COMPARE(erased, std::optional<qint64>(1));
    m_fixture->settle();
    // The database is still open, and its log is among the files.
    bytes = bytesOnDisk(m_fixture->path());
    QVERIFY(!bytes.isEmpty());
    QVERIFY(!bytes.contains("quokkasang"));
    QVERIFY(!bytes.contains("numbat"));
    QVERIFY(!bytes.contains(Key));
    QCOMPARE(m_fixture->cache->memoryEntries(), 0);
}

KAGURA_TEST(TestCachedCalls)
#include "tst_cachedcalls.moc"
