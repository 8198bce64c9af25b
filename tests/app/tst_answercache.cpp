// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The cache of answers as the built command line uses it: each run is a process of its own.

#include "core/base/json.h"
#include "tests/support/cliprocess.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

Script answerOf(const QByteArray &text)
{
    return Script::stream(
        {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
         "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
         "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}\n\n"
         "data: [DONE]\n\n"});
}

QString outcomeOf(const CliOutcome &outcome)
{
    const Json &cache = jsonMember(outcome.events.constFirst(), "cache");
    return jsonString(cache, "outcome") + u' ' + jsonString(cache, "reason");
}

} // namespace

class TestAnswerCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        m_server = std::make_unique<ScriptedServer>();
    }

    void cleanup()
    {
        m_server.reset();
        m_cli.reset();
    }

    void theSecondProcessPaysNothing()
    {
        m_server->answerNext(answerOf("Minka"));
        const CliOutcome first = chat({});
        QCOMPARE(outcomeOf(first), u"miss never_seen"_s);
        QCOMPARE(jsonString(first.events.constLast(), "origin"), u"live"_s);
        const CliOutcome second = chat({});
        QVERIFY2(second.exitCode == 0, (second.output + second.errors).constData());
        QCOMPARE(m_server->requestCount(), 1);
        QCOMPARE(outcomeOf(second), u"hit "_s);
        const Json &end = second.events.constLast();
        QCOMPARE(jsonString(end, "origin"), u"disk"_s);
        QCOMPARE(jsonMember(end, "cost_usd"), Json(0.0));
        QCOMPARE(jsonMember(jsonMember(end, "usage"), "output_tokens"), Json(5));
        QVERIFY(second.output.contains("Minka"));
    }

    void refreshReplacesAndNoCacheLeavesItAlone()
    {
        m_server->answerNext(answerOf("one"));
        QVERIFY(chat({}).output.contains("one"));
        m_server->answerNext(answerOf("two"));
        QCOMPARE(outcomeOf(chat({u"--no-cache"_s})), u"bypass off"_s);
        QVERIFY(chat({}).output.contains("one"));
        m_server->answerNext(answerOf("three"));
        QCOMPARE(outcomeOf(chat({u"--refresh"_s})), u"bypass not_reading"_s);
        QVERIFY(chat({}).output.contains("three"));
        QCOMPARE(m_server->requestCount(), 3);
    }

    void anotherParameterIsAnotherQuestion()
    {
        m_server->answer(answerOf("x"));
        chat({});
        QCOMPARE(outcomeOf(chat({u"--temperature"_s, u"0.5"_s})), u"miss never_seen"_s);
        QCOMPARE(outcomeOf(chat({u"--system"_s, u"Be brief."_s})), u"miss never_seen"_s);
        QCOMPARE(m_server->requestCount(), 3);
    }

    void aBrokenAnswerIsNotKept()
    {
        m_server->answerNext(Script::stream(
            {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"half\"}}]}\n\n"}));
        QCOMPARE(chat({}).exitCode, 1);
        m_server->answerNext(answerOf("whole"));
        QVERIFY(chat({}).output.contains("whole"));
        QCOMPARE(m_server->requestCount(), 2);
    }

    void theSettingsSayHowLongAndWhether_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<int>("requests");
        QTest::newRow("off") << QByteArray("{\"cache_mode\":\"off\"}") << 2;
        QTest::newRow("read only") << QByteArray("{\"cache_mode\":\"read-only\"}") << 2;
        QTest::newRow("a lifetime of nothing") << QByteArray("{\"cache_lifetime_hours\":0}") << 2;
        QTest::newRow("for ever") << QByteArray("{\"cache_lifetime_hours\":-1}") << 1;
        QTest::newRow("nonsense") << QByteArray("{\"cache_mode\":\"sometimes\"}") << 1;
    }
    void theSettingsSayHowLongAndWhether()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const int, requests);
        QVERIFY(QDir().mkpath(m_cli->homePath(u"config"_s)));
        QFile file(m_cli->homePath(u"config/settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(settings);
        file.close();
        m_cli->setEnvironment(u"KAGURA_CONFIG_DIR"_s, m_cli->homePath(u"config"_s));
        m_server->answer(answerOf("x"));
        chat({});
        chat({});
        QCOMPARE(m_server->requestCount(), requests);
    }

    void aDamagedFileCostsTheAnswersAndNothingElse()
    {
        m_server->answer(answerOf("x"));
        chat({});
        const QString path = m_cli->homePath(u"data/cache.db"_s);
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadWrite), qPrintable(path));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QFile::remove(path + u"-wal"_s);
        const CliOutcome after = chat({});
        QVERIFY2(after.exitCode == 0, (after.output + after.errors).constData());
        QCOMPARE(m_server->requestCount(), 2);
        QCOMPARE(chat({}).exitCode, 0);
        QCOMPARE(m_server->requestCount(), 2);
    }

private:
    CliOutcome chat(const QStringList &more)
    {
        return m_cli->run(
            QStringList{u"chat"_s, u"--json"_s, u"--provider"_s,
                        u"here=openai-chat,http://127.0.0.1:%1/v1"_s.arg(m_server->port()),
                        u"--attempts"_s, u"1"_s, u"-m"_s, u"here/model"_s}
            + more + QStringList{u"A name for a cat?"_s});
    }

    std::unique_ptr<CliProcess> m_cli;
    std::unique_ptr<ScriptedServer> m_server;
};

KAGURA_TEST(TestAnswerCache)
#include "tst_answercache.moc"
