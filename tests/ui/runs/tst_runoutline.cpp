// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/runs/samplerun.h"
#include "ui/runs/runoutline.h"
#include "ui/runs/runstrip.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestRunOutline : public QObject
{
    Q_OBJECT

private:
    RunOutline m_outline;

    void add(const QList<ShownNode> &nodes) { static_cast<void>(m_outline.apply(nodes)); }

    QStringList paths()
    {
        QStringList paths;
        for (const RunOutline::Row &row : m_outline.rows())
            paths.append((row.kind == RunOutline::Row::Kind::Strip      ? u"strip "_s
                              : row.kind == RunOutline::Row::Kind::Fold ? u"fold "_s
                                                                        : QString())
                         + m_outline.at(row.node).node.path);
        return paths;
    }

    static ShownNode node(const QString &path, const QString &parent, RunMark mark, int item = -1)
    {
        ShownNode made{path, parent};
        made.mark = mark;
        made.item = item;
        return made;
    }

private Q_SLOTS:
    void init() { m_outline.clear(); }

    void nodesStandBelowWhatTheyAreIn()
    {
        add({node(u"a"_s, {}, RunMark::Done), node(u"b"_s, {}, RunMark::Running),
             node(u"a.x"_s, u"a"_s, RunMark::Done)});
        QCOMPARE(paths(), (QStringList{u"a"_s, u"a.x"_s, u"b"_s}));
        QCOMPARE(m_outline.rows().at(1).depth, 1);
        m_outline.setOpen(0, false);
        QCOMPARE(paths(), (QStringList{u"a"_s, u"b"_s}));
    }

    void itemsStandInTheOrderOfTheListWheneverTheyCome()
    {
        ShownNode map = node(u"m"_s, {}, RunMark::Running);
        map.itemCount = 3;
        add({map, node(u"m[2]"_s, u"m"_s, RunMark::Done, 2),
             node(u"m[0]"_s, u"m"_s, RunMark::Running, 0)});
        QCOMPARE(paths(), (QStringList{u"m"_s, u"strip m"_s, u"m[0]"_s, u"m[2]"_s}));
        QCOMPARE(m_outline.strip(0),
                 (std::vector<RunMark>{RunMark::Running, RunMark::Pending, RunMark::Done}));
    }

    void ofManyItemsThoseHaveRowsThatNeedEyes()
    {
        add(wideRun(1000, 0));
        add({node(u"work[500]"_s, u"work"_s, RunMark::Failed, 500)});
        const QStringList rows = paths();
        QVERIFY(rows.contains(u"work[500]"_s));
        QVERIFY(rows.size() < 20);
        QCOMPARE(rows.last(), u"fold work"_s);
        QVERIFY(m_outline.foldedWords(0).contains(u"done"_s));
        m_outline.unfold(0);
        QCOMPARE(paths().size(), 1002);
    }

    void countsAreOfNodesWithoutOthersInThem()
    {
        add(wideRun(100, 30));
        QCOMPARE(m_outline.counts()[std::size_t(RunMark::Running)], 30);
        QCOMPARE(m_outline.counts()[std::size_t(RunMark::Done)], 70);
        add({node(u"work[0]"_s, u"work"_s, RunMark::Failed, 0)});
        QCOMPARE(m_outline.counts()[std::size_t(RunMark::Running)], 29);
        QCOMPARE(m_outline.counts()[std::size_t(RunMark::Failed)], 1);
    }

    void aFilterKeepsWhatMatchesAndWhatItIsIn()
    {
        add(wideRun(1000, 2));
        m_outline.setFilter(RunMark::Running);
        QCOMPARE(paths(), (QStringList{u"work"_s, u"work[0]"_s, u"work[1]"_s}));
        m_outline.setFilter(std::nullopt);
        QVERIFY(paths().size() > 3);
    }

    void theNextFailureIsTheNextInTheOutlineAndGoesRound()
    {
        add(wideRun(50, 0));
        add({node(u"work[40]"_s, u"work"_s, RunMark::Failed, 40),
             node(u"work[7]"_s, u"work"_s, RunMark::Failed, 7)});
        const int first = m_outline.next(RunMark::Failed, -1);
        QCOMPARE(m_outline.at(first).node.path, u"work[7]"_s);
        const int second = m_outline.next(RunMark::Failed, first);
        QCOMPARE(m_outline.at(second).node.path, u"work[40]"_s);
        QCOMPARE(m_outline.next(RunMark::Failed, second), first);
        QCOMPARE(m_outline.next(RunMark::InDoubt, first), -1);
    }

    void whatIsRevealedHasARow()
    {
        add(wideRun(1000, 0));
        const int node = m_outline.find(u"work[777]"_s);
        QCOMPARE(m_outline.rowOf(node), -1);
        m_outline.reveal(node);
        QVERIFY(m_outline.rowOf(node) > 0);
    }

    void cellsThatAreSharedShowWhatMattersMost()
    {
        std::vector<RunMark> items(1000, RunMark::Done);
        items[501] = RunMark::Failed;
        items[502] = RunMark::Running;
        const std::vector<StripCell> cells = stripCells(items, 100);
        QCOMPARE(cells.size(), std::size_t(100));
        QCOMPARE(cells[50], (StripCell{500, 10, RunMark::Failed}));
        QCOMPARE(cells[51].mark, RunMark::Done);
        QVERIFY(stripCells({}, 10).empty());
    }

    void callsInFlightAreCountedOverTime()
    {
        using std::chrono::milliseconds;
        ShownNode a = node(u"a"_s, u"m"_s, RunMark::Done, 0);
        a.bars = {{RunBar::Kind::Queued, milliseconds(0), milliseconds(10)},
                  {RunBar::Kind::Done, milliseconds(10), milliseconds(30)}};
        ShownNode b = node(u"b"_s, u"m"_s, RunMark::Running, 1);
        b.bars = {{RunBar::Kind::Running, milliseconds(20)}};
        add({node(u"m"_s, {}, RunMark::Running), a, b});
        const std::vector<std::pair<milliseconds, int>> expected = {{milliseconds(10), 1},
                                                                    {milliseconds(20), 2},
                                                                    {milliseconds(30), 1},
                                                                    {milliseconds(50), 0}};
        QCOMPARE(callsInFlight(m_outline, 0, milliseconds(50)), expected);
    }
};

KAGURA_TEST(TestRunOutline)
#include "tst_runoutline.moc"
