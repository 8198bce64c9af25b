// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command line against an independent mock server from npm that speaks five dialects. It is run by
// node 20 or later, where test.sh could install it; elsewhere the test says why it did not run.

#include "tests/support/cliprocess.h"
#include "tests/support/freeport.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestAimock : public QObject
{
    Q_OBJECT

private:
    CliProcess m_cli{QStringLiteral(KAGURA_CLI)};
    QProcess m_server;
    quint16 m_port = 0;

    CliOutcome chat(const QString &dialect, const QStringList &arguments)
    {
        const QString path = dialect.startsWith("openai"_L1) || dialect == "anthropic"_L1 ? u"/v1"_s
            : dialect == "gemini"_L1 ? u"/v1beta"_s
                                     : QString();
        const QString provider =
            u"mock=%1,http://127.0.0.1:%2%3,key-env=MOCK_KEY"_s.arg(dialect).arg(m_port).arg(path);
        return m_cli.run(QStringList{u"chat"_s, u"--json"_s, u"--provider"_s, provider, u"-m"_s,
                                     u"mock/test-model"_s}
                         + arguments);
    }

    static void eachDialect()
    {
        QTest::addColumn<QString>("dialect");
        for (const char *name :
             {"openai-chat", "openai-responses", "anthropic", "gemini", "ollama"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString script = QStringLiteral(KAGURA_SOURCE_DIR)
            + u"/tests/peers/node_modules/@copilotkit/aimock/dist/cli.js"_s;
        if (!QFileInfo::exists(script))
            QSKIP("the npm package @copilotkit/aimock is not installed (it needs node 20)");
        m_cli.setEnvironment(u"MOCK_KEY"_s, u"sk-mock-canary-0123456789"_s);
        m_port = freePort();
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(u"node"_s,
                       {script, u"-p"_s, QString::number(m_port), u"-f"_s,
                        QStringLiteral(KAGURA_SOURCE_DIR) + u"/tests/peers/aimock.json"_s,
                        u"--log-level"_s, u"silent"_s});
        QVERIFY2(m_server.waitForStarted(), "node could not be started");
        QTRY_VERIFY_WITH_TIMEOUT(
            [this] {
                QTcpSocket probe;
                probe.connectToHost(QHostAddress::LocalHost, m_port);
                return probe.waitForConnected(200);
            }(),
            30'000);
    }

    void cleanupTestCase()
    {
        if (m_server.state() != QProcess::NotRunning) {
            m_server.terminate();
            if (!m_server.waitForFinished(3000))
                m_server.kill();
            m_server.waitForFinished();
        }
    }

    void streamsACompleteAnswer_data() { eachDialect(); }
    void streamsACompleteAnswer()
    {
        QFETCH(const QString, dialect);
        const CliOutcome outcome = chat(dialect, {u"greet me"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QCOMPARE(jsonString(outcome.events.first(), "event"), u"start"_s);
        QCOMPARE(jsonString(outcome.events.first(), "origin"), u"live"_s);
        QCOMPARE(outcome.lastEvent(), u"finish"_s);
        QCOMPARE(outcome.text, u"Hello from the mock, in more than one chunk of text."_s);
        QVERIFY(outcome.count(u"text"_s) >= 1);
    }

    void answersInOnePiece_data() { eachDialect(); }
    void answersInOnePiece()
    {
        QFETCH(const QString, dialect);
        const CliOutcome outcome = chat(dialect, {u"--no-stream"_s, u"greet me"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QCOMPARE(outcome.text, u"Hello from the mock, in more than one chunk of text."_s);
    }

    void passesToolCallsOn_data() { eachDialect(); }
    void passesToolCallsOn()
    {
        QFETCH(const QString, dialect);
        const CliOutcome outcome = chat(dialect, {u"call a tool"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QCOMPARE(outcome.count(u"tool_call"_s), 1);
        for (const Json &event : outcome.events) {
            if (jsonString(event, "event") == "tool_call"_L1) {
                QCOMPARE(jsonString(event, "name"), u"weather"_s);
                QCOMPARE(jsonString(jsonMember(event, "arguments"), "city"), u"Kyoto"_s);
            }
        }
        QCOMPARE(jsonString(outcome.events.last(), "reason"), u"tool_calls"_s);
    }

    void retriesAfterARateLimit()
    {
        QElapsedTimer clock;
        clock.start();
        const CliOutcome outcome = chat(u"openai-chat"_s, {u"limited once"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        QCOMPARE(outcome.count(u"retry"_s), 1);
        QCOMPARE(outcome.text, u"The second try."_s);
        QVERIFY2(clock.elapsed() >= 1000, "Retry-After: 1 was not waited for");
    }

    void givesUpOnAnOverloadedServer_data() { eachDialect(); }
    void givesUpOnAnOverloadedServer()
    {
        QFETCH(const QString, dialect);
        const CliOutcome outcome = chat(dialect, {u"--attempts"_s, u"2"_s, u"always overloaded"_s});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.count(u"retry"_s), 1);
        QCOMPARE(outcome.lastEvent(), u"error"_s);
        QCOMPARE(jsonString(outcome.events.last(), "kind"), u"overloaded"_s);
        QCOMPARE(jsonInteger(outcome.events.last(), "http_status"), std::optional<qint64>(529));
    }

    void aCutStreamIsNeverComplete_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("prompt");
        for (const char *name :
             {"openai-chat", "openai-responses", "anthropic", "gemini", "ollama"}) {
            QTest::addRow("%s, truncated", name) << QString::fromLatin1(name) << u"cut me"_s;
            QTest::addRow("%s, disconnected", name) << QString::fromLatin1(name) << u"drop me"_s;
        }
    }
    void aCutStreamIsNeverComplete()
    {
        QFETCH(const QString, dialect);
        QFETCH(const QString, prompt);
        const CliOutcome outcome = chat(dialect, {u"--attempts"_s, u"1"_s, prompt});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastEvent(), u"error"_s);
        QCOMPARE(outcome.count(u"finish"_s), 0);
        const QString kind = jsonString(outcome.events.last(), "kind");
        QVERIFY2(kind == "truncated"_L1 || kind == "network"_L1, qPrintable(kind));
    }

    void neverShowsTheKey()
    {
        for (const QString &prompt : {u"greet me"_s, u"always overloaded"_s, u"cut me"_s}) {
            const CliOutcome outcome = chat(u"gemini"_s, {u"--attempts"_s, u"1"_s, prompt});
            QVERIFY(!outcome.errors.contains("canary"));
            for (const Json &event : outcome.events)
                QVERIFY(!dumpJson(event).contains("canary"));
        }
    }
};

KAGURA_TEST(TestAimock)
#include "tst_aimock.moc"
