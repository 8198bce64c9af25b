// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowcheck.h"
#include "core/agents/workflowreader.h"
#include "tests/core/agents/brokenworkflows.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

// Most of what can be wrong is in tst_workflowreader, as whole files.
class TestWorkflowCheck : public QObject
{
    Q_OBJECT

private:
    Workflow m_sound;

    static ValueTemplate value(const char *text) { return ValueTemplate::parse(Json(text)).made; }

private Q_SLOTS:
    void init()
    {
        const WorkflowReader::Read read = WorkflowReader(WorkflowSchema()).read(soundWorkflow());
        QVERIFY(read.workflow);
        m_sound = *read.workflow;
    }

    void canBeAskedAgain()
    {
        WorkflowCheck check(m_sound);
        QVERIFY(check.faults().isEmpty());
        m_sound.output = value("${nodes.nothing.output}");
        QCOMPARE(check.faults().size(), 1);
        QCOMPARE(check.faults().size(), 1);
    }

    // What a body reads of the graph around it, its container has to wait for.
    void aBodyMakesItsContainerWait()
    {
        auto &plan = m_sound.nodes.at(u"plan"_s);
        std::get<AgentStep>(plan.step).prompt = {{u"user"_s, value("${nodes.late.output}")}};
        auto &work = std::get<MapStep>(m_sound.nodes.at(u"work"_s).step);
        WorkflowGraph body = *work.body;
        body.emplace(u"reads"_s, WorkflowNode());
        body.at(u"reads"_s).step = TransformStep{value("${nodes.late.output}"), {}};
        work.body = std::make_shared<const WorkflowGraph>(body);
        WorkflowNode late;
        late.step = TransformStep{value("${default(nodes.work.output, 0)}"), {}};
        m_sound.nodes.emplace(u"late"_s, late);
        const WorkflowFaults faults = WorkflowCheck(m_sound).faults();
        QVERIFY(!faults.isEmpty());
        QVERIFY2(faults.first().message.contains(u"circle"_s), qPrintable(faults.first().message));
    }

    void aNodeThatJoinsAnyMustDefaultWhatMayBeMissing()
    {
        WorkflowNode join;
        join.joinsAny = true;
        join.needs = {{u"team"_s, {}}, {u"sorry"_s, {}}};
        join.step = TransformStep{value("${nodes.team.output}"), {}};
        m_sound.nodes.emplace(u"join"_s, join);
        QCOMPARE(WorkflowCheck(m_sound).faults().size(), 1);
        m_sound.nodes.at(u"join"_s).step =
            TransformStep{value("${default(nodes.team.output, nodes.sorry.output)}"), {}};
        const WorkflowFaults faults = WorkflowCheck(m_sound).faults();
        QCOMPARE(faults.size(), 1);
        QVERIFY(faults.first().message.contains(u"`sorry` may be skipped"_s));
    }
};

KAGURA_TEST(TestWorkflowCheck)
#include "tst_workflowcheck.moc"
