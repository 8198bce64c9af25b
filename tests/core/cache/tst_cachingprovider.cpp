// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachingprovider.h"
#include "core/llm/sharingprovider.h"
#include "tests/core/cache/cachefixture.h"
#include "tests/support/eventlog.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = CacheNote::Outcome;

namespace {

QList<ChatEvent> richAnswer()
{
    Usage usage;
    usage.inputTokens = 100;
    usage.outputTokens = 50;
    usage.cacheReadTokens = 7;
    return {ServedModel{u"m-2026"_s},
            ReasoningDelta{u"hm"_s},
            ReasoningSignature{"sig", u"anthropic"_s},
            TextDelta{u"Hel"_s},
            TextDelta{u"lo"_s},
            UsageReported{usage}};
}

CallOptions withMode(CacheMode mode)
{
    CallOptions options;
    options.cacheMode = mode;
    return options;
}

} // namespace

class TestCachingProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aHitIsTheSameStreamOfEvents();
    void aHitAfterAStartIsTheSameStreamOfEvents();
    void aHitIsFreeAndCountsWhatItSavedOnce();
    void theHookRunsForMissesOnly();
    void incognitoNeitherReadsNorWritesNorCounts();
    void refreshReadsNothingAndReplaces();
    void readOnlyDoesNotWrite();
    void offlineAsksNobody();
    void aGlobalModeHoldsForEveryCall();
    void toolsBypassUnlessTheAgentAllowsThem();
    void samplesModelsAndTextsAreApart();
    void whatIsNotCompleteIsNotKept_data();
    void whatIsNotCompleteIsNotKept();
    void whatIsTooLargeIsNotKept();
    void aRestartedAnswerIsKeptAsItEnded();
    void fiftyCallsAtOnceAreOneRequest();
    void theLeaderMayLeaveAndTheAnswerIsKept();
    void aClearInFlightKeepsNothing();
    void aFailingProviderIsStoodInForOnRequestOnly();
    void softlyInvalidatedIsAskedAnew();
    void cancelWorksWhileTheDiskIsAsked();
    void whatCannotBeIdentifiedIsRefused();
    void nothingIsSaidBeforeSendReturns();
    void abortAtEveryEventKeepsNothing();
    void statisticsSayWhatHappened();

private:
    [[nodiscard]] std::unique_ptr<ChatReply> send(const CallOptions &options = {},
                                                  const QString &text = u"hi"_s)
    {
        return m_caching->send(question(text), options);
    }
    //! Sends, waits for the end, and tells what was heard.
    QStringList ask(const CallOptions &options = {}, const QString &text = u"hi"_s)
    {
        const auto reply = send(options, text);
        const EventLog log(*reply);
        [&] { QTRY_VERIFY(log.isOver()); }();
        m_fixture->settle();
        return log.lines();
    }
    [[nodiscard]] int count(Outcome outcome) const
    {
        return static_cast<int>(
            std::count_if(m_notes.cbegin(), m_notes.cend(),
                          [&](const CacheNote &n) { return n.outcome == outcome; }));
    }
    [[nodiscard]] std::size_t asked() const { return m_inner->asked().size(); }

    std::unique_ptr<CacheFixture> m_fixture;
    std::unique_ptr<FakeProvider> m_inner;
    std::unique_ptr<SharingProvider> m_sharing;
    std::unique_ptr<CachingProvider> m_caching;
    CachePolicy m_policy;
    QList<CacheNote> m_notes;
};

void TestCachingProvider::init()
{
    m_policy = CachePolicy();
    m_notes.clear();
    m_fixture = std::make_unique<CacheFixture>();
    m_inner = std::make_unique<FakeProvider>();
    m_sharing = std::make_unique<SharingProvider>(*m_inner);
    CachingProvider::Hooks hooks;
    hooks.policy = [this](const ChatRequest &, const CallOptions &) { return m_policy; };
    hooks.cost = [](const QString &, const QString &, const Usage &usage) {
        return std::optional(usage.outputTokens.value_or(0) * 3);
    };
    hooks.noted = [this](const CacheNote &note) { m_notes.append(note); };
    m_caching =
        std::make_unique<CachingProvider>(*m_sharing, *m_fixture->cache, m_fixture->clock, hooks);
}

