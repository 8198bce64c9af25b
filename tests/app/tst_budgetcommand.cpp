// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "tests/support/cliprocess.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

qint64 numberOf(const CliOutcome &outcome, const char *name)
{
    return outcome.events.isEmpty() ? -1
                                    : jsonInteger(outcome.events.constLast(), name).value_or(-1);
}

} // namespace

class TestBudgetCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        m_server = std::make_unique<ScriptedServer>();
        // Some hundred kilobytes, so that few of them are more than a mebibyte.
        const QByteArray text(400'000, 'x');
        m_server->answer(Script::stream(
            {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
             "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
             "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}\n\n"
             "data: [DONE]\n\n"}));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(ask(i).exitCode, 0);
    }
    void cleanup()
    {
        m_server.reset();
        m_cli.reset();
    }

    void aSmallerBudgetIsForetoldAndThenKept()
    {
        const CliOutcome now = budget({});
        QCOMPARE(numberOf(now, "disk_mib"), 1024);
        QCOMPARE(numberOf(now, "evicted"), 0);
        const CliOutcome dry = budget({u"--disk"_s, u"1"_s, u"--dry-run"_s});
        QCOMPARE(numberOf(dry, "evicted"), 2);
        QCOMPARE(count(), 4);
        const CliOutcome done = budget({u"--disk"_s, u"1"_s});
        QVERIFY2(done.exitCode == 0, (done.output + done.errors).constData());
        QCOMPARE(numberOf(done, "evicted"), 2);
        QCOMPARE(count(), 2);
        QCOMPARE(numberOf(budget({}), "disk_mib"), 1);
        // The next one makes room for itself.
        ask(9);
        QCOMPARE(count(), 2);
    }

    void otherBudgetsAreToldOf()
    {
        ask(0);
        ask(0);
        const CliOutcome told = m_cli->run({u"cache"_s, u"what-if"_s, u"--json"_s});
        QVERIFY2(told.events.size() > 15, told.output.constData());
        QCOMPARE(jsonInteger(told.events.constFirst(), "calls").value_or(0), 6);
        QCOMPARE(jsonInteger(told.events.constFirst(), "hits").value_or(9), 1); // 1 MiB: the last
        QCOMPARE(jsonInteger(told.events.constLast(), "hits").value_or(0), 2);
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no number") << QStringList{u"budget"_s, u"--disk"_s, u"much"_s};
        QTest::newRow("nothing at all") << QStringList{u"budget"_s, u"--disk"_s, u"0"_s};
        QTest::newRow("a word") << QStringList{u"budget"_s, u"512"_s};
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(const QStringList, arguments);
        QCOMPARE(m_cli->run(QStringList{u"cache"_s} + arguments).exitCode, 2);
    }

private:
    CliOutcome ask(int number) // NOLINT(modernize-use-nodiscard)
    {
        return m_cli->run({u"chat"_s, u"--json"_s, u"--provider"_s,
                           u"here=openai-chat,http://127.0.0.1:%1/v1"_s.arg(m_server->port()),
                           u"--attempts"_s, u"1"_s, u"-m"_s, u"here/model"_s,
                           u"number %1"_s.arg(number)});
    }
    CliOutcome budget(const QStringList &more)
    {
        return m_cli->run(QStringList{u"cache"_s, u"budget"_s, u"--json"_s} + more);
    }
    qint64 count()
    {
        return numberOf(m_cli->run({u"cache"_s, u"count"_s, u"--json"_s}), "entries");
    }

    std::unique_ptr<CliProcess> m_cli;
    std::unique_ptr<ScriptedServer> m_server;
};

KAGURA_TEST(TestBudgetCommand)
#include "tst_budgetcommand.moc"
