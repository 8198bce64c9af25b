// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page of runs is told, out of the events of a run.

#include "app/desktop/shownnodes.h"
#include "app/desktop/shownruns.h"
#include "tests/core/runs/samplejournal.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestShownRuns : public QObject
{
    Q_OBJECT

private:
    static RunState folded(int events)
    {
        RunState state(u"r1"_s);
        for (const RunEvent &event : sampleJournal().mid(0, events))
            state.apply(event);
        return state;
    }

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

    static ShownNode shown(const RunState &state, const QString &path)
    {
        return shownNode(state, RunNodes(state), state.indexOf(path), state.lastMs());
    }

private Q_SLOTS:
    void everyPrefixOfAJournalIsShown()
    {
        for (int events = 0; events <= sampleJournal().size(); ++events) {
            const RunState state = folded(events);
            const RunNodes nodes(state);
            for (int node = 0; node < int(state.nodes().size()); ++node) {
                const ShownNode shown = shownNode(state, nodes, node, state.lastMs());
                QVERIFY(!shown.name.isEmpty());
                QVERIFY(shown.parent.isEmpty() || state.find(shown.parent));
                for (const RunBar &bar : shown.bars)
                    QVERIFY(bar.to == RunBar::Open || bar.to >= bar.from);
            }
            static_cast<void>(shownFigures(state, true, state.lastMs()));
            static_cast<void>(shownRun(summaryOf(state), state.lastMs()));
        }
    }

    void aNodeIsDrawnAsWhatItCameTo()
    {
        const RunState state = folded(int(sampleJournal().size()));
        QCOMPARE(shown(state, u"work[1].one"_s).mark, RunMark::Cached);
        QVERIFY(shown(state, u"work[1].one"_s).isSaved);
        const ShownNode retried = shown(state, u"work[0].one"_s);
        QCOMPARE(retried.mark, RunMark::Done);
        QVERIFY(retried.words.contains(u"1"_s));
        QCOMPARE(retried.tokens, std::optional<qint64>(15));
        QCOMPARE(retried.costMicroUsd, std::optional<qint64>(70));
        QList<RunBar::Kind> kinds;
        for (const RunBar &bar : retried.bars)
            kinds.append(bar.kind);
        QCOMPARE(kinds.last(), RunBar::Kind::Done);
        QVERIFY(kinds.contains(RunBar::Kind::FailedAttempt));
        QCOMPARE(shown(state, u"fetch"_s).mark, RunMark::Failed);
        QCOMPARE(shown(state, u"late"_s).mark, RunMark::Skipped);
        const ShownNode map = shown(state, u"work"_s);
        QCOMPARE(map.itemCount, 2);
        QCOMPARE(map.tokens, std::optional<qint64>(15));
        QCOMPARE(shown(state, u"work[0]"_s).label, u"[0]"_s);
        QCOMPARE(shown(state, u"work[0]"_s).parent, u"work"_s);
    }

    void whatWaitsForAPersonIsAsked()
    {
        const RunState approval = foldedUpTo(RunEvent::Kind::ToolApprovalAsked);
        QCOMPARE(shown(approval, u"fetch"_s).mark, RunMark::AsksYou);
        const QList<ShownQuestion> calls = shownQuestions(approval);
        QCOMPARE(calls.size(), 1);
        QCOMPARE(calls.first().call, u"c1"_s);
        QCOMPARE(calls.first().actions, (QStringList{u"approve"_s, u"reject"_s}));
        const RunState human = foldedUpTo(RunEvent::Kind::RunWaiting);
        const QList<ShownQuestion> nodes = shownQuestions(human);
        QCOMPARE(nodes.size(), 1);
        QCOMPARE(nodes.first().path, u"ask"_s);
        QCOMPARE(nodes.first().title, u"Go?"_s);
        QCOMPARE(nodes.first().asked.toMSecsSinceEpoch(), human.find(u"ask"_s)->readyMs);
        QVERIFY(shownQuestions(folded(int(sampleJournal().size()))).isEmpty());
    }

    void theHeadOffersWhatCanBeDone()
    {
        const RunState running = foldedUpTo(RunEvent::Kind::NodeStarted);
        const ShownRunFigures ours = shownFigures(running, true, running.lastMs() + 5000);
        QVERIFY(ours.canPause && ours.canCancel && !ours.canRerun && ours.isTicking);
        QVERIFY(ours.elapsed >= std::chrono::seconds(5));
        QVERIFY(!shownFigures(running, false, running.lastMs()).canPause);
        const RunState ended = folded(int(sampleJournal().size()));
        const ShownRunFigures after = shownFigures(ended, true, ended.lastMs() + 60'000);
        QVERIFY(!after.canPause && !after.canCancel && after.canRerun && !after.isTicking);
        QVERIFY(after.elapsed < std::chrono::seconds(5));
        QCOMPARE(shownRun(summaryOf(ended), ended.lastMs()).mark, RunMark::Failed);
    }

    void anInterruptedRunSaysWhatMayHaveBeenBilled()
    {
        RunState state = foldedUpTo(RunEvent::Kind::LlmRequested);
        RunEvent lost{state.lastSeq() + 1, state.lastMs() + 1, RunEvent::Kind::RunInterrupted};
        state.apply(lost);
        const ShownRunFigures figures = shownFigures(state, false, state.lastMs());
        QVERIFY(figures.canResume && figures.canDiscard);
        QVERIFY(!figures.trouble.isEmpty());
        QVERIFY2(figures.troubleDetail.contains(u"$0.0001"_s), qPrintable(figures.troubleDetail));
    }

    void valuesAreShownAsTextAndNeverWithoutEnd()
    {
        QCOMPARE(shownValue(Json("plain")), u"plain"_s);
        QCOMPARE(shownValue(Json(nullptr)), QString());
        QVERIFY(shownValue(Json{{"a", 1}}).contains(u"\"a\": 1"_s));
        QVERIFY(shownValue(Json(std::string(1'000'000, 'x'))).size() < 250'000);
    }

    void detailsNameEveryCall()
    {
        const RunState state = folded(int(sampleJournal().size()));
        const ShownNodeDetail detail = shownDetail(state, *state.find(u"work[0].one"_s), true);
        QVERIFY(detail.attempts.contains(u"#1"_s));
        QVERIFY(detail.attempts.contains(u"#2"_s));
        QVERIFY(detail.attempts.contains(u"server error"_s));
        QVERIFY(!detail.canCancel);
    }
};

KAGURA_TEST(TestShownRuns)
#include "tst_shownruns.moc"