void TestCachingProvider::cleanup()
{
    m_caching.reset();
    m_sharing.reset();
    m_inner.reset();
    m_fixture.reset();
}

void TestCachingProvider::aHitIsTheSameStreamOfEvents()
{
    m_inner->addScript({richAnswer(), {}, {}});
    const auto live = send();
    QTRY_VERIFY(live->isFinished());
    const auto hit = send();
    QVERIFY(hit->answer().text.isEmpty());
    QTRY_VERIFY(hit->isFinished());
    QVERIFY(!hit->failure());
    QCOMPARE(asked(), 1U);
    QVERIFY(hit->answer() == live->answer());
    QCOMPARE(hit->answer().usage.cacheReadTokens, std::optional<qint64>(7));
    QCOMPARE(hit->origin(), ChatReply::Origin::Memory);
    QCOMPARE(hit->provider(), live->provider());
    QCOMPARE(hit->model(), live->model());
    QCOMPARE(live->origin(), ChatReply::Origin::Live);
}

void TestCachingProvider::aHitAfterAStartIsTheSameStreamOfEvents()
{
    m_inner->addScript({richAnswer(), {}, {}});
    QStringList live = ask();
    m_caching.reset();
    m_fixture->reopen();
    m_caching = std::make_unique<CachingProvider>(*m_sharing, *m_fixture->cache, m_fixture->clock,
                                                  CachingProvider::Hooks());
    const QStringList hit = ask();
    QCOMPARE(live.first(), u"started live fake/m"_s);
    live.first() = u"started disk fake/m"_s;
    QCOMPARE(hit, live);
    QCOMPARE(asked(), 1U);
}

void TestCachingProvider::aHitIsFreeAndCountsWhatItSavedOnce()
{
    m_inner->addScript({richAnswer(), {}, {}});
    QCOMPARE(ask().last(), u"finished"_s);
    QCOMPARE(count(Outcome::Miss), 1);
    QCOMPARE(m_notes.first().reason, CacheReason::NeverSeen);
    QCOMPARE(count(Outcome::Stored), 1);
    m_notes.clear();
    auto left = send(); // also one that nobody hears to its end
    left.reset();
    QCOMPARE(m_notes.size(), 1);
    const CacheNote hit = m_notes.first();
    QCOMPARE(hit.outcome, Outcome::Hit);
    QCOMPARE(hit.saved.outputTokens, std::optional<qint64>(50));
    QCOMPARE(hit.savedMicroUsd, std::optional<qint64>(150));
    QCOMPARE(hit.created, m_fixture->clock.wall());
}

void TestCachingProvider::theHookRunsForMissesOnly()
{
    int runs = 0;
    CallOptions options;
    options.beforeDispatch = [&]() -> std::optional<Error> {
        ++runs;
        return std::nullopt;
    };
    m_inner->addText(u"one"_s);
    QCOMPARE(ask(options).last(), u"finished"_s);
    QCOMPARE(runs, 1);
    QCOMPARE(ask(options).last(), u"finished"_s);
    QCOMPARE(runs, 1);
}

void TestCachingProvider::incognitoNeitherReadsNorWritesNorCounts()
{
    for (const QString &text : {u"one"_s, u"two"_s})
        m_inner->addText(text);
    QVERIFY(ask(withMode(CacheMode::Off)).contains(u"text one"_s));
    QVERIFY(m_notes.isEmpty());
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 0);
    QVERIFY(ask().contains(u"text two"_s));
    m_notes.clear();
    m_inner->addText(u"three"_s);
    QVERIFY(ask(withMode(CacheMode::Off)).contains(u"text three"_s));
    QVERIFY(m_notes.isEmpty());
    m_fixture->clock.advance(5s);
    m_fixture->settle();
    QCOMPARE(m_fixture->integer(u"SELECT sum(hits) FROM entry"_s), 0);
}

