// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowlinks.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestWorkflowLinks : public QObject
{
    Q_OBJECT

private:
    static WorkflowGraph graph(const QStringList &ids)
    {
        WorkflowGraph graph;
        for (const QString &id : ids)
            graph.emplace(id, WorkflowNode());
        return graph;
    }

private Q_SLOTS:
    void aCircleIsNamedInItsOrder()
    {
        const WorkflowGraph nodes = graph({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        WorkflowLinks links(nodes);
        links.addNeed(u"b"_s, u"a"_s);
        links.addNeed(u"d"_s, u"a"_s);
        links.addNeed(u"d"_s, u"b"_s);
        QVERIFY(links.circle().isEmpty());
        links.addNeed(u"a"_s, u"c"_s);
        links.addNeed(u"c"_s, u"b"_s);
        QCOMPARE(links.circle(), (QStringList{u"a"_s, u"c"_s, u"b"_s, u"a"_s}));
    }

    void whatIsSkippedTakesItsFollowersAlong()
    {
        WorkflowGraph nodes = graph({u"a"_s, u"b"_s, u"c"_s, u"any"_s});
        nodes.at(u"any"_s).joinsAny = true;
        WorkflowLinks links(nodes);
        links.addNeed(u"b"_s, u"a"_s, u"approve"_s);
        links.addNeed(u"c"_s, u"b"_s);
        links.addNeed(u"any"_s, u"c"_s);
        links.addNeed(u"any"_s, u"a"_s);
        QVERIFY(!links.mayBeMissing(u"a"_s));
        QVERIFY(links.mayBeMissing(u"b"_s));
        QVERIFY(links.mayBeMissing(u"c"_s));
        QVERIFY(!links.mayBeMissing(u"any"_s));
    }

    void aBranchForFailureLeavesNoResult()
    {
        WorkflowGraph nodes = graph({u"a"_s});
        nodes.at(u"a"_s).onError =
            WorkflowErrorRule{WorkflowErrorRule::Kind::Branch, ValueTemplate()};
        QVERIFY(WorkflowLinks(nodes).mayBeMissing(u"a"_s));
        QCOMPARE(workflowLabels(nodes.at(u"a"_s)), QStringList{u"error"_s});
    }

    void labelsAreThoseOfRoutersAndPeople()
    {
        WorkflowNode router;
        router.step = RouterStep{{{u"a"_s, {}, {}}, {u"b"_s, {}, {}}}, u"other"_s, {}, {}};
        QCOMPARE(workflowLabels(router), (QStringList{u"a"_s, u"b"_s, u"other"_s}));
        WorkflowNode person;
        person.step = HumanStep();
        QCOMPARE(workflowLabels(person), (QStringList{u"approve"_s, u"reject"_s}));
    }
};

KAGURA_TEST(TestWorkflowLinks)
#include "tst_workflowlinks.moc"
