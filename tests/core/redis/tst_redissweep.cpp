// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/redis/redissweep.h"
#include "tests/core/redis/oddserver.h"
#include "tests/support/freeport.h"
#include "tests/support/redisserver.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <optional>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Prefix = "kg:v1:team:";

RedisConnection::Options to(quint16 port)
{
    RedisConnection::Options options;
    options.address.host = u"127.0.0.1"_s;
    options.address.port = port;
    return options;
}

QByteArray entryName(int number, const QByteArray &prefix = Prefix)
{
    return prefix + QByteArray::number(number, 16).rightJustified(64, '0');
}

} // namespace

class TestRedisSweep : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::optional<Result<qint64>> clear(quint16 port)
    {
        std::optional<Result<qint64>> outcome;
        auto *sweep = new RedisSweep(to(port), Prefix, this);
        const QPointer<RedisSweep> watched(sweep);
        sweep->clear(this, [&](const Result<qint64> &removed) { outcome = removed; });
        static_cast<void>(QTest::qWaitFor([&] { return outcome.has_value() && !watched; }, 20'000));
        return outcome;
    }

private Q_SLOTS:
    void whatIsTheTeamsGoesAndEverythingElseStays()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        QList<QByteArray> fill = {"MSET"};
        for (int i = 0; i < 5000; ++i)
            fill << entryName(i) << "x";
        const QList<QByteArray> others = {"session:1", "kg:v1:team2:" + QByteArray(64, 'a'),
                                          "kg:v1:tea:" + QByteArray(64, 'a'), "kg:v1:team:note",
                                          "kg:v2:team:" + QByteArray(64, 'a')};
        for (const QByteArray &other : others)
            fill << other << "x";
        server.run(fill);
        const auto outcome = clear(server.port());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value(), 5000);
        QList<QByteArray> left = server.keys();
        QVERIFY(left.removeOne(Prefix + "generation"));
        std::sort(left.begin(), left.end());
        QList<QByteArray> kept = others;
        std::sort(kept.begin(), kept.end());
        QCOMPARE(left, kept);
    }

    void eachClearBeginsAnotherGeneration()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        QVERIFY(*clear(server.port()));
        const QByteArray first = server.raw({"GET", Prefix + "generation"});
        QVERIFY(*clear(server.port()));
        QVERIFY(first.startsWith("$32"));
        QVERIFY(first != server.raw({"GET", Prefix + "generation"}));
    }

    void aLookCountsAndNamesTheServer()
    {
        const RedisServer server;
        if (!server.isRunning())
            QSKIP(RedisServer::missing());
        for (int i = 0; i < 7; ++i)
            server.run({"SET", entryName(i), "x"});
        server.run({"SET", "session:1", "x"});
        SystemClock clock;
        std::optional<Result<RedisSweep::Seen>> outcome;
        auto *sweep = new RedisSweep(to(server.port()), Prefix, this);
        sweep->look(clock, this,
                    [&](const Result<RedisSweep::Seen> &seen) { outcome.emplace(seen); });
        QTRY_VERIFY(outcome.has_value());
        QVERIFY(*outcome);
        QCOMPARE((*outcome)->entries, 7);
        QVERIFY2((*outcome)->server.startsWith("Redis "_L1)
                     || (*outcome)->server.startsWith("Valkey "_L1),
                 qPrintable((*outcome)->server));
        QVERIFY((*outcome)->roundTrip.count() > 0);
    }

    void aServerThatMakesNoSenseIsAnError()
    {
        OddServer server;
        server.answer = [](const QByteArray &) { return QByteArray("+OK\r\n"); };
        const auto outcome = clear(server.port());
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, Error::Kind::Protocol);
    }

    void namesThatAreNotTheTeamsAreNotTakenAway()
    {
        OddServer server;
        server.answer = [](const QByteArray &bytes) {
            return bytes.contains("SCAN") ? QByteArray("*2\r\n$1\r\n0\r\n*1\r\n$7\r\nforeign\r\n")
                                          : QByteArray("+OK\r\n");
        };
        const auto outcome = clear(server.port());
        QVERIFY(outcome && *outcome);
        QCOMPARE(outcome->value(), 0);
        QVERIFY(!server.received.contains("UNLINK"));
    }

    void nobodyThereIsAnError()
    {
        const auto outcome = clear(freePort());
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, Error::Kind::Network);
    }
};

KAGURA_TEST(TestRedisSweep)
#include "tst_redissweep.moc"
