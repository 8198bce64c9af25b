// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowexpressions.h"
#include "core/agents/workflowreader.h"
#include "tests/core/agents/brokenworkflows.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestWorkflowExpressions : public QObject
{
    Q_OBJECT

private:
    const WorkflowSchema m_schema;
    const Workflow m_workflow = *WorkflowReader(m_schema).read(soundWorkflow()).workflow;

private Q_SLOTS:
    void theExpressionsOfABodyAreThoseOfItsNode()
    {
        QStringList mentioned;
        visitExpressions(m_workflow.nodes.at(u"work"_s),
                         [&mentioned](const Expression &expression) {
                             for (const Expression::Reference &reference : expression.references())
                                 mentioned.append(reference.root);
                         });
        QVERIFY(mentioned.contains(u"nodes"_s));
        QVERIFY(mentioned.contains(u"item"_s));
        QVERIFY(workflowBody(m_workflow.nodes.at(u"work"_s))->contains(u"answer"_s));
        QCOMPARE(workflowBody(m_workflow.nodes.at(u"plan"_s)), nullptr);
    }

    void eachNodeStandsBehindWhatItWaitsFor()
    {
        const QStringList order = workflowOrder(m_workflow.nodes);
        QCOMPARE(order.size(), static_cast<qsizetype>(m_workflow.nodes.size()));
        for (const auto &[id, node] : m_workflow.nodes) {
            for (const WorkflowNode::Need &need : node.needs)
                QVERIFY(order.indexOf(need.node) < order.indexOf(id));
        }
        QVERIFY(order.indexOf(u"plan"_s) < order.indexOf(u"work"_s)); // which mentions it
    }

    void kindsHaveTheNamesOfTheFile()
    {
        QCOMPARE(nodeKindName(m_workflow.nodes.at(u"plan"_s)), u"agent"_s);
        QCOMPARE(nodeKindName(m_workflow.nodes.at(u"work"_s)), u"map"_s);
    }
};

KAGURA_TEST(TestWorkflowExpressions)
#include "tst_workflowexpressions.moc"
