// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// run and what belongs to it, of the built command line, against the Guide.

#include "tests/support/cliprocess.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

// Two agents of the Guide, a person between them.
const char *const AskingFile =
    "{'format':'kagura/1','id':'asking','name':'Asking',"
    "'inputs':{'question':{'schema':{'type':'string'}}},"
    "'models':{'main':{'provider':'guide','model':'guide'}},'agents':{'a':{'model':'main'}},"
    "'nodes':{'first':{'kind':'agent','agent':'a','prompt':'${inputs.question}'},"
    "'ask':{'kind':'human','needs':['first'],'message':'Go "
    "on?','fields':{'note':{'type':'string'}},"
    "'actions':['approve','reject']},"
    "'second':{'kind':'agent','agent':'a','needs':['ask:approve'],'prompt':'And the cache?'}},"
    "'output':'${default(nodes.second.output, null)}'}";

} // namespace

class TestRunCommand : public QObject
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

    static QStringList types(const CliOutcome &outcome)
    {
        QStringList types;
        for (const Json &event : outcome.events)
            types.append(jsonString(event, "type"));
        return types;
    }

private Q_SLOTS:
    void aTemplateRunsOnTheGuideAndIsKept()
    {
        const CliOutcome run = m_cli.run({u"run"_s, u"self-moa"_s, u"--json"_s}, {}, 60'000);
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const QStringList seen = types(run);
        QCOMPARE(seen.first(), u"run.created"_s);
        QCOMPARE(seen.last(), u"run.completed"_s);
        for (qsizetype i = 0; i < run.events.size(); ++i)
            QCOMPARE(jsonMember(run.events.at(i), "seq"), Json(i + 1));
        // The value itself, not where it is kept.
        const Json &last = jsonMember(run.events.last(), "data");
        QVERIFY2(!jsonString(last, "output").isEmpty(), dumpJson(last).constData());

        const CliOutcome list = m_cli.run({u"list"_s, u"--json"_s});
        QCOMPARE(list.exitCode, 0);
        QCOMPARE(list.events.size(), 1);
        QCOMPARE(jsonString(list.events.first(), "state"), u"succeeded"_s);
        QCOMPARE(jsonString(list.events.first(), "run_id"),
                 jsonString(run.events.first(), "run_id"));
        const CliOutcome show = m_cli.run({u"show"_s, u"last"_s});
        QVERIFY(show.output.contains("succeeded"));
        const CliOutcome exported = m_cli.run({u"export"_s, u"last"_s, u"--json"_s});
        QCOMPARE(exported.exitCode, 0);
        QVERIFY2(parseJson(exported.output.trimmed()), exported.output.constData());
    }

    void theResultIsOnStandardOutputAlone()
    {
        const CliOutcome run = m_cli.run({u"run"_s, u"self-consistency"_s}, {}, 60'000);
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QVERIFY(!run.output.trimmed().isEmpty());
        QVERIFY(run.errors.contains("done"));
        QVERIFY(!run.output.contains("done       "));
    }

    void aPlanAsksNobody()
    {
        const CliOutcome plan = m_cli.run({u"plan"_s, u"self-moa"_s, u"--json"_s});
        QVERIFY2(plan.exitCode == 0, plan.errors.constData());
        QVERIFY(parseJson(plan.output.trimmed()));
        const CliOutcome same = m_cli.run({u"run"_s, u"self-moa"_s, u"--plan"_s, u"--json"_s});
        QCOMPARE(same.output, plan.output);
        QVERIFY(m_cli.run({u"plan"_s, u"self-moa"_s}).output.contains("calls"));
    }

    void whatIsWrongIsSaidBeforeAnythingRuns()
    {
        const QString path = written(u"asking.kagura.json"_s, AskingFile);
        const CliOutcome none = m_cli.run({u"run"_s, m_cli.homePath(u"none.json"_s)});
        QCOMPARE(none.exitCode, 2);
        const CliOutcome other = m_cli.run({u"run"_s, path, u"--input"_s, u"answer=1"_s});
        QCOMPARE(other.exitCode, 2);
        QVERIFY(other.errors.contains("question"));
        const CliOutcome missing = m_cli.run({u"run"_s, path});
        QCOMPARE(missing.exitCode, 2);
        const QString broken = written(u"broken.kagura.json"_s, "{'format':'kagura/1'}");
        QCOMPARE(m_cli.run({u"run"_s, broken}).exitCode, 2);
        QCOMPARE(m_cli.run({u"show"_s, u"no-such-run"_s}).exitCode, 2);
    }

    void aRunThatAsksEndsWithFourAndGoesOnOnceItIsAnswered()
    {
        const QString path = written(u"asking.kagura.json"_s, AskingFile);
        const CliOutcome run = m_cli.run(
            {u"run"_s, path, u"--input"_s, u"question=What is Kagura?"_s, u"--json"_s}, {}, 60'000);
        QVERIFY2(run.exitCode == 4, run.errors.constData());
        const QString id = jsonString(run.events.first(), "run_id");
        const CliOutcome show = m_cli.run({u"show"_s, id});
        QVERIFY2(show.output.contains("ask asks: Go on? [approve, reject]"),
                 show.output.constData());
        const CliOutcome wrong =
            m_cli.run({u"answer"_s, id, u"first"_s, u"--action"_s, u"approve"_s});
        QCOMPARE(wrong.exitCode, 2);
        const CliOutcome answered =
            m_cli.run({u"answer"_s, id, u"ask"_s, u"--action"_s, u"approve"_s, u"--field"_s,
                       u"note=fine"_s, u"--json"_s},
                      {}, 60'000);
        QVERIFY2(answered.exitCode == 0, answered.errors.constData());
        QVERIFY(types(answered).contains(u"human.answered"_s));
        QCOMPARE(types(answered).last(), u"run.completed"_s);
        // What was answered before is not asked again.
        QVERIFY(!answered.output.contains("\"path\":\"first\""));
    }

    void anotherTerminalCanCancelARun()
    {
        const QString path = written(u"asking.kagura.json"_s, AskingFile);
        const CliOutcome run = m_cli.run(
            {u"run"_s, path, u"--input"_s, u"question=What is Kagura?"_s, u"--json"_s}, {}, 60'000);
        QCOMPARE(run.exitCode, 4);
        const CliOutcome cancelled = m_cli.run({u"cancel"_s, u"last"_s}, {}, 60'000);
        QVERIFY2(cancelled.exitCode == 0, cancelled.errors.constData());
        QVERIFY(m_cli.run({u"list"_s}).output.contains("cancelled"));
        const CliOutcome again = m_cli.run({u"cancel"_s, u"last"_s});
        QCOMPARE(again.exitCode, 2);
    }
};

KAGURA_TEST(TestRunCommand)
#include "tst_runcommand.moc"
