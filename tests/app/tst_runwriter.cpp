// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exitcode.h"
#include "app/cli/runwriter.h"
#include "tests/core/runs/samplejournal.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestRunWriter : public QObject
{
    Q_OBJECT

private:
    static RunState foldedUpTo(RunEvent::Kind kind)
    {
        RunState state(u"r1"_s);
        for (const RunEvent &event : sampleJournal()) {
            state.apply(event);
            if (event.kind == kind)
                break;
        }
        return state;
    }

private Q_SLOTS:
    void peopleReadWhatHappenedToNodesAndNoControls()
    {
        RunEvent failed{1,
                        1,
                        RunEvent::Kind::NodeFailed,
                        {},
                        u"a"_s,
                        1,
                        {{"error", {{"type", "server"}, {"message", "\x1b[31mbad\nnews"}}}}};
        const QString line = runwriter::eventLine(failed, u"r1"_s);
        QVERIFY(line.startsWith(u"failed     a  server:"_s));
        QVERIFY(!line.contains(u'\x1b'));
        QVERIFY(!line.contains(u'\n'));
        RunEvent quiet{1, 1, RunEvent::Kind::NodeQueued};
        QVERIFY(runwriter::eventLine(quiet, u"r1"_s).isEmpty());
    }

    void whatWaitsForAPersonSaysHowItIsAnswered()
    {
        const RunState state = foldedUpTo(RunEvent::Kind::ToolApprovalAsked);
        const QByteArray text = runwriter::stateLines(state, runwriter::Style::Text);
        QVERIFY(text.contains("call c1"));
        const QByteArray json = runwriter::stateLines(state, runwriter::Style::Json);
        QVERIFY(json.contains("\"asks_approval\""));
        for (const QByteArray &line : json.trimmed().split('\n'))
            QVERIFY(parseJson(line));
    }

    void theExitCodeSaysHowItEnded()
    {
        QCOMPARE(exitCodeFor(foldedUpTo(RunEvent::Kind::RunCompleted)), int(ExitSucceeded));
        QCOMPARE(exitCodeFor(foldedUpTo(RunEvent::Kind::RunWaiting)), int(ExitWaitsForPerson));
        RunState failed = foldedUpTo(RunEvent::Kind::RunStarted);
        failed.apply({failed.lastSeq() + 1,
                      1,
                      RunEvent::Kind::RunFailed,
                      {},
                      {},
                      0,
                      {{"error", {{"type", "budget"}, {"message", "m"}}}}});
        QCOMPARE(exitCodeFor(failed), int(ExitBudget));
        RunState cancelled = foldedUpTo(RunEvent::Kind::RunStarted);
        cancelled.apply({cancelled.lastSeq() + 1, 1, RunEvent::Kind::RunCancelled});
        QCOMPARE(exitCodeFor(cancelled), int(ExitCancelled));
    }
};

KAGURA_TEST(TestRunWriter)
#include "tst_runwriter.moc"
