// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cliprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestDiagnosticsReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cli = std::make_unique<CliProcess>(QStringLiteral(KAGURA_CLI)); }
    void cleanup() { m_cli.reset(); }

    void itSaysHowThingsStand()
    {
        QCOMPARE(m_cli->run({u"chat"_s, u"--save"_s, u"What is Kagura?"_s}).exitCode, 0);
        const QByteArray report = written();
        for (const char *wanted : {"# How Kagura stands", "Qt  ", "ok    Guide", "zoom_percent",
                                   "kagura.db", "every page", "conversation"})
            QVERIFY2(report.contains(wanted), (wanted + report).constData());
    }

    void nothingPrivateIsInIt()
    {
        QVERIFY(m_cli->run({u"chat"_s, u"--save"_s, u"What about canary-question?"_s}).exitCode
                == 0);
        QVERIFY(QDir().mkpath(m_cli->homePath(u"config"_s)));
        QFile settings(m_cli->homePath(u"config/settings.json"_s));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        // No raw text: moc of Qt 6.4 loses its way in one.
        const Json provider = {{"name", "mine"},
                               {"dialect", "openai-chat"},
                               {"base_url", "https://llm.example:8443/canary-path"},
                               {"headers", {{"X-Team", "canary-header"}}},
                               {"proxy", "http://canary-user:canary-password@proxy.example:1"}};
        settings.write(dumpJson({{"providers", Json::array({provider})},
                                 {"sign_ins", {{"x", "canary-client"}}},
                                 {"note", "canary-note"}}));
        settings.close();
        m_cli->setEnvironment(u"OPENAI_API_KEY"_s, u"sk-canary-0123456789abcdef"_s);
        const QByteArray report = written();
        QVERIFY2(report.contains("https://llm.example:8443"), report.constData());
        QVERIFY2(!report.contains("canary"), report.constData());
        QVERIFY2(!report.contains("proxy.example"), report.constData());
    }

    void aPlaceThatCannotBeWrittenIsTold()
    {
        const CliOutcome outcome =
            m_cli->run({u"doctor"_s, u"--bundle"_s, u"/no/such/folder/report.txt"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("Choose another folder"), outcome.errors.constData());
    }

private:
    //! The report as doctor --bundle writes it.
    [[nodiscard]] QByteArray written()
    {
        const QString path = m_cli->homePath(u"report.txt"_s);
        const CliOutcome outcome = m_cli->run({u"doctor"_s, u"--bundle"_s, path});
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll()
                                              : "not written: " + outcome.output + outcome.errors;
    }

    std::unique_ptr<CliProcess> m_cli;
};

KAGURA_TEST(TestDiagnosticsReport)
#include "tst_diagnosticsreport.moc"