void TestCachingProvider::refreshReadsNothingAndReplaces()
{
    for (const QString &text : {u"one"_s, u"two"_s})
        m_inner->addText(text);
    QVERIFY(ask().contains(u"text one"_s));
    QVERIFY(ask(withMode(CacheMode::Refresh)).contains(u"text two"_s));
    QVERIFY(ask().contains(u"text two"_s));
    QCOMPARE(asked(), 2U);
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 1);
    // What it brings must be good to replace what is there.
    m_inner->addFailure(Error::Kind::Server);
    QCOMPARE(ask(withMode(CacheMode::Refresh)).last(), u"failed server"_s);
    QVERIFY(ask().contains(u"text two"_s));
}

void TestCachingProvider::readOnlyDoesNotWrite()
{
    for (const QString &text : {u"one"_s, u"two"_s})
        m_inner->addText(text);
    QVERIFY(ask(withMode(CacheMode::ReadOnly)).contains(u"text one"_s));
    QVERIFY(ask().contains(u"text two"_s));
    QVERIFY(ask(withMode(CacheMode::ReadOnly)).contains(u"text two"_s));
}

void TestCachingProvider::offlineAsksNobody()
{
    QStringList lines = ask(withMode(CacheMode::OfflineOnly));
    QCOMPARE(lines, QStringList{u"failed network"_s});
    QCOMPARE(asked(), 0U);
    m_policy.lifetime = 1s;
    m_inner->addText(u"one"_s);
    QVERIFY(ask().contains(u"text one"_s));
    m_fixture->clock.advance(1h);
    m_fixture->clock.setWall(m_fixture->clock.wall().addSecs(3600));
    lines = ask(withMode(CacheMode::OfflineOnly)); // stale is better than nothing
    QVERIFY(lines.contains(u"text one"_s));
    QVERIFY(m_notes.last().isStale);
    QCOMPARE(asked(), 1U);
}

void TestCachingProvider::aGlobalModeHoldsForEveryCall()
{
    m_fixture->cache->setMode(CacheMode::OfflineOnly);
    QCOMPARE(ask(), QStringList{u"failed network"_s});
    QCOMPARE(ask(withMode(CacheMode::Off)), QStringList{u"failed network"_s});
    m_fixture->cache->setMode(CacheMode::Off);
    for (const QString &text : {u"one"_s, u"two"_s})
        m_inner->addText(text);
    QVERIFY(ask().contains(u"text one"_s));
    QVERIFY(ask().contains(u"text two"_s));
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 0);
}

void TestCachingProvider::toolsBypassUnlessTheAgentAllowsThem()
{
    // The fake's body is plain text; this one is a body with tools.
    const QString text = u"{\"tools\":[{\"name\":\"look\"}]}"_s;
    const QList<ChatEvent> call = {ToolCall{u"id-7"_s, u"look"_s, "{}", "sig"}};
    for (int i = 0; i < 3; ++i)
        m_inner->addScript({call, {}, {}});
    QVERIFY(ask({}, text).contains(u"tool look"_s));
    QVERIFY(ask({}, text).contains(u"tool look"_s));
    QCOMPARE(asked(), 2U);
    QCOMPARE(m_notes.last().reason, CacheReason::Tools);
    m_policy.modelSteps = true;
    QVERIFY(ask({}, text).contains(u"tool look"_s));
    QCOMPARE(asked(), 3U);
    const auto hit = send({}, text);
    QTRY_VERIFY(hit->isFinished());
    QCOMPARE(asked(), 3U);
    QCOMPARE(hit->answer().toolCalls.first(), std::get<ToolCall>(call.first()));
}

