// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/workflowrun.h"
#include "tests/core/runs/runningfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

Json agent(const char *prompt)
{
    return {{"kind", "agent"}, {"agent", "a"}, {"prompt", prompt}};
}

Json transform(const Json &value)
{
    return {{"kind", "transform"}, {"value", value}};
}

NodeStand standOf(const WorkflowRun &run, const QString &path)
{
    const NodeRecord *node = run.state().find(path);
    return node ? node->stand : NodeStand::Pending;
}

} // namespace

class TestWorkflowRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agentAndTransformEndToEnd()
    {
        RunningFixture fixture;
        const auto run = fixture.finish(fixture.define(
            {{"draft", agent("write")}, {"shout", transform("${upper(nodes.draft.output)}")}},
            "${nodes.shout.output}"));
        QCOMPARE(run->state().stand(), RunStand::Succeeded);
        QCOMPARE(fixture.output(*run), Json("ANSWER TO WRITE"));
        QCOMPARE(fixture.story(run->id()),
                 (QStringList{u"run.created"_s, u"run.started"_s, u"node.started draft"_s,
                              u"llm.requested draft"_s, u"llm.completed draft"_s,
                              u"node.completed draft"_s, u"node.completed shout"_s,
                              u"run.completed"_s}));
        QCOMPARE(run->state().spent().costMicroUsd, 20);
        QVERIFY(fixture.runs.load(run->id())->state == run->state());
    }

    void nodesWaitOnlyForTheirOwnNeeds()
    {
        RunningFixture fixture;
        fixture.models.answerWith(
            [](const ChatRequest &request) -> std::optional<FakeProvider::Script> {
                if (request.messages.constLast().text() == "slow"_L1)
                    return std::nullopt;
                return saying(u"done"_s);
            });
        const auto run = fixture.start(fixture.define({{"slow", agent("slow")},
                                                       {"quick", agent("quick")},
                                                       {"after", agent("${nodes.quick.output}")}},
                                                      "${nodes.after.output}"));
        QTRY_COMPARE(standOf(*run, u"after"_s), NodeStand::Succeeded);
        QCOMPARE(standOf(*run, u"slow"_s), NodeStand::Running);
        fixture.models.open().constFirst()->succeed();
        fixture.waitFor(*run);
    }

    void failureBranchesValuesAndSkips()
    {
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &request) {
            return request.messages.constLast().text() == "bad"_L1
                ? failing(Error::Kind::Auth)
                : saying(request.messages.constLast().text());
        });
        Json branched = agent("bad");
        branched["on_error"] = {{"branch", true}};
        Json valued = agent("bad");
        valued["on_error"] = {{"value", "instead"}};
        Json rescue = transform("${nodes.branched.error.type}");
        rescue["needs"] = {"branched:error"};
        Json any = transform("${default(nodes.normal.output, \"none\")}");
        any["join"] = "any";
        any["needs"] = {"normal", "rescue"};
        const auto run = fixture.finish(
            fixture.define({{"branched", branched},
                            {"valued", valued},
                            {"rescue", rescue},
                            {"normal", transform("${nodes.branched.output}")},
                            {"any", any}},
                           {"${default(nodes.rescue.output, 0)}", "${nodes.valued.output}",
                            "${default(nodes.any.output, 0)}"}));
        QCOMPARE(run->state().stand(), RunStand::SucceededWithErrors);
        QCOMPARE(fixture.output(*run), (Json{"auth", "instead", "none"}));
        QCOMPARE(standOf(*run, u"valued"_s), NodeStand::Defaulted);
        QCOMPARE(standOf(*run, u"normal"_s), NodeStand::Skipped);
        QCOMPARE(run->state().find(u"normal"_s)->reason, u"not_chosen"_s);
    }

    void aFailureDrainsAndNamesItself()
    {
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &request) {
            return request.messages.constLast().text() == "bad"_L1 ? failing(Error::Kind::Quota)
                                                                   : saying(u"fine"_s);
        });
        const auto run = fixture.finish(fixture.define({{"bad", agent("bad")},
                                                        {"after", agent("${nodes.bad.output}")},
                                                        {"other", agent("other")}},
                                                       "${nodes.other.output}"));
        QCOMPARE(run->state().stand(), RunStand::Failed);
        QCOMPARE(run->state().failure()->type, u"quota"_s);
        QCOMPARE(standOf(*run, u"other"_s), NodeStand::Succeeded);
        QCOMPARE(run->state().find(u"after"_s)->reason, u"upstream_failed"_s);
    }

    void routersChooseOneWay()
    {
        RunningFixture fixture;
        const Json router = {{"kind", "router"},
                             {"cases", {{{"label", "long"}, {"when", "inputs.n > 5"}}}},
                             {"default", "short"}};
        Json longer = transform("long way");
        longer["needs"] = {"pick:long"};
        Json shorter = transform("short way");
        shorter["needs"] = {"pick:short"};
        const auto definition =
            fixture.define({{"pick", router}, {"longer", longer}, {"shorter", shorter}},
                           "${default(nodes.longer.output, default(nodes.shorter.output, 0))}",
                           {{"inputs", {{"n", {{"schema", {{"type", "integer"}}}}}}}});
        WorkflowRun::Start how;
        how.inputs = {{"n", 7}};
        const auto run = fixture.finish(definition, how);
        QCOMPARE(fixture.output(*run), Json("long way"));
        QCOMPARE(standOf(*run, u"shorter"_s), NodeStand::Skipped);
        QCOMPARE(run->state().find(u"pick"_s)->label, u"long"_s);
    }

    void anotherModelTakesOver()
    {
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &request) {
            return request.model == "first"_L1 ? failing(Error::Kind::Overloaded)
                                               : saying(u"by "_s + request.model);
        });
        const auto run =
            fixture.finish(fixture.define({{"x", agent("hi")}}, "${nodes.x.output}",
                                          {{"agents", {{"a", {{"fallback", {"n"}}}}}}}));
        QCOMPARE(fixture.output(*run), Json("by second"));
        QCOMPARE(run->state().find(u"x"_s)->calls.size(), 2);
    }

    void anAnswerOfTheWrongShapeIsRepairedOnce()
    {
        RunningFixture fixture;
        fixture.models.answerWith([&](const ChatRequest &request) {
            return request.messages.size() == 1 ? saying(u"no JSON at all"_s)
                                                : saying(u"```json\n{\"n\": 3}\n```"_s);
        });
        Json node = agent("count");
        node["output_schema"] = {{"type", "object"},
                                 {"required", {"n"}},
                                 {"properties", {{"n", {{"type", "integer"}}}}}};
        const auto run = fixture.finish(fixture.define({{"x", node}}, "${nodes.x.output.n}"));
        QCOMPARE(fixture.output(*run), Json(3));
        QCOMPARE(fixture.models.askedCount(), 2);
    }

    void anAnswerThatStaysWrongFails()
    {
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &) { return saying(u"[]"_s); });
        Json node = agent("count");
        node["output_schema"] = {{"type", "object"}};
        node["retry"] = {{"max_attempts", 2}, {"on", {"invalid_output"}}};
        const auto run = fixture.finish(fixture.define({{"x", node}}, "${nodes.x.output}"));
        QCOMPARE(run->state().failure()->type, u"invalid_output"_s);
        QCOMPARE(fixture.models.askedCount(), 4); // two attempts with a repair each
        QCOMPARE(run->state().find(u"x"_s)->attempts, 2);
    }

    void samplesAreIndependentCalls()
    {
        RunningFixture fixture;
        int count = 0;
        fixture.models.answerWith(
            [&](const ChatRequest &) { return saying(QString::number(count++ % 2)); });
        Json node = agent("vote");
        node["samples"] = 3;
        const Json vote = {
            {"kind", "reduce"}, {"mode", "vote"}, {"key", "item"}, {"over", "nodes.x.samples"}};
        const auto run =
            fixture.finish(fixture.define({{"x", node}, {"v", vote}}, "${nodes.v.output}"));
        QCOMPARE(fixture.output(*run), Json("0"));
        QList<int> indices;
        for (const FakeProvider::Asked &asked : fixture.models.asked())
            indices.append(asked.options.sampleIndex);
        QCOMPARE(indices, (QList<int>{0, 1, 2}));
    }

    void cachedAnswersCostNothingAndSaySo()
    {
        RunningFixture fixture;
        fixture.models.isCached = true;
        const auto run = fixture.finish(fixture.define({{"x", agent("hi")}}, "${nodes.x.output}",
                                                       {{"budget", {{"max_llm_calls", 0}}}}));
        QCOMPARE(run->state().stand(), RunStand::Succeeded);
        QCOMPARE(standOf(*run, u"x"_s), NodeStand::Cached);
        QCOMPARE(run->state().spent().costMicroUsd, 0);
        QCOMPARE(run->state().spent().llmCalls, 0);
    }

    void aBudgetPausesAndGoesOnWhenRaised()
    {
        RunningFixture fixture;
        const auto run = fixture.start(
            fixture.define({{"x", agent("one")}, {"y", agent("${nodes.x.output}")}},
                           "${nodes.y.output}", {{"budget", {{"max_llm_calls", 1}}}}));
        QTRY_COMPARE(run->state().stand(), RunStand::Waiting);
        QCOMPARE(run->state().waitsFor(), QStringList{u"budget"_s});
        QCOMPARE(fixture.models.askedCount(), 1);
        RunBudget more;
        more.maxLlmCalls = 5;
        QVERIFY(run->raiseBudget(more));
        fixture.waitFor(*run);
        QCOMPARE(run->state().stand(), RunStand::Succeeded);
        QCOMPARE(fixture.models.askedCount(), 2);
    }

    void parallelCallsNeverOvershootABudget()
    {
        RunningFixture fixture;
        const Json map = {{"kind", "map"},
                          {"over", "[1,2,3,4,5,6,7,8]"},
                          {"body", {{"one", agent("${item}")}}},
                          {"result", "${nodes.one.output}"},
                          {"on_item_error", "null"}};
        const auto run = fixture.finish(
            fixture.define({{"m", map}}, "${nodes.m.output}",
                           {{"budget", {{"max_llm_calls", 3}, {"on_exceed", "fail"}}}}));
        QCOMPARE(fixture.models.askedCount(), 3);
        QCOMPARE(run->state().spent().llmCalls, 3);
    }

    void cancelEndsEverythingThatLives()
    {
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &) { return std::nullopt; });
        const Json map = {{"kind", "map"},
                          {"over", "[1,2,3,4]"},
                          {"body", {{"one", agent("${item}")}}},
                          {"result", "${nodes.one.output}"}};
        const auto run =
            fixture.start(fixture.define({{"m", map}, {"after", agent("${nodes.m.output}")}}, "x"));
        QTRY_COMPARE(fixture.models.open().size(), 4);
        QVERIFY(run->cancel());
        fixture.waitFor(*run);
        QCOMPARE(run->state().stand(), RunStand::Cancelled);
        QVERIFY(fixture.models.open().isEmpty());
        for (const NodeRecord &node : run->state().nodes())
            QVERIFY2(isTerminal(node.stand), qPrintable(node.path));
        QVERIFY(!run->cancel());
    }

    void oneNodeIsCancelledSkippedAndRetriedWhileTheRestGoesOn()
    {
        RunningFixture fixture;
        bool isBroken = true;
        fixture.models.answerWith(
            [&](const ChatRequest &request) -> std::optional<FakeProvider::Script> {
                const QString text = request.messages.constLast().text();
                if (text == "hang"_L1)
                    return std::nullopt;
                if (text == "flaky"_L1 && isBroken)
                    return failing(Error::Kind::Auth);
                return saying(text);
            });
        const auto run =
            fixture.start(fixture.define({{"hang", agent("hang")},
                                          {"flaky", agent("flaky")},
                                          {"after", agent("${nodes.flaky.output}!")},
                                          {"idle", {{"kind", "human"}, {"message", "Go?"}}}},
                                         "${nodes.after.output}"));
        QTRY_COMPARE(standOf(*run, u"after"_s), NodeStand::Skipped);
        isBroken = false;
        QVERIFY(run->retryNode(u"flaky"_s));
        QTRY_COMPARE(standOf(*run, u"after"_s), NodeStand::Succeeded);
        QCOMPARE(run->state().find(u"flaky"_s)->attempts, 2);
        QVERIFY(run->cancelNode(u"hang"_s));
        QTRY_COMPARE(standOf(*run, u"hang"_s), NodeStand::Cancelled);
        QVERIFY(run->skipNode(u"idle"_s));
        fixture.waitFor(*run);
        QCOMPARE(standOf(*run, u"idle"_s), NodeStand::Skipped);
        QCOMPARE(fixture.output(*run), Json("flaky!"));
        QVERIFY(fixture.runs.load(run->id())->state == run->state());
    }

    void pauseLetsNothingNewBegin()
    {
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &) { return std::nullopt; });
        const auto run = fixture.start(fixture.define(
            {{"x", agent("x")}, {"y", agent("${nodes.x.output}")}}, "${nodes.y.output}"));
        QTRY_COMPARE(fixture.models.open().size(), 1);
        QVERIFY(run->pause());
        fixture.models.open().constFirst()->succeed();
        QTRY_COMPARE(run->state().stand(), RunStand::Paused);
        QCOMPARE(fixture.models.askedCount(), 1);
        fixture.models.echo();
        QVERIFY(run->resume());
        fixture.waitFor(*run);
        QCOMPARE(fixture.models.askedCount(), 2);
    }

    void aPersonAnswersOnce()
    {
        RunningFixture fixture;
        const Json ask = {{"kind", "human"},
                          {"message", "How many?"},
                          {"fields", {{"n", {{"type", "integer"}}}}}};
        const auto run = fixture.start(fixture.define({{"ask", ask},
                                                       {"go",
                                                        {{"kind", "transform"},
                                                         {"needs", {"ask:approve"}},
                                                         {"value", "${nodes.ask.output.n}"}}}},
                                                      "${default(nodes.go.output, 0)}"));
        QTRY_COMPARE(run->state().stand(), RunStand::Waiting);
        QVERIFY(!run->answer(u"ask"_s, {{"action", "maybe"}}));
        QVERIFY(!run->answer(u"ask"_s, {{"action", "approve"}, {"fields", {{"n", "x"}}}}));
        QVERIFY(run->answer(u"ask"_s, {{"action", "approve"}, {"fields", {{"n", 4}}}}));
        QVERIFY(!run->answer(u"ask"_s, {{"action", "approve"}, {"fields", {{"n", 5}}}}));
        fixture.waitFor(*run);
        QCOMPARE(fixture.output(*run), Json(4));
    }

    void mapsKeepTheOrderAndTheirLimit()
    {
        RunningFixture fixture;
        const Json map = {{"kind", "map"},
                          {"over", "inputs.list"},
                          {"max_concurrency", 3},
                          {"body", {{"one", agent("${index}:${item}")}}},
                          {"result", "${nodes.one.output}"}};
        WorkflowRun::Start how;
        how.inputs["list"] = Json::array();
        for (int i = 0; i < 20; ++i)
            how.inputs["list"].push_back(i * i);
        const auto run = fixture.finish(
            fixture.define({{"m", map}}, "${nodes.m.output}",
                           {{"inputs", {{"list", {{"schema", {{"type", "array"}}}}}}}}),
            how);
        const Json output = fixture.output(*run);
        QCOMPARE(output.size(), 20U);
        QCOMPARE(output[7], Json("answer to 7:49"));
        QVERIFY(fixture.models.mostAtOnce() <= 3);
        const RunProgress progress = run->state().progress();
        QCOMPARE(progress.done, 20);
        QCOMPARE(progress.total, 20);
    }

    void itemsThatFailAreDroppedNulledOrFatal_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("expected");
        QTest::newRow("dropped") << u"drop"_s << u"[\"0\",\"2\"]"_s;
        QTest::newRow("null") << u"null"_s << u"[\"0\",null,\"2\"]"_s;
        QTest::newRow("fatal") << u"fail"_s << u"null"_s;
    }
    void itemsThatFailAreDroppedNulledOrFatal()
    {
        QFETCH(QString, rule);
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &request) {
            const QString text = request.messages.constLast().text();
            return text == "1"_L1 ? failing(Error::Kind::ContentFilter) : saying(text);
        });
        const Json map = {{"kind", "map"},
                          {"over", "[0, 1, 2]"},
                          {"on_item_error", rule.toStdString()},
                          {"body", {{"one", agent("${item}")}}},
                          {"result", "${nodes.one.output}"}};
        const auto run = fixture.finish(fixture.define({{"m", map}}, "${nodes.m.output}"));
        QTEST(QString::fromUtf8(dumpJson(fixture.output(*run))), "expected");
        if (rule == "fail"_L1)
            QVERIFY(run->state().failure()->message.startsWith("item 1:"_L1));
        else
            QCOMPARE(run->state().stand(), RunStand::SucceededWithErrors);
    }

    void loopsCarryTheirVariables()
    {
        RunningFixture fixture;
        const Json loop = {{"kind", "loop"},
                           {"max_iterations", 10},
                           {"vars", {{"n", 1}, {"log", Json::array()}}},
                           {"body", {{"twice", transform("${loop.n * 2}")}}},
                           {"next", {{"n", "${nodes.twice.output}"}}},
                           {"until", "loop.n > 20"},
                           {"result", "${loop.n}"}};
        const auto run = fixture.finish(fixture.define(
            {{"l", loop}},
            {"${nodes.l.output}", "${nodes.l.iterations}", "${nodes.l.stopped_by}"}));
        QCOMPARE(fixture.output(*run), (Json{32, 5, "until"}));
    }

    void aResumeAsksForNothingThatIsInTheJournal()
    {
        RunningFixture fixture;
        fixture.models.answerWith(
            [](const ChatRequest &request) -> std::optional<FakeProvider::Script> {
                const QString text = request.messages.constLast().text();
                if (text == "2"_L1)
                    return std::nullopt; // under way when the process ends
                return saying(u"<"_s + text + u">"_s);
            });
        const Json map = {{"kind", "map"},
                          {"over", "[0, 1, 2, 3]"},
                          {"body", {{"one", agent("${item}")}}},
                          {"result", "${nodes.one.output}"}};
        const auto definition = fixture.define({{"m", map}, {"sum", agent("${nodes.m.output}")}},
                                               "${nodes.sum.output}");
        std::unique_ptr<WorkflowRun> run = fixture.start(definition);
        QTRY_COMPARE(run->state().progress().done, 3);
        const QString id = run->id();
        run.reset();
        fixture.models.answerWith([](const ChatRequest &request) {
            return saying(u"<"_s + request.messages.constLast().text() + u">"_s);
        });
        run = fixture.resume(definition, id);
        fixture.waitFor(*run);
        QCOMPARE(fixture.output(*run), Json("<[\"<0>\",\"<1>\",\"<2>\",\"<3>\"]>"));
        for (const QString &text : {u"0"_s, u"1"_s, u"3"_s})
            QCOMPARE(fixture.models.countOf(text), 1);
        QCOMPARE(fixture.models.countOf(u"2"_s), 2);
        QCOMPARE(run->state().possiblyBilledCalls(), 1);
        QVERIFY(fixture.runs.load(id)->state == run->state());
    }

    void aRerunTakesOverWhatFits()
    {
        RunningFixture fixture;
        const Json nodes = {{"x", agent("one")},
                            {"y", agent("two")},
                            {"z", agent("${nodes.x.output} ${nodes.y.output}")}};
        const auto first = fixture.finish(fixture.define(nodes, "${nodes.z.output}"));
        QCOMPARE(fixture.models.askedCount(), 3);
        Json edited = nodes;
        edited["y"] = agent("three");
        WorkflowRun::Start how;
        how.id = u"again"_s;
        how.parentRun = first->id();
        WorkflowRun again(fixture.ports(), fixture.define(edited, "${nodes.z.output}"), how);
        again.takeOver(*fixture.runs.load(first->id()));
        again.begin();
        fixture.waitFor(again);
        QCOMPARE(fixture.models.askedCount(), 5);
        QCOMPARE(again.state().find(u"x"_s)->from, first->id());
        QCOMPARE(standOf(again, u"y"_s), NodeStand::Succeeded);
        QCOMPARE(fixture.output(again), Json("answer to answer to one answer to three"));

        // From a node on: it and what waits for it, although it would fit.
        how.id = u"third"_s;
        how.madeAnew = u"y"_s;
        WorkflowRun third(fixture.ports(), fixture.define(nodes, "${nodes.z.output}"), how);
        third.takeOver(*fixture.runs.load(first->id()));
        third.begin();
        fixture.waitFor(third);
        QCOMPARE(fixture.models.askedCount(), 7);
        QCOMPARE(standOf(third, u"x"_s), NodeStand::Cached);
    }
};

KAGURA_TEST(TestWorkflowRun)
#include "tst_workflowrun.moc"
