// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflownodereader.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWorkflowNodeReader : public QObject
{
    Q_OBJECT

private:
    static Json json(const char *text) { return *parseJson(QByteArray(text).replace('\'', '"')); }
    static WorkflowNode node(const char *text)
    {
        return WorkflowNodeReader().graph(Json{{"n", json(text)}}, u"/nodes"_s).at(u"n"_s);
    }

private Q_SLOTS:
    void whatIsLeftOutHasItsDefault()
    {
        QCOMPARE(WorkflowNodeReader::retry(Json()), std::nullopt);
        QCOMPARE(*WorkflowNodeReader::retry(json("{}")), WorkflowRetry());
        QCOMPARE(*WorkflowNodeReader::cache(json("{}")), WorkflowCache());
        QCOMPARE(*WorkflowNodeReader::budget(json("{}")), WorkflowBudget());
        QCOMPARE(*WorkflowNodeReader::timeout(json("{}")), WorkflowTimeout());
    }

    void settingsAreReadWithTheirUnits()
    {
        WorkflowRetry retry;
        retry.maxAttempts = 5;
        retry.initial = 10ms;
        retry.factor = 1.5;
        retry.max = 2000ms;
        retry.hasJitter = false;
        retry.on = {u"invalid_output"_s};
        QCOMPARE(*WorkflowNodeReader::retry(
                     json("{'max_attempts':5,'initial_ms':10,'factor':1.5,'max_ms':2000,"
                          "'jitter':false,'on':['invalid_output']}")),
                 retry);
        WorkflowCache never;
        never.isLifetimeSet = true;
        QCOMPARE(*WorkflowNodeReader::cache(json("{'ttl_s':null}")), never);
        WorkflowCache refresh;
        refresh.mode = WorkflowCache::Mode::Refresh;
        refresh.isLifetimeSet = true;
        refresh.lifetime = 60s;
        refresh.temperature = WorkflowCache::Temperature::Never;
        refresh.hasModelSteps = true;
        QCOMPARE(*WorkflowNodeReader::cache(
                     json("{'mode':'refresh','ttl_s':60,'temperature_policy':'never',"
                          "'model_steps':true}")),
                 refresh);
        WorkflowBudget budget;
        budget.maxCostUsd = 0.5;
        budget.maxLlmCalls = 80;
        budget.pausesWhenExceeded = false;
        QCOMPARE(*WorkflowNodeReader::budget(
                     json("{'max_cost_usd':0.5,'max_llm_calls':80,'on_exceed':'fail'}")),
                 budget);
        QCOMPARE(*WorkflowNodeReader::timeout(json("{'total_ms':5,'idle_ms':3}")),
                 (WorkflowTimeout{5ms, std::nullopt, 3ms}));
    }

    void needsHaveLabels()
    {
        const WorkflowNode read =
            node("{'kind':'transform','value':1,'needs':['a','b:yes'],'join':'any'}");
        QCOMPARE(read.needs, (QList<WorkflowNode::Need>{{u"a"_s, {}}, {u"b"_s, u"yes"_s}}));
        QVERIFY(read.joinsAny);
    }

    void aToolIsAssumedToBeTheWorst()
    {
        const WorkflowNode read =
            node("{'kind':'tool','tool':{'ref':'builtin:read_file'},'args':{}}");
        const WorkflowTool expected{u"builtin:read_file"_s, WorkflowTool::Approval::Always,
                                    WorkflowTool::Effect::NonIdempotent, std::nullopt};
        QCOMPARE(std::get<ToolStep>(read.step).tool, expected);
    }

    void everyKindIsItself_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("index");
        const auto row = [](const char *file, int index) {
            QTest::newRow(file) << QByteArray(file) << index;
        };
        row("{'kind':'agent','agent':'a','prompt':[{'role':'system','content':'x'}]}", 0);
        row("{'kind':'tool','tool':{'ref':'builtin:x'},'args':{}}", 1);
        row("{'kind':'transform','value':1}", 2);
        row("{'kind':'router','cases':[{'label':'a','when':'true'}],'default':'b'}", 3);
        row("{'kind':'map','over':'[]','body':{},'result':1}", 4);
        row("{'kind':'reduce','over':'[]','mode':'llm','agent':'a','prompt':'x'}", 5);
        row("{'kind':'loop','max_iterations':1,'body':{},'until':'true','result':1}", 6);
        row("{'kind':'team','pattern':'handoff','members':['a'],'prompt':'x','max_turns':1}", 7);
        row("{'kind':'human','message':'x'}", 8);
        row("{'kind':'workflow','ref':'x','inputs':{}}", 9);
    }
    void everyKindIsItself()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const int, index);
        QCOMPARE(static_cast<int>(node(file.constData()).step.index()), index);
    }

    void faultsOfExpressionsAreCollected()
    {
        WorkflowNodeReader reader;
        static_cast<void>(
            reader.graph(json("{'a':{'kind':'map','over':'1 +','body':{'b':{'kind':'transform',"
                              "'value':'${)}'}},'result':'${x'}}"),
                         u"/nodes"_s));
        QStringList pointers;
        for (const WorkflowFault &fault : reader.faults())
            pointers.append(fault.pointer);
        QCOMPARE(
            pointers,
            (QStringList{u"/nodes/a/over"_s, u"/nodes/a/body/b/value"_s, u"/nodes/a/result"_s}));
    }
};

KAGURA_TEST(TestWorkflowNodeReader)
#include "tst_workflownodereader.moc"
