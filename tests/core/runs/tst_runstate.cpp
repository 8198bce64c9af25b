// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runstate.h"
#include "tests/core/runs/samplejournal.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

RunState folded(const QList<RunEvent> &events)
{
    RunState state(u"r"_s);
    for (const RunEvent &event : events)
        state.apply(event);
    return state;
}

} // namespace

class TestRunState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeRunAddsUp()
    {
        const RunState state = folded(sampleJournal());
        QCOMPARE(state.stand(), RunStand::SucceededWithErrors);
        QCOMPARE(*state.output().value, Json("done"));
        QCOMPARE(state.budget().maxLlmCalls, 5);
        QCOMPARE(state.spent(), (RunSpent{1, 1, 10, 5, 70, 0, 60, false}));
        const RunProgress expected{5, 5, 0, 0, 0, 1, 1, 1, 0};
        QVERIFY(state.progress() == expected);
        const NodeRecord *first = state.find(u"work[0].one"_s);
        QVERIFY(first);
        QCOMPARE(first->parent, u"work[0]"_s);
        QCOMPARE(first->attempts, 2);
        QVERIFY(first->isRetried());
        QCOMPARE(first->costMicroUsd(), 70);
        QCOMPARE(state.find(u"work[1].one"_s)->stand, NodeStand::Cached);
        QCOMPARE(state.find(u"work[1]"_s)->item, 1);
        QCOMPARE(state.find(u"work"_s)->itemCount, 2);
        QCOMPARE(state.find(u"ask"_s)->human->action, u"approve"_s);
        QVERIFY(state.find(u"fetch"_s)->isBranch);
    }

    void parentsComeBeforeTheirChildren()
    {
        const RunState state = folded(sampleJournal());
        for (std::size_t i = 0; i < state.nodes().size(); ++i) {
            const QString &parent = state.nodes()[i].parent;
            QVERIFY(parent.isEmpty() || state.indexOf(parent) < static_cast<int>(i));
        }
    }

    void everyPrefixFoldsAndCountsWhatItHolds()
    {
        const QList<RunEvent> events = sampleJournal();
        for (qsizetype length = 0; length <= events.size(); ++length) {
            const RunState state = folded(events.first(length));
            const RunProgress progress = state.progress();
            int leaves = 0;
            int expected = 0;
            for (const NodeRecord &node : state.nodes()) {
                leaves += node.isContainer() ? 0 : 1;
                expected += node.expectedLeaves;
            }
            QCOMPARE(progress.total, leaves + expected);
            QVERIFY(progress.done + progress.running + progress.queued + progress.waiting
                    <= progress.total);
        }
    }

    void foldingAgainChangesNothing()
    {
        const QList<RunEvent> events = sampleJournal();
        RunState state = folded(events);
        const RunState before = state;
        for (const RunEvent &event : events)
            state.apply(event);
        QVERIFY(state == before);
    }

    void eventsOfALaterProgramAreIgnored()
    {
        QList<RunEvent> events = sampleJournal();
        const RunState plain = folded(events);
        RunState state(u"r"_s);
        for (RunEvent event : events) {
            state.apply({event.seq,
                         event.timeMs,
                         RunEvent::Kind::Unknown,
                         u"node.levitated"_s,
                         u"nowhere"_s,
                         9,
                         {{"kind", 7}}});
            state.apply(event); // whose seq is known by now
        }
        QCOMPARE(state.nodes().size(), 0U);
        for (RunEvent &event : events)
            event.seq += 1000;
        for (const RunEvent &event : events)
            state.apply(event);
        QCOMPARE(state.progress(), plain.progress());
    }

    void anInterruptionKeepsWhatMayHaveBeenBilled()
    {
        QList<RunEvent> events = sampleJournal().first(7); // a call is under way
        QCOMPARE(events.constLast().kind, RunEvent::Kind::LlmRequested);
        events.append({8, 0, RunEvent::Kind::RunInterrupted});
        const RunState state = folded(events);
        QCOMPARE(state.stand(), RunStand::Interrupted);
        QCOMPARE(state.possiblyBilledCalls(), 1);
        QCOMPARE(state.spent().openMicroUsd, 100);
        QCOMPARE(state.find(u"work[0].one"_s)->stand, NodeStand::Ready);
    }

    void nonsenseDoesNoHarm()
    {
        RunState state(u"r"_s);
        const Json nonsense = {
            {"call", "x"}, {"error", 7},   {"output", {1, 2}},          {"count", "many"},
            {"branch", 7}, {"for", "you"}, {"nodes", {7, {{"id", 7}}}}, {"fields", "no"},
            {"budget", 3}};
        qint64 seq = 0;
        for (int i = 0; i <= static_cast<int>(RunEvent::Kind::LimitHit); ++i) {
            for (const QString &path : {u""_s, u"]["_s, u"a[x].b"_s, u"."_s})
                state.apply({++seq, 0, static_cast<RunEvent::Kind>(i), {}, path, 1, nonsense});
        }
        QCOMPARE(state.lastSeq(), seq);
    }

    void pathsNameWhatIsAround_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("parent");
        QTest::addColumn<int>("item");
        QTest::newRow("outermost") << u"plan"_s << u""_s << -1;
        QTest::newRow("in an item") << u"review[17].price"_s << u"review[17]"_s << -1;
        QTest::newRow("an item") << u"review[17]"_s << u"review"_s << 17;
        QTest::newRow("in a workflow") << u"sub/price"_s << u"sub"_s << -1;
        QTest::newRow("deep") << u"a[1].b[2].c/d"_s << u"a[1].b[2].c"_s << -1;
    }
    void pathsNameWhatIsAround()
    {
        QFETCH(QString, path);
        QTEST(parentPath(path), "parent");
        QTEST(itemOfPath(path), "item");
    }
};

KAGURA_TEST(TestRunState)
#include "tst_runstate.moc"