void TestCachingProvider::samplesModelsAndTextsAreApart()
{
    CallOptions second;
    second.sampleIndex = 1;
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        m_inner->addText(text);
    QVERIFY(ask().contains(u"text one"_s));
    QVERIFY(ask(second).contains(u"text two"_s));
    QVERIFY(ask({}, u"ho"_s).contains(u"text three"_s));
    QVERIFY(ask(second).contains(u"text two"_s));
    m_policy.space.name = u"another"_s;
    m_inner->addText(u"four"_s);
    QVERIFY(ask().contains(u"text four"_s));
    QCOMPARE(asked(), 4U);
}

void TestCachingProvider::whatIsNotCompleteIsNotKept_data()
{
    QTest::addColumn<QList<ChatEvent>>("events");
    QTest::addColumn<int>("failure"); // -1: none
    QTest::addColumn<CacheReason>("reason");
    const auto row = [](const char *name, const QList<ChatEvent> &events, int failure,
                        CacheReason reason) { QTest::newRow(name) << events << failure << reason; };
    const ChatEvent text = TextDelta{u"a"_s};
    row("an error in the stream", {text}, static_cast<int>(Error::Kind::Overloaded),
        CacheReason::Failed);
    row("no end mark", {text}, static_cast<int>(Error::Kind::Truncated), CacheReason::Failed);
    row("an end and an error", {text, Finish{FinishReason::Stop, {}}},
        static_cast<int>(Error::Kind::Network), CacheReason::Failed);
    row("nothing said", {}, -1, CacheReason::Empty);
}
void TestCachingProvider::whatIsNotCompleteIsNotKept()
{
    QFETCH(const QList<ChatEvent>, events);
    QFETCH(const int, failure);
    QFETCH(const CacheReason, reason);
    FakeProvider::Script script{events, {}, {}};
    if (failure >= 0)
        script.failure = Error{static_cast<Error::Kind>(failure), u"scripted"_s};
    m_inner->addScript(script);
    ask();
    QCOMPARE(count(Outcome::Rejected), 1);
    QCOMPARE(m_notes.last().reason, reason);
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 0);
    QCOMPARE(m_fixture->cache->memoryEntries(), 0);
    m_inner->addText(u"whole"_s);
    QVERIFY(ask().contains(u"text whole"_s));
}

void TestCachingProvider::whatIsTooLargeIsNotKept()
{
    m_inner->addText(QString(5 * 1024 * 1024, u'x'));
    ask();
    QCOMPARE(m_notes.last().reason, CacheReason::TooLarge);
    QCOMPARE(m_fixture->cache->memoryEntries(), 0);
}

void TestCachingProvider::aRestartedAnswerIsKeptAsItEnded()
{
    m_inner->addScript({{TextDelta{u"wrong"_s}, Restarted{}, TextDelta{u"right"_s}}, {}, {}});
    ask();
    QCOMPARE(ask(),
             QStringList(
                 {u"started memory fake/m"_s, u"text right"_s, u"finish stop"_s, u"finished"_s}));
}

void TestCachingProvider::fiftyCallsAtOnceAreOneRequest()
{
    std::vector<std::unique_ptr<ChatReply>> replies;
    for (int i = 0; i < 50; ++i)
        replies.push_back(send());
    QTRY_COMPARE(asked(), 1U);
    QTRY_COMPARE(count(Outcome::Miss), 50);
    QCoreApplication::processEvents();
    m_inner->reply(0)->sayHead(u"fake"_s, u"m"_s);
    m_inner->reply(0)->say(richAnswer());
    m_inner->reply(0)->succeed();
    int live = 0;
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->answer() == replies.front()->answer());
        live += reply->origin() == ChatReply::Origin::Live ? 1 : 0;
    }
    QCOMPARE(live, 1);
    QCOMPARE(asked(), 1U);
    QCOMPARE(count(Outcome::Stored), 1);
    m_fixture->settle();
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 1);
}

