// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command line as a person or a script meets it: the built program, its output and exit code.

#include "tests/support/cliprocess.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

//! Answers the first request with head and half a stream, then stays silent: an answer under way.
class SilentServer
{
public:
    SilentServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                              "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"half an "
                              "answer\"}}]}\n\n");
            });
        });
    }

    [[nodiscard]] QStringList chat() const
    {
        return {u"chat"_s, u"--provider"_s,
                u"silent=openai-chat,http://127.0.0.1:%1/v1"_s.arg(m_server.serverPort()), u"-m"_s,
                u"silent/model"_s};
    }

private:
    QTcpServer m_server;
};

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    CliProcess m_cli{QStringLiteral(KAGURA_CLI)};

private Q_SLOTS:
    void withoutKeyAndServerTheGuideAnswersInAStream()
    {
        const CliOutcome outcome =
            m_cli.run({u"chat"_s, u"--json"_s, u"How do I connect a model?"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QCOMPARE(jsonString(outcome.events.constFirst(), "event"), u"start"_s);
        QCOMPARE(jsonString(outcome.events.constFirst(), "provider"), u"guide"_s);
        QCOMPARE(outcome.lastEvent(), u"finish"_s);
        QVERIFY2(outcome.count(u"text"_s) > 3, "the answer came in one piece");
        QVERIFY2(jsonInteger(outcome.events.constLast(), "first_text_ms").value_or(9999) < 2000,
                 outcome.output.constData());
        QVERIFY(outcome.text.contains(u"key"_s, Qt::CaseInsensitive));
    }

    void plainOutputIsTheTextAlone()
    {
        const CliOutcome outcome = m_cli.run({u"chat"_s, u"What is Kagura?"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QVERIFY(outcome.output.contains("Kagura"));
        QVERIFY(outcome.output.endsWith('\n'));
        QVERIFY(!outcome.output.contains("\"event\""));
    }

    void promptComesFromStandardInput()
    {
        const CliOutcome outcome =
            m_cli.run({u"chat"_s, u"--json"_s, u"-"_s}, "What are the exit codes?\n");
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QVERIFY2(outcome.text.contains(u"130"_s), qPrintable(outcome.text));
    }

    void wrongUseIsExitCodeTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("an unknown command") << QStringList{u"frobnicate"_s};
        QTest::newRow("no prompt") << QStringList{u"chat"_s};
        QTest::newRow("an empty standard input") << QStringList{u"chat"_s, u"-"_s};
        QTest::newRow("an unknown provider")
            << QStringList{u"chat"_s, u"-m"_s, u"nobody/model"_s, u"hi"_s};
        QTest::newRow("a missing attachment")
            << QStringList{u"chat"_s, u"--attach"_s, u"/no/such/file"_s, u"hi"_s};
        QTest::newRow("keys without a verb") << QStringList{u"keys"_s};
        QTest::newRow("a key in argv") << QStringList{u"keys"_s, u"set"_s, u"openai"_s, u"sk-1"_s};
        QTest::newRow("doctor with arguments") << QStringList{u"doctor"_s, u"hello"_s};
        QTest::newRow("a descriptor that is not open")
            << QStringList{u"chat"_s, u"--key-fd"_s, u"77"_s, u"hi"_s};
    }

    void wrongUseIsExitCodeTwo()
    {
        QFETCH(const QStringList, arguments);
        const CliOutcome outcome = m_cli.run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.errors.isEmpty() || arguments.isEmpty());
    }

    void interruptEndsWithin250MsAndKeepsTheText_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("plain") << false;
        QTest::newRow("json") << true;
    }

    void interruptEndsWithin250MsAndKeepsTheText()
    {
        QFETCH(const bool, json);
        const SilentServer server;
        QProcess process;
        m_cli.start(process,
                    server.chat()
                        + (json ? QStringList{u"--json"_s, u"hi"_s} : QStringList{u"hi"_s}));
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT(
            (output += process.readAllStandardOutput()).contains("half an answer"), 10'000);
        QElapsedTimer clock;
        clock.start();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 5000);
        QVERIFY2(clock.elapsed() < kagura::test::patiently(250),
                 qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(process.exitCode(), 130);
        output += process.readAllStandardOutput();
        if (json)
            QVERIFY2(output.contains("\"kind\":\"cancelled\""), output.constData());
        else
            QCOMPARE(output, QByteArray("half an answer\n"));
    }

    void aReaderThatGoesAwayEndsTheCall()
    {
        const SilentServer server;
        QProcess process;
        m_cli.start(process, server.chat() + QStringList{u"--json"_s, u"hi"_s});
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0, 10'000);
        process.closeReadChannel(QProcess::StandardOutput);
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 5000);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    }

    void modelsListsTheGuide()
    {
        const CliOutcome outcome = m_cli.run({u"models"_s, u"guide"_s, u"--json"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QCOMPARE(outcome.events.size(), 1);
        QCOMPARE(jsonString(outcome.events.constFirst(), "provider"), u"guide"_s);
        QCOMPARE(jsonString(outcome.events.constFirst(), "model"), u"guide"_s);
    }

    void keysNamesTheVariableAndNeverTheKey()
    {
        CliProcess cli(QStringLiteral(KAGURA_CLI));
        cli.setEnvironment(u"OPENAI_API_KEY"_s, u"sk-canary-0123456789abcdef"_s);
        const CliOutcome outcome = cli.run({u"keys"_s, u"list"_s});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.output.contains("OPENAI_API_KEY"));
        QVERIFY(!(outcome.output + outcome.errors).contains("canary"));
    }

    void withoutAKeychainStoringFailsAndSaysWhatToDo()
    {
        const CliOutcome outcome =
            m_cli.run({u"keys"_s, u"set"_s, u"openai"_s}, "sk-canary-0123456789abcdef\n");
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("environment variable"), outcome.errors.constData());
        QVERIFY(!(outcome.output + outcome.errors).contains("canary"));
    }

    void doctorFindsTheGuideWorking()
    {
        const CliOutcome outcome = m_cli.run({u"doctor"_s, u"--json"_s});
        QVERIFY2(outcome.exitCode == 0, (outcome.output + outcome.errors).constData());
        QStringList good;
        for (const Json &line : outcome.events) {
            if (jsonString(line, "verdict") == "ok"_L1)
                good.append(jsonString(line, "check"));
        }
        for (const QString &check : {u"data folder"_s, u"database"_s, u"TLS"_s, u"Guide"_s})
            QVERIFY2(good.contains(check), outcome.output.constData());
    }

    void aMissingKeySaysWhereToPutOne()
    {
        const CliOutcome outcome = m_cli.run(
            {u"chat"_s, u"--json"_s, u"--provider"_s,
             u"p=openai-chat,http://127.0.0.1:9/v1,key-env=NO_SUCH"_s, u"-m"_s, u"p/m"_s, u"hi"_s});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastKind(), u"auth"_s);
        QVERIFY2(jsonString(outcome.events.constLast(), "message").contains(u"NO_SUCH"_s),
                 outcome.output.constData());
    }
};

KAGURA_TEST(TestCli)
#include "tst_cli.moc"
