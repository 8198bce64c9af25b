// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "tests/support/cliprocess.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

Script answerOf(const QByteArray &text, const QByteArray &finish = "stop")
{
    return Script::stream(
        {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
         "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + finish
             + "\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}\n\n"
               "data: [DONE]\n\n"});
}

} // namespace

class TestRefreshCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        QDir().mkpath(m_cli->homePath(u"config"_s));
        QFile file(m_cli->homePath(u"config/settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"providers\":[{\"name\":\"here\",\"dialect\":\"openai-chat\","
                   "\"base_url\":\"http://127.0.0.1:"
                   + QByteArray::number(m_server->port()) + "/v1\",\"needs_key\":false}]}");
        file.close();
        m_server->answerNext(answerOf("Minka"));
        QCOMPARE(chat().exitCode, 0);
    }
    void cleanup()
    {
        m_cli.reset();
        m_server.reset();
    }

    void aNewAnswerTakesThePlaceOfTheOldOne()
    {
        m_server->answerNext(answerOf("Luna"));
        const CliOutcome refreshed = refresh({u"--yes"_s});
        QVERIFY2(refreshed.exitCode == 0, (refreshed.output + refreshed.errors).constData());
        const Json one = event(refreshed, u"refreshed"_s);
        QCOMPARE(jsonString(one, "before"), u"Minka"_s);
        QCOMPARE(jsonString(one, "after"), u"Luna"_s);
        QVERIFY2(jsonMember(one, "replaced") == Json(true), refreshed.output.constData());
        QCOMPARE(m_server->requestCount(), 2);
        // The same question, from here on, has the new answer, without a call.
        const CliOutcome again = chat();
        QVERIFY(again.output.contains("Luna"));
        QCOMPARE(m_server->requestCount(), 2);
        QCOMPARE(
            jsonInteger(m_cli->run({u"cache"_s, u"count"_s, u"--json"_s}).events.at(0), "entries")
                .value_or(0),
            1);
    }

    void theSameAnswerIsToldApart()
    {
        m_server->answerNext(answerOf("Minka"));
        const CliOutcome refreshed = refresh({u"--yes"_s});
        QCOMPARE(jsonMember(event(refreshed, u"refreshed"_s), "same"), Json(true));
        QCOMPARE(jsonInteger(refreshed.events.constLast(), "same").value_or(0), 1);
    }

    void nothingIsAskedWithoutAYes()
    {
        const CliOutcome dry = refresh({u"--dry-run"_s});
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(jsonInteger(dry.events.constFirst(), "entries").value_or(0), 1);
        QCOMPARE(refresh({}).exitCode, 2);
        QCOMPARE(m_server->requestCount(), 1);
    }

    void aNewAnswerThatIsNotWholeLeavesTheOldOne_data()
    {
        QTest::addColumn<QByteArray>("finish");
        QTest::newRow("cut off at a length") << QByteArray("length");
        QTest::newRow("filtered") << QByteArray("content_filter");
    }
    void aNewAnswerThatIsNotWholeLeavesTheOldOne()
    {
        QFETCH(const QByteArray, finish);
        m_server->answerNext(answerOf("Lu", finish));
        const CliOutcome refreshed = refresh({u"--yes"_s});
        QCOMPARE(refreshed.exitCode, 1);
        QVERIFY(!event(refreshed, u"failed"_s).is_null());
        QVERIFY(chat().output.contains("Minka"));
        QCOMPARE(m_server->requestCount(), 2);
    }

private:
    CliOutcome chat()
    {
        return m_cli->run({u"chat"_s, u"--json"_s, u"--attempts"_s, u"1"_s, u"-m"_s,
                           u"here/model"_s, u"--system"_s, u"Be brief."_s, u"A name for a cat?"_s});
    }
    CliOutcome refresh(const QStringList &more)
    {
        return m_cli->run(QStringList{u"cache"_s, u"refresh"_s, u"model:model"_s, u"--json"_s}
                          + more);
    }
    static Json event(const CliOutcome &outcome, const QString &name)
    {
        const auto found =
            std::find_if(outcome.events.cbegin(), outcome.events.cend(),
                         [&name](const Json &one) { return jsonString(one, "event") == name; });
        return found == outcome.events.cend() ? Json(nullptr) : *found;
    }

    std::unique_ptr<CliProcess> m_cli;
    std::unique_ptr<ScriptedServer> m_server;
};

KAGURA_TEST(TestRefreshCommand)
#include "tst_refreshcommand.moc"
