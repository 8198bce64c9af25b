// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/planner.h"
#include "core/agents/workflowreader.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

//! A dollar a million tokens in, ten out; nobody knows the price of `dear`.
std::optional<qint64> price(const QString &provider,
                            const QString &model,
                            qint64 inputTokens,
                            qint64 outputTokens)
{
    if (provider != "p"_L1 || model == "dear"_L1)
        return std::nullopt;
    return inputTokens + 10 * outputTokens;
}

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private:
    const WorkflowSchema m_schema;

    //! Nodes around an agent `a` of model p/m that answers with at most 100 tokens, `t` with a tool, and
    //! an input `topic` and a list `words`. A single quote stands for a double one.
    Workflow workflow(const QByteArray &nodes, const QByteArray &more = {}) const
    {
        QByteArray file = R"({'format':'kagura/1','id':'x','name':'X',
            'inputs':{'topic':{'schema':{'type':'string'}},
                      'words':{'schema':{'type':'array'},'default':['one','two','three']}},
            'models':{'m':{'provider':'p','model':'m','params':{'max_tokens':100}},
                      'dear':{'provider':'p','model':'dear'}},
            'agents':{'a':{'model':'m'},'d':{'model':'dear'},
                      't':{'model':'m','max_turns':3,
                           'tools':[{'ref':'builtin:fetch_url','approval':'always'},
                                    {'ref':'builtin:read_file','approval':'once'}]}},)"
            + more + "'nodes':{" + nodes + "},'output':1}";
        const WorkflowReader::Read read = WorkflowReader(m_schema).read(file.replace('\'', '"'));
        if (!read.workflow)
            qFatal("%s: %s", qPrintable(read.faults.first().pointer),
                   qPrintable(read.faults.first().message));
        return *read.workflow;
    }

    RunPlan planOf(const QByteArray &nodes,
                   const QByteArray &more = {},
                   const Json &inputs = {{"topic", "12345678"}}) const
    {
        const Workflow file = workflow(nodes, more);
        return Planner(file, price).plan(inputs);
    }

    static NodePlan node(const RunPlan &plan, const QString &path)
    {
        for (const NodePlan &one : plan.nodes) {
            if (one.path == path)
                return one;
        }
        return {u"there is no "_s + path, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    }

private Q_SLOTS:
    void whatIsCertainIsCountedExactly()
    {
        const RunPlan plan =
            planOf("'one':{'kind':'agent','agent':'a','prompt':'${inputs.topic}'}");
        QCOMPARE(plan.nodes.size(), 1);
        const NodePlan &one = plan.nodes.first();
        QCOMPARE(one.path, u"one"_s);
        QCOMPARE(one.kind, u"agent"_s);
        QCOMPARE(one.model, u"p/m"_s);
        QCOMPARE(one.calls, (PlanRange{1, 1}));
        QCOMPARE(one.inputTokens, (PlanRange{2 + 4, 2 + 4}));
        QCOMPARE(one.outputTokens, (PlanRange{20, 100}));
        QCOMPARE(one.costMicroUsd, (PlanRange{6 + 200, 6 + 1000}));
        QCOMPARE(plan.total.calls, one.calls);
        QCOMPARE(plan.total.costMicroUsd, one.costMicroUsd);
        QCOMPARE(plan.models, QStringList{u"p/m"_s});
        QVERIFY(plan.warnings.isEmpty());
        QCOMPARE(plan.prompts,
                 (QList<PlannedPrompt>{{u"one"_s, u"a"_s, {}, {{u"user"_s, u"12345678"_s}}, 0}}));
    }

    void samplesAreCallsOfTheirOwn()
    {
        const RunPlan plan =
            planOf("'one':{'kind':'agent','agent':'a','prompt':'x','samples':5},"
                   "'sum':{'kind':'reduce','over':'nodes.one.samples','mode':'llm','agent':'a',"
                   "'prompt':'${join(items, \\\"-\\\")}'}");
        QCOMPARE(node(plan, u"one"_s).calls, (PlanRange{5, 5}));
        QCOMPARE(node(plan, u"sum"_s).calls, (PlanRange{1, 1}));
        QCOMPARE(node(plan, u"sum"_s).inputTokens.most, 5 * 100 + 4);
        QCOMPARE(plan.prompts.size(), 5); // those of the sum are not known yet
        QCOMPARE(plan.prompts.last().sample, 4);
    }

    void aKnownListIsWalkedThrough()
    {
        const RunPlan plan =
            planOf("'work':{'kind':'map','over':'inputs.words','body':{"
                   "'say':{'kind':'agent','agent':'a','prompt':'Say ${item}, ${index}'}},"
                   "'result':'${nodes.say.output}'}");
        QCOMPARE(node(plan, u"work[].say"_s).calls, (PlanRange{3, 3}));
        QCOMPARE(plan.prompts.size(), 3);
        QCOMPARE(plan.prompts.at(2).path, u"work[2].say"_s);
        QCOMPARE(plan.prompts.at(2).messages.first().text, u"Say three, 2"_s);
    }

    void aListThatIsNotKnownIsBoundBySchemaOrMaxItems()
    {
        const QByteArray body = "'body':{'say':{'kind':'agent','agent':'a','prompt':'${item}'}},"
                                "'result':'${nodes.say.output}'}";
        const QByteArray schema = "'output_schema':{'type':'object','properties':{'list':"
                                  "{'type':'array','minItems':2,'maxItems':5}}}}";
        const QByteArray first = "'plan':{'kind':'agent','agent':'a','prompt':'x'," + schema + ",";
        const RunPlan bySchema =
            planOf(first + "'work':{'kind':'map','over':'nodes.plan.output.list'," + body);
        QCOMPARE(node(bySchema, u"work[].say"_s).calls, (PlanRange{2, 5}));
        QCOMPARE(node(bySchema, u"plan"_s).calls, (PlanRange{1, 2})); // it may have to say it again
        const RunPlan byItems = planOf(
            first + "'work':{'kind':'map','max_items':3,'over':'nodes.plan.output.list'," + body);
        QCOMPARE(node(byItems, u"work[].say"_s).calls, (PlanRange{2, 3}));
        const RunPlan byNothing = planOf(
            first + "'work':{'kind':'map','max_items':7,'over':'nodes.plan.output.other'," + body);
        QCOMPARE(node(byNothing, u"work[].say"_s).calls, (PlanRange{0, 7}));
        // And what comes of it is as long.
        const RunPlan sum =
            planOf(first + "'work':{'kind':'map','over':'nodes.plan.output.list'," + body
                   + ",'sum':{'kind':'reduce','over':'nodes.work.output','mode':'llm','agent':'a',"
                     "'prompt':'${join(items, \\\"\\\")}','fan_in':2}");
        QCOMPARE(node(sum, u"sum"_s).calls, (PlanRange{1, 3 + 2 + 1}));
    }

    void aConditionThatIsNotKnownMayHold()
    {
        const QByteArray nodes =
            "'one':{'kind':'agent','agent':'a','prompt':'x'},"
            "'two':{'kind':'agent','agent':'a','when':'%1','prompt':'y'},"
            "'three':{'kind':'agent','agent':'a','needs':['two'],'prompt':'z'}";
        const RunPlan open = planOf(QByteArray(nodes).replace("%1", "size(nodes.one.output) > 3"));
        QCOMPARE(node(open, u"two"_s).calls, (PlanRange{0, 1}));
        QCOMPARE(node(open, u"three"_s).calls, (PlanRange{0, 1}));
        QCOMPARE(open.total.calls, (PlanRange{1, 3}));
        const RunPlan holds = planOf(QByteArray(nodes).replace("%1", "size(inputs.topic) > 3"));
        QCOMPARE(holds.total.calls, (PlanRange{3, 3}));
        const RunPlan fails = planOf(QByteArray(nodes).replace("%1", "size(inputs.topic) > 30"));
        QCOMPARE(node(fails, u"two"_s).calls, (PlanRange{0, 0}));
        QCOMPARE(fails.total.calls.least, 1);
    }

    void aRouteThatIsKnownIsTaken()
    {
        const QByteArray nodes =
            "'pick':{'kind':'router','default':'long','cases':[{'label':'short',"
            "'when':'size(inputs.topic) < 5'}]},"
            "'quick':{'kind':'agent','agent':'a','needs':['pick:short'],'prompt':'x'},"
            "'slow':{'kind':'agent','agent':'a','needs':['pick:long'],'prompt':'y'}";
        const RunPlan plan = planOf(nodes);
        QCOMPARE(node(plan, u"quick"_s).calls, (PlanRange{0, 0}));
        QCOMPARE(node(plan, u"slow"_s).calls, (PlanRange{1, 1}));
        const RunPlan asked =
            planOf(QByteArray(nodes).replace("'cases'", "'agent':'a','prompt':'?','cases'"));
        QCOMPARE(node(asked, u"pick"_s).calls, (PlanRange{1, 1}));
        QCOMPARE(node(asked, u"slow"_s).calls, (PlanRange{0, 1}));
    }

    void whatIsInASkippedNodeIsSkippedWithIt()
    {
        const RunPlan plan =
            planOf("'ok':{'kind':'human','message':'Go?'},"
                   "'work':{'kind':'map','needs':['ok:approve'],'over':'inputs.words','body':{"
                   "'say':{'kind':'agent','agent':'a','prompt':'${item}'}},'result':'x'}");
        QCOMPARE(node(plan, u"work[].say"_s).calls, (PlanRange{0, 3}));
        QCOMPARE(plan.total.questions, (PlanRange{1, 1}));
    }

    void aLoopEndsAfterItsFirstOrItsLastIteration()
    {
        const RunPlan plan =
            planOf("'loop':{'kind':'loop','max_iterations':4,'vars':{'text':'x'},'body':{"
                   "'better':{'kind':'agent','agent':'a','prompt':'${loop.text}'}},"
                   "'next':{'text':'${nodes.better.output}'},'until':'loop.index > 2',"
                   "'result':'${loop.text}'}");
        QCOMPARE(node(plan, u"loop[].better"_s).calls, (PlanRange{1, 4}));
        // The text is an answer from the second iteration on.
        QCOMPARE(node(plan, u"loop[].better"_s).inputTokens.most, 4 * (100 + 4));
        QVERIFY(plan.prompts.isEmpty());
    }

    void teamsAreBoundByTheirTurns()
    {
        const QByteArray team = "'team':{'kind':'team','pattern':'%1','members':['a','a'],"
                                "'lead':'a','prompt':'x','max_turns':3}";
        const auto calls = [&](const char *pattern) {
            return planOf(QByteArray(team).replace("%1", pattern)).total.calls;
        };
        QCOMPARE(calls("round_robin"), (PlanRange{3, 3}));
        QCOMPARE(calls("handoff"), (PlanRange{1, 3}));
        QCOMPARE(calls("supervisor"), (PlanRange{1, 7}));
        QCOMPARE(calls("debate"), (PlanRange{7, 7}));
    }

    void toolsAndTheirApprovalsAreForetold()
    {
        const RunPlan plan =
            planOf("'get':{'kind':'tool','tool':{'ref':'builtin:list_files','approval':'never'},"
                   "'args':{}},'ask':{'kind':'agent','agent':'t','prompt':'x'}");
        QCOMPARE(
            plan.tools,
            (QStringList{u"builtin:fetch_url"_s, u"builtin:list_files"_s, u"builtin:read_file"_s}));
        QCOMPARE(node(plan, u"get"_s).toolCalls, (PlanRange{1, 1}));
        QCOMPARE(node(plan, u"get"_s).approvals, (PlanRange{0, 0}));
        QCOMPARE(node(plan, u"ask"_s).calls, (PlanRange{1, 3}));
        QCOMPARE(node(plan, u"ask"_s).approvals, (PlanRange{0, 3}));
        QCOMPARE(plan.total.approvals, (PlanRange{0, 3 + 1})); // and once for reading
    }

    void aPriceThatIsNotKnownMakesNoSum()
    {
        const RunPlan plan = planOf("'one':{'kind':'agent','agent':'a','prompt':'x'},"
                                    "'two':{'kind':'agent','agent':'d','prompt':'x'}");
        QVERIFY(node(plan, u"one"_s).costMicroUsd);
        QVERIFY(!node(plan, u"two"_s).costMicroUsd);
        QVERIFY(!plan.total.costMicroUsd);
        QCOMPARE(plan.unpricedModels, QStringList{u"p/dear"_s});
        QVERIFY(plan.toJson()["cost_usd"].is_null());
    }

    void aBudgetThatIsTooSmallIsSaidBefore()
    {
        const QByteArray node = "'one':{'kind':'agent','agent':'a','prompt':'x','samples':5}";
        const RunPlan calls = planOf(node, "'budget':{'max_llm_calls':4},");
        QCOMPARE(
            calls.warnings,
            QStringList{u"the run takes at least 5 calls of models and its budget allows 4: it "
                        "would pause and ask"_s});
        const RunPlan cost = planOf(node, "'budget':{'max_cost_usd':0.002,'on_exceed':'fail'},");
        QCOMPARE(cost.warnings.size(), 1);
        QVERIFY(cost.warnings.first().startsWith(u"the run takes up to 0.005025 US dollars"_s));
        QVERIFY(planOf(node, "'budget':{'max_cost_usd':1},").warnings.isEmpty());
    }

    void whatIsMissingOrSecretIsInNoPrompt()
    {
        const QByteArray node = "'one':{'kind':'agent','agent':'a','prompt':'${inputs.topic}'}";
        const RunPlan missing = planOf(node, {}, Json::object());
        QCOMPARE(missing.warnings, QStringList{u"these inputs are still missing: topic"_s});
        QVERIFY(missing.prompts.isEmpty());
        QVERIFY(missing.total.inputTokens.most > 1000);
        Workflow file = workflow(node);
        file.inputs.at(u"topic"_s).isSecret = true;
        const RunPlan secret = Planner(file, price).plan({{"topic", "12345678"}});
        QVERIFY(secret.prompts.isEmpty());
        QCOMPARE(secret.total.inputTokens, (PlanRange{6, 6}));
    }

    void anotherFileIsCountedWhereItIsKnown()
    {
        const Workflow inner =
            workflow("'say':{'kind':'agent','agent':'a','prompt':'${inputs.topic}'}");
        const Workflow outer = workflow("'sub':{'kind':'workflow','ref':'inner.kagura.json',"
                                        "'inputs':{'topic':'${inputs.topic}'}}");
        Planner planner(outer, price);
        const RunPlan unknown = planner.plan({{"topic", "12345678"}});
        QCOMPARE(unknown.warnings,
                 QStringList{u"sub: what inner.kagura.json does is not counted"_s});
        planner.addWorkflow(u"inner.kagura.json"_s, inner);
        const RunPlan known = planner.plan({{"topic", "12345678"}});
        QCOMPARE(known.warnings, QStringList());
        QCOMPARE(node(known, u"sub/say"_s).calls, (PlanRange{1, 1}));
        QCOMPARE(known.total.calls, (PlanRange{1, 1}));
        QCOMPARE(node(known, u"sub/say"_s).inputTokens, (PlanRange{6, 6}));
    }

    void nothingIsWalkedForEver()
    {
        QByteArray nodes = "'n0':{'kind':'transform','value':'${inputs.topic}'}";
        constexpr int Count = 5000;
        for (int i = 1; i < Count; ++i)
            nodes += ",'n" + QByteArray::number(i) + "':{'kind':'transform','value':'${nodes.n"
                + QByteArray::number(i - 1) + ".output}'}";
        QCOMPARE(planOf(nodes).nodes.size(), Count);
        Json words = Json::array();
        for (int i = 0; i < 10'000; ++i)
            words.push_back("word");
        const RunPlan many =
            planOf("'work':{'kind':'map','max_items':10000,'over':'inputs.words','body':{"
                   "'say':{'kind':'agent','agent':'a','prompt':'${item}'}},'result':'x'}",
                   {}, {{"topic", "x"}, {"words", words}});
        QCOMPARE(many.total.calls, (PlanRange{10'000, 10'000}));
        QVERIFY(many.prompts.isEmpty());
    }

    void theHitsOfACacheAreCountedAndPrinted()
    {
        RunPlan plan = planOf("'one':{'kind':'agent','agent':'a','prompt':'x','samples':3}");
        QVERIFY(plan.toJson()["cache_hits"].is_null());
        plan.setHits({true, false, true});
        const Json json = plan.toJson();
        QCOMPARE(json["cache_hits"], Json(2));
        QCOMPARE(json["known_prompts"], Json(3));
        QCOMPARE(json["calls"], (Json{{"least", 3}, {"most", 3}}));
        QCOMPARE(json["nodes"][0]["path"], Json("one"));
        QCOMPARE(json["nodes"][0]["model"], Json("p/m"));
    }
};

KAGURA_TEST(TestPlanner)
#include "tst_planner.moc"