void TestCachingProvider::theLeaderMayLeaveAndTheAnswerIsKept()
{
    auto first = send();
    QTRY_COMPARE(count(Outcome::Miss), 1); // two readers may answer in any order
    const auto second = send();
    QTRY_COMPARE(count(Outcome::Miss), 2);
    QCoreApplication::processEvents();
    m_inner->reply(0)->sayHead(u"fake"_s, u"m"_s);
    m_inner->reply(0)->sayText(u"a"_s);
    QCOMPARE(second->origin(), ChatReply::Origin::Joined);
    first->cancel();
    first.reset();
    m_inner->reply(0)->sayText(u"b"_s);
    m_inner->reply(0)->succeed();
    QVERIFY(second->isFinished());
    // It bears the cost now, and says so.
    QCOMPARE(second->origin(), ChatReply::Origin::Live);
    QCOMPARE(count(Outcome::Stored), 1);
    QCOMPARE(ask().mid(1),
             QStringList({u"text a"_s, u"text b"_s, u"finish stop"_s, u"finished"_s}));
}

void TestCachingProvider::aClearInFlightKeepsNothing()
{
    const auto reply = send();
    QTRY_COMPARE(asked(), 1U);
    QCoreApplication::processEvents();
    bool isDone = false;
    m_fixture->cache->invalidate(
        [](Connection &connection) -> Result<qint64> {
            if (const Result<void> done = connection.execute(u"DELETE FROM entry"_s); !done)
                return done.error();
            return qint64(0);
        },
        this, [&](const Result<qint64> &) { isDone = true; });
    m_inner->reply(0)->sayHead(u"fake"_s, u"m"_s);
    m_inner->reply(0)->sayText(u"old"_s);
    m_inner->reply(0)->succeed();
    QVERIFY(reply->isFinished());
    QVERIFY(!reply->failure());
    QTRY_VERIFY(isDone);
    m_fixture->settle();
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 0);
    QCOMPARE(m_fixture->cache->memoryEntries(), 0);
    m_inner->addText(u"new"_s);
    QVERIFY(ask().contains(u"text new"_s));
}

void TestCachingProvider::aFailingProviderIsStoodInForOnRequestOnly()
{
    m_policy.lifetime = 1s;
    m_inner->addText(u"old"_s);
    ask();
    const auto later = [this](std::chrono::seconds time) {
        m_fixture->clock.advance(time);
        m_fixture->clock.setWall(QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC)
                                     .addSecs(m_fixture->clock.monotonic() / 1s));
    };
    later(1h);
    m_inner->addFailure(Error::Kind::Server);
    QCOMPARE(ask().last(), u"failed server"_s);
    m_policy.staleIfError = 2h;
    m_inner->addFailure(Error::Kind::Server);
    QCOMPARE(
        ask(),
        QStringList({u"started disk fake/m"_s, u"text old"_s, u"finish stop"_s, u"finished"_s}));
    QVERIFY(m_notes.last().isStale);
    // Not for what is wrong with the call, not after the first word, and not for ever.
    m_inner->addFailure(Error::Kind::Auth);
    QCOMPARE(ask().last(), u"failed auth"_s);
    m_inner->addScript({{TextDelta{u"begun"_s}}, Error{Error::Kind::Network, {}}, {}});
    QCOMPARE(ask().last(), u"failed network"_s);
    later(1h + 2s);
    m_inner->addFailure(Error::Kind::Server);
    QCOMPARE(ask().last(), u"failed server"_s);
    m_policy.staleIfError = 48h; // a day at most
    later(24h);
    m_inner->addFailure(Error::Kind::Server);
    QCOMPARE(ask().last(), u"failed server"_s);
}

