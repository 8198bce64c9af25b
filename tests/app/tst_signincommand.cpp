// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `kagura-cli keys sign-in` as a program, without a keychain: nothing may be kept then, and nothing
// said that is secret.

#include "tests/core/auth/authorizationserver.h"
#include "tests/support/cliprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestSignInCommand : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<AuthorizationServer> m_server;
    std::unique_ptr<CliProcess> m_cli;
    QProcess m_process;

    void begin(const QStringList &more = {})
    {
        m_cli->start(
            m_process,
            QStringList{u"keys"_s, u"sign-in"_s, u"team"_s, u"--json"_s, u"--with-secret"_s}
                + more);
        m_process.write("canary-client-secret\n");
        m_process.closeWriteChannel();
    }

    //! The address that the browser is to open.
    QUrl address()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 30'000))
            return {};
        const Result<Json> event = parseJson(m_process.readLine().trimmed());
        return event && jsonString(*event, "event") == "browser"_L1
            ? QUrl(jsonString(*event, "url"))
            : QUrl();
    }

    CliOutcome end()
    {
        const bool isOver =
            QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 30'000);
        return isOver ? CliProcess::outcomeOf(m_process) : CliOutcome();
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<AuthorizationServer>();
        m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI));
        QVERIFY(QDir().mkpath(m_cli->homePath(u"config"_s)));
        QFile file(m_cli->homePath(u"config/settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(dumpJson({{"providers",
                              {{{"name", "team"},
                                {"dialect", "openai-chat"},
                                {"base_url", "https://llm.example/v1"}}}},
                             {"sign_ins", {{"team", oauthClientToJson(m_server->client())}}}}));
    }

    void withoutAKeychainTheSignInIsTakenBack()
    {
        begin();
        const QUrl url = address();
        QVERIFY(url.isValid());
        const Browser browser(m_server->agree(url));
        const CliOutcome outcome = end();
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastEvent(), u"not_kept"_s);
        QCOMPARE(m_server->tokenRequests(), 1);
        QCOMPARE(m_server->revocations(), 1);
        for (const char *secret : {"canary", "access-1", "refresh-1"}) {
            QVERIFY(!outcome.output.contains(secret));
            QVERIFY(!outcome.errors.contains(secret));
        }
        QFile settings(m_cli->homePath(u"config/settings.json"_s));
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("canary"));
    }

    void whoDeclinesIsTold()
    {
        begin();
        const QUrl url = address();
        QUrl back = m_server->agree(url);
        back.setQuery(u"error=access_denied&state="_s + QUrlQuery(url).queryItemValue(u"state"_s));
        const Browser browser(back);
        const CliOutcome outcome = end();
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastEvent(), u"error"_s);
        QCOMPARE(outcome.lastKind(), u"auth"_s);
    }

    void aBrowserThatNeverComesBackIsWaitedForAsLongAsAsked()
    {
        begin({u"--wait"_s, u"1"_s});
        QVERIFY(address().isValid());
        const CliOutcome outcome = end();
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.lastKind(), u"timeout"_s);
    }

    void anInterruptEndsItWith130()
    {
        begin();
        QVERIFY(address().isValid());
        m_process.terminate();
        QCOMPARE(end().exitCode, 130);
    }

    void whatCannotBeginIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no provider") << QStringList{u"sign-in"_s} << 2;
        QTest::newRow("two providers") << QStringList{u"sign-in"_s, u"a"_s, u"b"_s} << 2;
        QTest::newRow("no patience")
            << QStringList{u"sign-in"_s, u"team"_s, u"--wait"_s, u"0"_s} << 2;
        QTest::newRow("a provider that nobody knows")
            << QStringList{u"sign-in"_s, u"nobody"_s} << 1;
        QTest::newRow("a client id that nobody gave")
            << QStringList{u"sign-in"_s, u"gemini"_s} << 1;
        QTest::newRow("nowhere to sign in") << QStringList{u"sign-in"_s, u"openai"_s} << 1;
        QTest::newRow("signing out of nothing") << QStringList{u"sign-out"_s, u"team"_s} << 1;
    }
    void whatCannotBeginIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        const CliOutcome outcome = m_cli->run(QStringList{u"keys"_s} + arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY(outcome.errors.startsWith("kagura-cli: "));
    }
};

KAGURA_TEST(TestSignInCommand)
#include "tst_signincommand.moc"
