// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowreader.h"
#include "core/runs/rungraph.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestRunGraph final : public QObject
{
    Q_OBJECT

private:
    WorkflowSchema m_schema;
    Workflow m_workflow;

    [[nodiscard]] std::unique_ptr<RunGraph> graphOf(const Json &nodes)
    {
        const Json file = {{"format", "kagura/1"},
                           {"id", "t"},
                           {"name", "T"},
                           {"models", Json::object()},
                           {"agents", Json::object()},
                           {"nodes", nodes},
                           {"output", "done"}};
        WorkflowReader::Read read = WorkflowReader(m_schema).read(dumpJson(file));
        for (const WorkflowFault &fault : read.faults)
            qWarning() << fault.pointer << fault.message;
        m_workflow = std::move(read.workflow).value();
        return std::make_unique<RunGraph>(m_workflow.nodes);
    }

private Q_SLOTS:
    void waitsForWhatItMentionsAlsoInItsBody()
    {
        const std::unique_ptr<RunGraph> graph = graphOf(
            {{"a", {{"kind", "transform"}, {"value", 1}}},
             {"b", {{"kind", "transform"}, {"value", "${nodes.a.output + 1}"}}},
             {"m",
              {{"kind", "map"},
               {"over", "[1, 2]"},
               {"max_items", 5},
               {"body", {{"c", {{"kind", "transform"}, {"value", "${item + nodes.b.output}"}}}}},
               {"result", "${nodes.c.output}"}}}});
        const RunGraph::Node &map = graph->nodes().at(static_cast<std::size_t>(graph->find("m")));
        QCOMPARE(map.needs.size(), 1U);
        QCOMPARE(map.needs.front().node, graph->find("b"));
        QVERIFY(map.body && map.body->find("c") == 0);
        QVERIFY(map.body->nodes().front().needs.empty());
        QCOMPARE(graph->downstream(graph->find("a")).size(), 3);
        QCOMPARE(graph->downstream(graph->find("m")).size(), 1);
        QCOMPARE(graph->leafCount(), 2);
    }

    void isReadInTheOrderInWhichNodesCanRun()
    {
        const std::unique_ptr<RunGraph> graph =
            graphOf({{"final", {{"kind", "transform"}, {"value", "${nodes.second.output}"}}},
                     {"first", {{"kind", "transform"}, {"value", 1}}},
                     {"other", {{"kind", "transform"}, {"value", 2}}},
                     {"second", {{"kind", "transform"}, {"value", "${nodes.first.output}"}}}});
        QStringList ids;
        for (const int node : graph->order())
            ids.append(graph->nodes()[static_cast<std::size_t>(node)].id);
        QCOMPARE(ids, (QStringList{u"first"_s, u"other"_s, u"second"_s, u"final"_s}));
    }

    void anExplicitLabelTakesThePlaceOfWhatIsImplied()
    {
        const std::unique_ptr<RunGraph> graph =
            graphOf({{"ask", {{"kind", "human"}, {"message", "Go?"}}},
                     {"go",
                      {{"kind", "transform"},
                       {"needs", {"ask:approve"}},
                       {"value", "${nodes.ask.action}"}}}});
        const auto &needs = graph->nodes().at(static_cast<std::size_t>(graph->find("go"))).needs;
        QCOMPARE(needs.size(), 1U);
        QCOMPARE(needs.front().label, u"approve"_s);
        QCOMPARE(nodeKindName(*graph->nodes().front().node), u"human"_s);
    }
};

KAGURA_TEST(TestRunGraph)
#include "tst_rungraph.moc"