void TestCachingProvider::softlyInvalidatedIsAskedAnew()
{
    m_inner->addText(u"old"_s);
    ask();
    QVERIFY(m_fixture->execute(u"UPDATE entry SET state = 1"_s));
    m_fixture->cache->forget();
    m_inner->addText(u"new"_s);
    QVERIFY(ask().contains(u"text new"_s));
    QVERIFY(ask().contains(u"text new"_s));
    QCOMPARE(asked(), 2U);
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry WHERE state = 0"_s), 1);
}

void TestCachingProvider::cancelWorksWhileTheDiskIsAsked()
{
    auto reply = send();
    const EventLog log(*reply);
    reply->cancel();
    QCOMPARE(log.lines(), QStringList{u"failed cancelled"_s});
    auto left = send();
    left.reset();
    m_fixture->settle();
    QCoreApplication::processEvents();
    QCOMPARE(asked(), 0U);
}

void TestCachingProvider::whatCannotBeIdentifiedIsRefused()
{
    const auto reply = m_caching->send(ChatRequest(), {});
    const EventLog log(*reply);
    QTRY_VERIFY(log.isOver());
    QCOMPARE(log.lines(), QStringList{u"failed bad_request"_s});
}

void TestCachingProvider::nothingIsSaidBeforeSendReturns()
{
    m_inner->addText(u"one"_s);
    ask();
    const auto hit = send();
    QVERIFY(!hit->isFinished());
    QVERIFY(hit->answer().text.isEmpty());
}

// Wherever a stream breaks off, and whoever breaks it off, nothing of it is ever told again.
void TestCachingProvider::abortAtEveryEventKeepsNothing()
{
    const QList<ChatEvent> events = richAnswer();
    for (qsizetype count = 0; count <= events.size(); ++count) {
        for (const bool byCaller : {false, true}) {
            const QString text = u"%1 %2"_s.arg(count).arg(byCaller);
            const std::size_t index = asked();
            const auto reply = send({}, text);
            QTRY_COMPARE(asked(), index + 1);
            QCoreApplication::processEvents();
            m_inner->reply(index)->sayHead(u"fake"_s, u"m"_s);
            m_inner->reply(index)->say(events.first(count));
            if (byCaller)
                reply->cancel();
            else
                m_inner->reply(index)->fail(Error{Error::Kind::Truncated, {}});
            QVERIFY(reply->failure());
        }
    }
    m_fixture->settle();
    QCOMPARE(m_fixture->integer(u"SELECT count(*) FROM entry"_s), 0);
    QCOMPARE(m_fixture->cache->memoryEntries(), 0);
}

void TestCachingProvider::statisticsSayWhatHappened()
{
    m_policy.agent = u"critic"_s;
    m_inner->addScript({richAnswer(), {}, {}});
    for (int i = 0; i < 3; ++i)
        ask();
    m_inner->addFailure(Error::Kind::Server);
    ask({}, u"other"_s);
    m_fixture->clock.advance(2s);
    m_fixture->settle();
    QCOMPARE(m_fixture->integer(u"SELECT n FROM stat WHERE agent = 'critic' AND model = 'm' AND "
                                "outcome = 'hit' AND detail = 'memory'"_s),
             2);
    QCOMPARE(m_fixture->integer(u"SELECT saved_output FROM stat WHERE outcome = 'hit'"_s), 100);
    QCOMPARE(m_fixture->integer(u"SELECT saved_micro_usd FROM stat WHERE outcome = 'hit'"_s), 300);
    QCOMPARE(m_fixture->integer(u"SELECT n FROM stat WHERE outcome = 'miss' AND detail = "
                                "'never_seen'"_s),
             2);
    QCOMPARE(m_fixture->integer(u"SELECT n FROM stat WHERE outcome = 'stored'"_s), 1);
    QCOMPARE(m_fixture->integer(u"SELECT n FROM stat WHERE outcome = 'rejected' AND detail = "
                                "'failed'"_s),
             1);
    QCOMPARE(m_fixture->integer(u"SELECT sum(n) FROM stat"_s), 6);
}

KAGURA_TEST(TestCachingProvider)
#include "tst_cachingprovider.moc"
