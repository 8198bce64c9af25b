// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shared tier as the built command line uses it: two homes that have nothing in common but a
// redis-server and the key of a team.

#include "core/base/json.h"
#include "tests/support/cliprocess.h"
#include "tests/support/redisserver.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

const QString KeyVariable = u"KAGURA_TEAM_KEY"_s;

Script answerOf(const QByteArray &text)
{
    return Script::stream(
        {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
         "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
         "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}\n\n"
         "data: [DONE]\n\n"});
}

QString originOf(const CliOutcome &outcome)
{
    return outcome.events.isEmpty() ? QString() : jsonString(outcome.events.constLast(), "origin");
}

} // namespace

class TestSharedCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisServer>();
        if (!m_redis->isRunning())
            QSKIP(RedisServer::missing());
        m_one = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        m_two = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        m_server = std::make_unique<ScriptedServer>();
        m_server->answer(answerOf("Minka"));
    }

    void cleanup()
    {
        m_server.reset();
        m_two.reset();
        m_one.reset();
        m_redis.reset();
    }

    void twoHomesShareAnAnswerThroughTheServer()
    {
        const QString key = newKey(*m_one);
        join(*m_one, key);
        join(*m_two, key);
        QCOMPARE(originOf(chat(*m_one)), u"live"_s);
        const CliOutcome shared = chat(*m_two);
        QVERIFY2(shared.exitCode == 0, (shared.output + shared.errors).constData());
        QCOMPARE(originOf(shared), u"shared"_s);
        QVERIFY(shared.output.contains("Minka"));
        QCOMPARE(m_server->requestCount(), 1);
        // It is kept here, too, so that the server is asked once.
        QCOMPARE(originOf(chat(*m_two)), u"disk"_s);
        const QByteArray everything = m_redis->everything();
        QVERIFY(!everything.isEmpty());
        QVERIFY(!everything.contains("Minka") && !everything.contains("cat"));
    }

    void nothingIsSharedUntilAServerIsSet()
    {
        m_one->setEnvironment(KeyVariable, newKey(*m_one));
        chat(*m_one);
        QCOMPARE(m_redis->keys().size(), 0);
        QCOMPARE(jsonString(m_one->run({u"cache"_s, u"team"_s, u"--json"_s}).events.at(0), "state"),
                 u"off"_s);
    }

    void anotherKeyIsAnotherTeam()
    {
        join(*m_one, newKey(*m_one));
        join(*m_two, newKey(*m_two));
        chat(*m_one);
        QCOMPARE(originOf(chat(*m_two)), u"live"_s);
        QCOMPARE(m_server->requestCount(), 2);
    }

    void aServerOnThisComputerIsNotTheTeams()
    {
        const QString key = newKey(*m_one);
        join(*m_one, key);
        chat(*m_one, u"127.0.0.1"_s);
        QCOMPARE(m_redis->keys().size(), 0);
    }

    void aServerThatIsGoneCostsNoAnswer()
    {
        join(*m_one, newKey(*m_one));
        m_redis->kill();
        const CliOutcome outcome = chat(*m_one);
        QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
        QCOMPARE(originOf(outcome), u"live"_s);
        const CliOutcome state = m_one->run({u"cache"_s, u"team"_s, u"--json"_s});
        QCOMPARE(state.exitCode, 1);
        QCOMPARE(state.lastKind(), u"network"_s);
    }

    void aClearIsForTheWholeTeamAndAsksFirst()
    {
        const QString key = newKey(*m_one);
        join(*m_one, key);
        join(*m_two, key);
        chat(*m_one);
        QCOMPARE(m_two->run({u"cache"_s, u"team"_s, u"clear"_s}).exitCode, 2);
        QVERIFY(m_redis->keys().size() > 0);
        const CliOutcome cleared =
            m_two->run({u"cache"_s, u"team"_s, u"clear"_s, u"--yes"_s, u"--json"_s});
        QCOMPARE(cleared.exitCode, 0);
        QCOMPARE(jsonMember(cleared.events.constLast(), "entries"), Json(1));
        QCOMPARE(originOf(chat(*m_two)), u"live"_s);
    }

    void theDoctorSaysHowItIs_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("says");
        QTest::newRow("off") << u"off"_s << u"ok"_s << u"off"_s;
        QTest::newRow("no key") << u"no key"_s << u"fault"_s << u"new-key"_s;
        QTest::newRow("a mistyped key") << u"bad key"_s << u"fault"_s << u"no team key"_s;
        QTest::newRow("well") << u"well"_s << u"ok"_s << u"Redis"_s;
    }
    void theDoctorSaysHowItIs()
    {
        QFETCH(const QString, how);
        QFETCH(const QString, verdict);
        QFETCH(const QString, says);
        if (how != "off"_L1)
            join(*m_one,
                 how == "well"_L1          ? newKey(*m_one)
                     : how == "bad key"_L1 ? u"x"_s
                                           : QString());
        const CliOutcome doctor = m_one->run({u"doctor"_s, u"--json"_s});
        const auto line =
            std::find_if(doctor.events.cbegin(), doctor.events.cend(), [](const Json &one) {
                return jsonString(one, "check") == "shared cache"_L1;
            });
        QVERIFY2(line != doctor.events.cend(), doctor.output.constData());
        QCOMPARE(jsonString(*line, "verdict"), verdict);
        QVERIFY2(jsonString(*line, "found").contains(says), doctor.output.constData());
    }

    void aKeyIsPrintedOnceAndNeverStoredInAFile()
    {
        const QString key = newKey(*m_one);
        QVERIFY(key.startsWith(u"kagura-team-"_s));
        join(*m_one, key);
        chat(*m_one);
        const CliOutcome state = m_one->run({u"cache"_s, u"team"_s});
        QVERIFY2(state.output.contains("1 answers"), state.output.constData());
        QVERIFY(!state.output.contains(key.toLatin1()));
        QDirIterator files(m_one->homePath(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(key.toLatin1()), qPrintable(file.fileName()));
        }
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such action") << QStringList{u"join"_s};
        QTest::newRow("no address") << QStringList{u"server"_s};
        QTest::newRow("another scheme") << QStringList{u"server"_s, u"http://x"_s};
        QTest::newRow("a password in the address") << QStringList{u"server"_s, u"redis://a:b@c"_s};
        QTest::newRow("a name with a star") << QStringList{u"name"_s, u"*"_s};
        QTest::newRow("a key as an argument") << QStringList{u"key"_s, u"kagura-team-1"_s};
        QTest::newRow("no key") << QStringList{u"key"_s};
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(const QStringList, arguments);
        const CliOutcome outcome = m_one->run(QStringList{u"cache"_s, u"team"_s} + arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.errors.isEmpty());
    }

