// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowschema.h"
#include "tests/core/agents/brokenworkflows.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestWorkflowSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShippedAsItIsUsed()
    {
        const Result<Json> schema = parseJson(WorkflowSchema::text());
        QVERIFY(schema);
        QCOMPARE(jsonString(jsonMember(jsonMember(*schema, "properties"), "format"), "const"),
                 u"kagura/1"_s);
    }

    void aSoundFileFollows()
    {
        const WorkflowFaults faults = WorkflowSchema().faults(*parseJson(soundWorkflow()));
        QVERIFY2(faults.isEmpty(), faults.isEmpty() ? "" : qPrintable(faults.first().message));
    }

    void nodesWithinNodesAreLookedAt()
    {
        Json file = *parseJson(soundWorkflow());
        file["nodes"]["work"]["body"]["answer"]["promt"] = "x";
        const WorkflowFaults faults = WorkflowSchema().faults(file);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().pointer, u"/nodes/work/body/answer/promt"_s);
    }

    // An error of a node is one of its own kind, not ten of kinds that it is not.
    void aFaultNamesOneField()
    {
        Json file = *parseJson(soundWorkflow());
        file["nodes"]["plan"]["samples"] = "many";
        const WorkflowFaults faults = WorkflowSchema().faults(file);
        QCOMPARE(faults,
                 (WorkflowFaults{
                     {u"/nodes/plan/samples"_s, u"this must be a whole number, not a text"_s}}));
    }
};

KAGURA_TEST(TestWorkflowSchema)
#include "tst_workflowschema.moc"
