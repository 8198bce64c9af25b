// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/answerlog.h"
#include "core/redis/redistier.h"
#include "tests/core/redis/oddserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"
#include "tests/support/redisserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <optional>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const CacheKey Key = Digest::of({"one"});
constexpr auto Canary = "canary 7f3a91c2 sings";

RedisTier::Options to(quint16 port)
{
    RedisTier::Options options;
    options.server.address.host = u"127.0.0.1"_s;
    options.server.address.port = port;
    options.limit = 10s; // the tests that measure it set their own
    return options;
}

SharedAnswer answerOf(const QString &text, const Clock &clock)
{
    SharedAnswer answer;
    answer.created = clock.wall();
    answer.expires = clock.wall().addSecs(3600);
    answer.servedModel = u"m-2026"_s;
    answer.finish = FinishReason::Stop;
    answer.usage.inputTokens = 10;
    answer.costMicroUsd = 1234;
    answer.duration = 900ms;
    AnswerLog log;
    log.add(TextDelta{text}, 5ms);
    log.add(Finish{FinishReason::Stop, u"stop"_s}, 9ms);
    answer.log = log.bytes();
    return answer;
}

} // namespace

class TestRedisTier : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    std::unique_ptr<RedisServer> m_server;
    TeamKey m_key = TeamKey::create();

    [[nodiscard]] std::unique_ptr<RedisTier> tier(const RedisTier::Options &options,
                                                  const TeamKey &key)
    {
        return std::make_unique<RedisTier>(options, key, m_clock);
    }
    [[nodiscard]] std::unique_ptr<RedisTier> tier() { return tier(to(m_server->port()), m_key); }

    [[nodiscard]] SharedTier::Finding find(RedisTier &from, const CacheKey &key = Key)
    {
        std::optional<SharedTier::Finding> found;
        from.find(key, this, [&](const SharedTier::Finding &finding) { found = finding; });
        if (found)
            return {SharedEvent::Dropped, {}, {}}; // it answered from within
        static_cast<void>(QTest::qWaitFor([&] { return found.has_value(); }, 20'000));
        return found.value_or(SharedTier::Finding{SharedEvent::Dropped, {}, {}});
    }

    // Looks first, as a call does, and waits until it is there.
    void store(RedisTier &into, const SharedAnswer &answer, const CacheKey &key = Key)
    {
        const SharedTier::Finding before = find(into, key);
        QVERIFY(before.generation.has_value());
        const qint64 stored = into.count(SharedEvent::Stored);
        into.store(key, answer, *before.generation);
        QTRY_COMPARE(into.count(SharedEvent::Stored), stored + 1);
    }

    [[nodiscard]] Result<qint64> clear(RedisTier &of)
    {
        std::optional<Result<qint64>> outcome;
        of.clear(this, [&](const Result<qint64> &removed) { outcome = removed; });
        static_cast<void>(QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000));
        return outcome.value_or(Error{Error::Kind::Timeout, u"no answer"_s});
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RedisServer>();
        if (!m_server->isRunning())
            QSKIP(RedisServer::missing());
    }
    void cleanup() { m_server.reset(); }

    void twoMachinesOfATeamShare()
    {
        const auto one = tier();
        const auto other = tier();
        QCOMPARE(find(*other).event, SharedEvent::Miss);
        const SharedAnswer answer = answerOf(u"Minka"_s, m_clock);
        store(*one, answer);
        const SharedTier::Finding found = find(*other);
        QCOMPARE(found.event, SharedEvent::Hit);
        QVERIFY(found.answer.has_value());
        QCOMPARE(found.answer->log, answer.log);
        QCOMPARE(found.answer->costMicroUsd, answer.costMicroUsd);
        QCOMPARE(found.answer->usage, answer.usage);
        QCOMPARE(one->scopeOf(u"openai"_s), other->scopeOf(u"openai"_s));
        QCOMPARE(other->count(SharedEvent::Hit), 1);
    }

    void anotherTeamsKeyFindsNothingAndReadsNothing()
    {
        const auto ours = tier();
        store(*ours, answerOf(u"Minka"_s, m_clock));
        const auto theirs = tier(to(m_server->port()), TeamKey::create());
        QCOMPARE(find(*theirs).event, SharedEvent::Miss);
        QVERIFY(ours->nameOf(Key) != theirs->nameOf(Key));
        // Also where somebody puts our bytes under their name.
        m_server->run({"COPY", ours->nameOf(Key), theirs->nameOf(Key)});
        QCOMPARE(find(*theirs).event, SharedEvent::Unreadable);
        RedisTier::Options options = to(m_server->port());
        options.team = u"others"_s;
        QCOMPARE(find(*tier(options, m_key)).event, SharedEvent::Miss);
    }

    void theServerHoldsNoPlainText()
    {
        const auto one = tier();
        SharedAnswer answer = answerOf(QString::fromLatin1(Canary), m_clock);
        answer.servedModel = u"secretmodel"_s;
        store(*one, answer);
        const QByteArray everything = m_server->everything();
        QVERIFY(everything.contains(one->nameOf(Key)));
        for (const QByteArray &plain :
             {QByteArray(Canary), QByteArray("7f3a91c2"), QByteArray("secretmodel"),
              QByteArray("created"), Key.toBytes(), Key.toHex().toLatin1(),
              m_key.toText().reveal()})
            QVERIFY2(!everything.contains(plain), plain.constData());
    }

    void entriesExpireInTheServer()
    {
        const auto one = tier();
        SharedAnswer answer = answerOf(u"Minka"_s, m_clock);
        store(*one, answer);
        const QByteArray left = m_server->raw({"TTL", one->nameOf(Key)});
        const int seconds = left.mid(1).trimmed().toInt();
        QVERIFY2(seconds > 3500 && seconds <= 3600, left.constData());
        answer.expires.reset();
        store(*one, answer);
        QVERIFY(m_server->raw({"TTL", one->nameOf(Key)}).mid(1).trimmed().toInt()
                <= 30 * 24 * 3600);
        answer.expires = m_clock.wall().addMSecs(500);
        one->store(Key, answer, {});
        QCOMPARE(one->count(SharedEvent::Outdated), 1);
    }

    void whatIsNotOursIsAMissAndACount_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("words") << QByteArray("hello");
        QTest::newRow("our mark alone") << QByteArray("\x01");
        QTest::newRow("our mark and nothing sealed") << QByteArray("\x01\0", 2);
        QTest::newRow("our mark and garbage") << QByteArray("\x01\0", 2) + QByteArray(500, 'x');
        QTest::newRow("a later version") << QByteArray("\x02\0", 2) + QByteArray(500, 'x');
        QTest::newRow("an endless generation") << QByteArray("\x01") + QByteArray(500, 'x');
        QTest::newRow("a pickle") << QByteArray("\x80\x04\x95(cos\nsystem\n", 16);
    }
    void whatIsNotOursIsAMissAndACount()
    {
        QFETCH(const QByteArray, value);
        const auto one = tier();
        m_server->run({"SET", one->nameOf(Key), value});
        QCOMPARE(find(*one).event, SharedEvent::Unreadable);
        QCOMPARE(one->count(SharedEvent::Unreadable), 1);
        QCOMPARE(one->breaker().state(), Breaker::State::Closed);
        store(*one, answerOf(u"Minka"_s, m_clock)); // it is replaced
        QCOMPARE(find(*one).event, SharedEvent::Hit);
    }

    void damagedShortenedAndMovedAnswersAreNotBelieved()
    {
        const auto one = tier();
        store(*one, answerOf(u"Minka"_s, m_clock));
        const QByteArray name = one->nameOf(Key);
        const QByteArray raw = m_server->raw({"GET", name});
        const QByteArray value = raw.sliced(raw.indexOf('\n') + 1).chopped(2);
        for (qsizetype i = 0; i < value.size(); i += 7) {
            QByteArray damaged = value;
            damaged[i] = static_cast<char>(damaged.at(i) ^ 0x40);
            m_server->run({"SET", name, damaged});
            QVERIFY(!find(*one).answer);
            m_server->run({"SET", name, value.first(i)});
            QVERIFY(!find(*one).answer);
        }
        const CacheKey another = Digest::of({"two"});
        m_server->run({"SET", one->nameOf(another), value});
        QCOMPARE(find(*one, another).event, SharedEvent::Unreadable);
        m_server->run({"SET", name, value});
        QCOMPARE(find(*one).event, SharedEvent::Hit);
    }

    void aValueOfAnotherTypeIsAMiss()
    {
        const auto one = tier();
        m_server->run({"LPUSH", one->nameOf(Key), "x"});
        QVERIFY(!find(*one).answer);
    }

    void aHugeValueCostsNoMoreThanTheConnection()
    {
        RedisTier::Options options = to(m_server->port());
        options.server.largestAnswer = 100'000;
        const auto one = tier(options, m_key);
        m_server->run({"SET", one->nameOf(Key), QByteArray(5'000'000, 'x')});
        QCOMPARE(find(*one).event, SharedEvent::Failed);
        QCOMPARE(find(*one, Digest::of({"two"})).event, SharedEvent::Miss);
        SharedAnswer large = answerOf(u"Minka"_s, m_clock);
        large.log += QByteArray(200'000, 'x');
        one->store(Key, large, {});
        QCOMPARE(one->count(SharedEvent::TooLarge), 1);
    }

    void anOldAnswerPutBackIsOutdated()
    {
        FakeClock clock;
        RedisTier one(to(m_server->port()), m_key, clock);
        SharedAnswer answer = answerOf(u"Minka"_s, clock);
        answer.expires = clock.wall().addSecs(60);
        store(one, answer);
        const QByteArray dump = m_server->raw({"GET", one.nameOf(Key)});
        clock.setWall(clock.wall().addSecs(61));
        m_server->run({"SET", one.nameOf(Key), dump.sliced(dump.indexOf('\n') + 1).chopped(2)});
        QCOMPARE(find(one).event, SharedEvent::Outdated);
        clock.setWall(clock.wall().addSecs(-3600)); // now it was made in the future
        QCOMPARE(find(one).event, SharedEvent::Outdated);
    }

    void aClearBeatsEveryCallThatBeganBeforeIt()
    {
        const auto one = tier();
        const auto other = tier();
        const SharedTier::Finding before = find(*one);
        store(*other, answerOf(u"Minka"_s, m_clock), Digest::of({"two"}));
        QCOMPARE(clear(*other).value(), 1);
        one->store(Key, answerOf(u"from before"_s, m_clock), *before.generation);
        QTRY_COMPARE(one->count(SharedEvent::Stored), 1);
        QCOMPARE(find(*other).event, SharedEvent::Outdated);
        store(*one, answerOf(u"from after"_s, m_clock));
        QCOMPARE(find(*other).event, SharedEvent::Hit);
    }

    void foreignKeysSurviveAClear()
    {
        m_server->run({"SET", "session:1", "precious"});
        const auto one = tier();
        store(*one, answerOf(u"Minka"_s, m_clock));
        QCOMPARE(clear(*one).value(), 1);
        QVERIFY(m_server->raw({"GET", "session:1"}).contains("precious"));
        QCOMPARE(find(*one).event, SharedEvent::Miss);
    }

    void aStalledServerCostsTheLimitAndNoMore()
    {
        RedisTier::Options options = to(m_server->port());
        const auto warm = tier(options, m_key);
        QCOMPARE(find(*warm).event, SharedEvent::Miss);
        options.limit = 50ms;
        const auto one = tier(options, m_key);
        QTRY_COMPARE(find(*one).event,
                     SharedEvent::Miss); // connected; a busy machine is late at first
        const qint64 late = one->count(SharedEvent::Late);
        m_server->stall();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(find(*one).event, SharedEvent::Late);
        const qint64 took = timer.elapsed();
        QVERIFY2(took >= 45 && took <= patiently(500), qPrintable(QString::number(took)));
        QCOMPARE(one->count(SharedEvent::Late), late + 1);
        // Late is late: what comes afterwards is nobody's answer.
        m_server->resume();
        QTRY_COMPARE(find(*one).event, SharedEvent::Miss);
    }

    void theBreakerOpensAndClosesAgain()
    {
        RedisTier::Options options = to(m_server->port());
        options.limit = 50ms;
        options.pause = 2s;
        const auto one = tier(options, m_key);
        QTRY_COMPARE(find(*one).event, SharedEvent::Miss);
        m_server->stall();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(find(*one).event, SharedEvent::Late);
        QCOMPARE(one->breaker().state(), Breaker::State::Open);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(find(*one).event, SharedEvent::Skipped);
        QVERIFY(timer.elapsed() < patiently(500)); // nobody waits for it
        one->store(Key, answerOf(u"Minka"_s, m_clock), {});
        QCOMPARE(one->count(SharedEvent::Skipped), 6);
        m_server->resume();
        QTRY_COMPARE(find(*one).event, SharedEvent::Miss);
        QCOMPARE(one->breaker().state(), Breaker::State::Closed);
        store(*one, answerOf(u"Minka"_s, m_clock));
        QCOMPARE(find(*one).event, SharedEvent::Hit);
    }

    void aServerThatDiesAndComesBackIsUsedAgain()
    {
        RedisTier::Options options = to(m_server->port());
        options.pause = 50ms;
        const auto one = tier(options, m_key);
        store(*one, answerOf(u"Minka"_s, m_clock));
        m_server->kill();
        for (int i = 0; i < 7; ++i) {
            const SharedEvent event = find(*one).event;
            QVERIFY(event == SharedEvent::Failed || event == SharedEvent::Skipped);
        }
        m_server->start();
        QTRY_COMPARE(find(*one).event, SharedEvent::Miss);
        store(*one, answerOf(u"Minka"_s, m_clock));
        QCOMPARE(find(*one).event, SharedEvent::Hit);
    }

    void moreThanMayWaitIsDropped()
    {
        RedisTier::Options options = to(m_server->port());
        options.server.largestBacklog = 3000;
        const auto one = tier(options, m_key);
        SharedAnswer answer = answerOf(QString(2000, u'x'), m_clock);
        m_server->stall();
        for (int i = 0; i < 20; ++i)
            one->store(Digest::of({QByteArray::number(i)}), answer, {});
        QCOMPARE(one->count(SharedEvent::Dropped), 19);
        m_server->resume();
        QTRY_COMPARE(one->count(SharedEvent::Stored), 1);
    }

    void drainWaitsForWhatIsOnItsWay()
    {
        const auto one = tier();
        bool isDone = false;
        one->drain(10s, this, [&] { isDone = true; });
        QTRY_VERIFY(isDone); // nothing waits
        one->store(Key, answerOf(u"Minka"_s, m_clock), {});
        isDone = false;
        one->drain(10s, this, [&] { isDone = true; });
        QVERIFY(!isDone);
        QTRY_VERIFY(isDone);
        QCOMPARE(one->count(SharedEvent::Stored), 1);
        m_server->stall();
        one->store(Key, answerOf(u"Minka"_s, m_clock), {});
        isDone = false;
        one->drain(30ms, this, [&] { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(one->count(SharedEvent::Stored), 1);
    }

    void aHostileGenerationIsNotUsed()
    {
        const auto one = tier();
        m_server->run({"SET", "kg:v1:team:generation", QByteArray(100'000, 'x')});
        const SharedTier::Finding found = find(*one);
        QCOMPARE(found.event, SharedEvent::Unreadable);
        QVERIFY(!found.generation);
    }

    void itMayGoWhileItIsAsked()
    {
        auto one = tier();
        bool isAnswered = false;
        one->find(Key, this, [&](const SharedTier::Finding &) { isAnswered = true; });
        one.reset();
        QVERIFY(!isAnswered);
        auto context = std::make_unique<QObject>();
        one = tier();
        one->find(Key, context.get(), [&](const SharedTier::Finding &) { isAnswered = true; });
        context.reset();
        QCOMPARE(find(*one).event, SharedEvent::Miss);
        QVERIFY(!isAnswered);
    }

    void teamNamesHoldNothingThatIsAPattern()
    {
        for (const char *good : {"team", "a", "dev-2.x_y"})
            QVERIFY(RedisTier::isTeamName(QString::fromLatin1(good)));
        for (const char *bad : {"", "Team", "a*", "a?", "[a]", "a:b", "a b", "a\n"})
            QVERIFY2(!RedisTier::isTeamName(QString::fromLatin1(bad)), bad);
        QVERIFY(!RedisTier::isTeamName(QString(65, u'a')));
    }
};

KAGURA_TEST(TestRedisTier)
#include "tst_redistier.moc"
