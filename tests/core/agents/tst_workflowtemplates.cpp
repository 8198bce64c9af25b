// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/planner.h"
#include "core/agents/workflowreader.h"
#include "core/agents/workflowtemplates.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestWorkflowTemplates : public QObject
{
    Q_OBJECT

private:
    const WorkflowSchema m_schema;
    const QList<WorkflowTemplate> m_templates = workflowTemplates();

    void rows() const
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < m_templates.size(); ++i)
            QTest::newRow(qPrintable(m_templates.at(i).id)) << i;
    }

private Q_SLOTS:
    void allThatAreMeantAreShipped()
    {
        QStringList ids;
        for (const WorkflowTemplate &one : m_templates)
            ids.append(one.id);
        QCOMPARE(ids,
                 (QStringList{u"self_moa"_s, u"self_consistency"_s, u"mixture_of_agents"_s,
                              u"orchestrator_workers"_s, u"evaluator_loop"_s, u"map_reduce_files"_s,
                              u"router_to_specialists"_s, u"panel_review"_s, u"pairwise_judge"_s,
                              u"debate"_s}));
        QVERIFY(m_templates.first().isDefault);
        const QDir folder(QStringLiteral(KAGURA_SOURCE_DIR) + u"/resources/workflows"_s);
        QCOMPARE(folder.entryList({u"*.kagura.json"_s}).size(), m_templates.size());
    }

    void eachIsSoundAndAsksOnlyTheGuide_data() { rows(); }
    void eachIsSoundAndAsksOnlyTheGuide()
    {
        QFETCH(const int, index);
        const WorkflowTemplate &one = m_templates.at(index);
        const WorkflowReader::Read read = WorkflowReader(m_schema).read(one.file);
        QVERIFY2(read.workflow,
                 qPrintable(read.faults.isEmpty() ? QString()
                                                  : read.faults.first().pointer + u": "_s
                                    + read.faults.first().message));
        QCOMPARE(read.workflow->id, one.id);
        QCOMPARE(read.workflow->name, one.name);
        for (const auto &[name, model] : read.workflow->models)
            QCOMPARE(model.provider + u'/' + model.model, u"guide/guide"_s);
        for (const auto &[name, input] : read.workflow->inputs) {
            QVERIFY2(input.fallback, qPrintable(name)); // it can be tried without typing anything
            QVERIFY2(!input.label.isEmpty(), qPrintable(name));
        }
        QVERIFY(read.workflow->budget.maxCostUsd);
    }

    void eachSaysWhatItTakes_data() { rows(); }
    void eachSaysWhatItTakes()
    {
        QFETCH(const int, index);
        const WorkflowTemplate &one = m_templates.at(index);
        const WorkflowReader::Read read = WorkflowReader(m_schema).read(one.file);
        const RunPlan plan = Planner(*read.workflow, {}).plan(Json::object());
        QCOMPARE(plan.total.calls, one.calls);
        QVERIFY2(plan.warnings.isEmpty(), qPrintable(plan.warnings.join(u'\n')));
    }

    void eachSaysWhyAndWhenNot_data() { rows(); }
    void eachSaysWhyAndWhenNot()
    {
        QFETCH(const int, index);
        const WorkflowTemplate &one = m_templates.at(index);
        QVERIFY(!one.description.isEmpty());
        QVERIFY(!one.worthIt.isEmpty());
        QVERIFY(!one.notWorthIt.isEmpty());
        // Where nothing was published, the label says so.
        QVERIFY(!one.evidence.isEmpty() || !one.label.isEmpty());
        for (const WorkflowTemplate::Evidence &evidence : one.evidence)
            QVERIFY(!evidence.text.isEmpty() && !evidence.source.isEmpty());
    }

    void theDebateIsHonest()
    {
        QVERIFY(m_templates.last().label.contains(u"a vote is usually as good and cheaper"_s));
    }
};

KAGURA_TEST(TestWorkflowTemplates)
#include "tst_workflowtemplates.moc"
