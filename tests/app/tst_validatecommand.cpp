// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// validate of the built command line.

#include "tests/support/cliprocess.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestValidateCommand : public QObject
{
    Q_OBJECT

private:
    CliProcess m_cli{QStringLiteral(KAGURA_CLI)};

    [[nodiscard]] QString written(const QString &name, const char *text) const
    {
        QFile file(m_cli.homePath(name));
        const QByteArray bytes = QByteArray(text).replace('\'', '"');
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName()
            : QString();
    }

private Q_SLOTS:
    void aSoundFileIsSaidToBeSound()
    {
        const QString path = written(
            u"sound.kagura.json"_s,
            "{'format':'kagura/1','id':'hello','name':'Hello','inputs':{'who':{'schema':{}}},"
            "'nodes':{'greet':{'kind':'transform','value':'Hello ${inputs.who}'}},"
            "'output':'${nodes.greet.output}'}");
        const CliOutcome plain = m_cli.run({u"validate"_s, path});
        QCOMPARE(plain.exitCode, 0);
        QCOMPARE(plain.output, path.toUtf8() + ": Hello, 1 node: nothing is wrong\n");
        const CliOutcome json = m_cli.run({u"validate"_s, u"--json"_s, path});
        QCOMPARE(json.lastEvent(), u"valid"_s);
        QCOMPARE(jsonString(json.events.constFirst(), "id"), u"hello"_s);
    }

    void everyFaultIsSaidWithItsPlace()
    {
        const QString path =
            written(u"broken.kagura.json"_s,
                    "{'format':'kagura/1','id':'hello','name':'Hello',"
                    "'nodes':{'a':{'kind':'transform','value':'${nodes.b.output}'},"
                    "'c':{'kind':'agent','agent':'nobody','prompt':'${inputs.x}'}},'output':1}");
        const CliOutcome plain = m_cli.run({u"validate"_s, path});
        QCOMPARE(plain.exitCode, 2);
        QCOMPARE(plain.output.count('\n'), 3);
        QVERIFY2(plain.output.contains(": /nodes/a/value: there is no node `b`; there are `a`, "
                                       "`c` (character 3)\n"),
                 plain.output.constData());
        const CliOutcome json = m_cli.run({u"validate"_s, u"--json"_s, path});
        QCOMPARE(json.exitCode, 2);
        QCOMPARE(json.count(u"fault"_s), 3);
        QCOMPARE(jsonString(json.events.constFirst(), "pointer"), u"/nodes/a/value"_s);
    }

    void whatCannotBeReadIsAFaultOfItsOwn()
    {
        const CliOutcome outcome = m_cli.run({u"validate"_s, m_cli.homePath(u"none.json"_s)});
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.output.contains("none.json: cannot be read: "),
                 outcome.output.constData());
        QCOMPARE(m_cli.run({u"validate"_s}).exitCode, 2);
    }
};

KAGURA_TEST(TestValidateCommand)
#include "tst_validatecommand.moc"