private:
    [[nodiscard]] static QString newKey(CliProcess &cli)
    {
        const CliOutcome made = cli.run({u"cache"_s, u"team"_s, u"new-key"_s, u"--json"_s});
        return made.events.isEmpty() ? QString() : jsonString(made.events.constFirst(), "key");
    }

    void join(CliProcess &cli, const QString &key) const
    {
        // Fifty milliseconds are little on a machine that runs tests.
        QDir().mkpath(cli.homePath(u"config"_s));
        QFile file(cli.homePath(u"config/settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"team_limit_ms\":10000}");
        file.close();
        const CliOutcome set = cli.run(
            {u"cache"_s, u"team"_s, u"server"_s, u"redis://127.0.0.1:%1"_s.arg(m_redis->port())});
        QVERIFY2(set.exitCode == 0, set.errors.constData());
        cli.setEnvironment(KeyVariable, key);
    }

    // 0.0.0.0 leads to this computer and is not taken for it: so a test server can be another machine's.
    CliOutcome chat(CliProcess &cli, const QString &host = u"0.0.0.0"_s)
    {
        return cli.run({u"chat"_s, u"--json"_s, u"--provider"_s,
                        u"here=openai-chat,http://%1:%2/v1"_s.arg(host).arg(m_server->port()),
                        u"--attempts"_s, u"1"_s, u"-m"_s, u"here/model"_s, u"A name for a cat?"_s});
    }

    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<CliProcess> m_one;
    std::unique_ptr<CliProcess> m_two;
    std::unique_ptr<ScriptedServer> m_server;
};

KAGURA_TEST(TestSharedCache)
#include "tst_sharedcache.moc"
