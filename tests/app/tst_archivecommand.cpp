// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The cache of one home carried into another by the built command line.

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

constexpr const char *Key = "sk-canary-4f1d2c";

qint64 numberOf(const CliOutcome &outcome, const char *name)
{
    return outcome.events.isEmpty() ? -1
                                    : jsonInteger(outcome.events.constLast(), name).value_or(-1);
}

} // namespace

class TestArchiveCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_server->answer(Script::stream(
            {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Minka\"}}]}\n\n",
             "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
             "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}\n\n"
             "data: [DONE]\n\n"}));
        m_one = home("key of one");
        m_two = home("key of two");
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(chat(*m_one).exitCode, 0);
    }
    void cleanup()
    {
        m_one.reset();
        m_two.reset();
        m_server.reset();
    }

    void anAnswerIsCarriedIntoAnotherHome()
    {
        const QString file = m_folder->filePath(u"cache.zst"_s);
        const CliOutcome exported =
            m_one->run({u"cache"_s, u"export"_s, u"-o"_s, file, u"--json"_s});
        QVERIFY2(exported.exitCode == 0, (exported.output + exported.errors).constData());
        QCOMPARE(numberOf(exported, "entries"), 1);
        // As it is, it belongs to the account of the other home.
        QCOMPARE(numberOf(m_two->run({u"cache"_s, u"import"_s, file, u"--json"_s}), "added"), 1);
        QCOMPARE(m_server->requestCount(), 1);
        QCOMPARE(jsonString(chat(*m_two).events.constLast(), "origin"), u"live"_s);
    }

    void anAdoptedAnswerIsOnesOwn()
    {
        const QString file = m_folder->filePath(u"cache.zst"_s);
        QCOMPARE(m_one->run({u"cache"_s, u"export"_s, u"-o"_s, file}).exitCode, 0);
        const CliOutcome imported =
            m_two->run({u"cache"_s, u"import"_s, file, u"--adopt"_s, u"--json"_s});
        QVERIFY2(numberOf(imported, "added") == 1, (imported.output + imported.errors).constData());
        const CliOutcome answer = chat(*m_two);
        QVERIFY2(answer.exitCode == 0, (answer.output + answer.errors).constData());
        QCOMPARE(jsonString(answer.events.constLast(), "origin"), u"disk"_s);
        QVERIFY(answer.output.contains("Minka"));
        QCOMPARE(m_server->requestCount(), 1);
    }

    void aDryRunOfEitherChangesNothing()
    {
        const QString file = m_folder->filePath(u"cache.zst"_s);
        QCOMPARE(numberOf(m_one->run({u"cache"_s, u"export"_s, u"-o"_s, file, u"--dry-run"_s,
                                      u"--json"_s}),
                          "entries"),
                 1);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(m_one->run({u"cache"_s, u"export"_s, u"-o"_s, file}).exitCode, 0);
        QCOMPARE(numberOf(m_two->run({u"cache"_s, u"import"_s, file, u"--dry-run"_s, u"--json"_s}),
                          "added"),
                 1);
        QCOMPARE(numberOf(m_two->run({u"cache"_s, u"count"_s, u"--json"_s}), "entries"), 0);
    }

    void linesOnStandardOutputAreAnArchiveToo()
    {
        const CliOutcome lines = m_one->run({u"cache"_s, u"export"_s, u"model:m*"_s});
        QCOMPARE(lines.exitCode, 0);
        QCOMPARE(lines.events.size(), 3);
        QCOMPARE(jsonString(lines.events.at(1), "answer"), u"Minka"_s);
        const QString file = m_folder->filePath(u"lines.jsonl"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(lines.output);
        out.close();
        QCOMPARE(numberOf(m_two->run({u"cache"_s, u"import"_s, file, u"--json"_s}), "added"), 1);
    }

    void noExportHoldsAKeyAndARedactedOneNoWords()
    {
        const CliOutcome whole = m_one->run({u"cache"_s, u"export"_s});
        QVERIFY(!whole.output.contains(Key) && whole.output.contains("Minka"));
        const CliOutcome redacted = m_one->run({u"cache"_s, u"export"_s, u"--redact"_s});
        QCOMPARE(redacted.exitCode, 0);
        QVERIFY(!redacted.output.contains("Minka") && !redacted.output.contains("cat"));
        const QString file = m_folder->filePath(u"redacted.jsonl"_s);
        QCOMPARE(m_one->run({u"cache"_s, u"export"_s, u"--redact"_s, u"-o"_s, file}).exitCode, 0);
        const CliOutcome refused = m_two->run({u"cache"_s, u"import"_s, file});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("--redact"), refused.errors.constData());
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no file") << QStringList{u"import"_s};
        QTest::newRow("two files") << QStringList{u"import"_s, u"a"_s, u"b"_s};
        QTest::newRow("no such rule")
            << QStringList{u"import"_s, u"a"_s, u"--conflicts"_s, u"coin"_s};
        QTest::newRow("a bad query") << QStringList{u"export"_s, u"modle:x"_s};
        QTest::newRow("JSON about nothing") << QStringList{u"export"_s, u"--json"_s};
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(const QStringList, arguments);
        const CliOutcome outcome = m_one->run(QStringList{u"cache"_s} + arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.errors.isEmpty());
    }

private:
    // A home that knows the server as "here" and has a key for it.
    [[nodiscard]] std::unique_ptr<CliProcess> home(const QByteArray &key) const
    {
        auto cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        QDir().mkpath(cli->homePath(u"config"_s));
        QFile file(cli->homePath(u"config/settings.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("{\"providers\":[{\"name\":\"here\",\"dialect\":\"openai-chat\","
                       "\"base_url\":\"http://127.0.0.1:"
                       + QByteArray::number(m_server->port())
                       + "/v1\",\"key_variable\":\"HERE_KEY\"}]}");
        cli->setEnvironment(u"HERE_KEY"_s, QString::fromLatin1(Key + key));
        return cli;
    }

    static CliOutcome chat(CliProcess &cli)
    {
        return cli.run({u"chat"_s, u"--json"_s, u"--attempts"_s, u"1"_s, u"-m"_s, u"here/model"_s,
                        u"A name for a cat?"_s});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<CliProcess> m_one;
    std::unique_ptr<CliProcess> m_two;
};

KAGURA_TEST(TestArchiveCommand)
#include "tst_archivecommand.moc"
