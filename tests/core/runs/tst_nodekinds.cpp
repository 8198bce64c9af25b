// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The kinds of nodes that others work in: teams, tools with their approvals, reductions, workflows
// within workflows.

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

class CountingReply final : public ToolReply
{
public:
    //! No output: it never ends by itself.
    explicit CountingReply(const Json &output)
    {
        if (output.is_null())
            return;
        QMetaObject::invokeMethod(
            this, [this, output] { succeed(output); }, Qt::QueuedConnection);
    }
    void cancel() override { finish(Error{Error::Kind::Cancelled, {}}); }
};

//! Gives back its text, and counts.
class CountingTool final : public Tool
{
public:
    explicit CountingTool(ToolEffect effect)
        : m_effect(effect)
    {
        m_spec.name = u"count"_s;
        m_spec.parameters = {{"type", "object"},
                             {"properties", {{"text", {{"type", "string"}}}}},
                             {"required", {"text"}}};
    }
    [[nodiscard]] const ToolSpec &spec() const override { return m_spec; }
    [[nodiscard]] ToolEffect effect() const override { return m_effect; }
    [[nodiscard]] std::unique_ptr<ToolReply> run(const ToolTask &task) override
    {
        keys.append(task.key);
        return std::make_unique<CountingReply>(isHeld ? Json() : task.arguments.at("text"));
    }

    QStringList keys;
    bool isHeld = false;

private:
    ToolSpec m_spec;
    ToolEffect m_effect;
};

Json toolNode(const char *approval, const char *effect = "non_idempotent")
{
    return {{"kind", "tool"},
            {"tool", {{"ref", "builtin:count"}, {"approval", approval}, {"effect", effect}}},
            {"args", {{"text", "hello"}}}};
}

} // namespace

class TestNodeKinds final : public QObject
{
    Q_OBJECT

private:
    ToolRegistry m_tools;
    CountingTool *m_tool = nullptr;

    [[nodiscard]] static QString callOf(const WorkflowRun &run, const QString &path)
    {
        const NodeRecord *node = run.state().find(path);
        return node && !node->tools.isEmpty() ? node->tools.constLast().call : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto tool = std::make_unique<CountingTool>(ToolEffect::NonIdempotent);
        m_tool = tool.get();
        m_tools.add(u"builtin:count"_s, std::move(tool));
    }
    void init() { m_tool->keys.clear(); }

    void aToolWaitsForApprovalAndRunsOnce()
    {
        RunningFixture fixture;
        fixture.tools = &m_tools;
        const auto run =
            fixture.start(fixture.define({{"t", toolNode("always")}}, "${nodes.t.output}"));
        QTRY_COMPARE(run->state().stand(), RunStand::Waiting);
        QVERIFY(m_tool->keys.isEmpty());
        const ToolRecord asked = run->state().find(u"t"_s)->tools.constFirst();
        QVERIFY(!run->decide(asked.call, {{"action", "approve"}, {"digest", "another"}}));
        QVERIFY(run->decide(asked.call,
                            {{"action", "approve"}, {"digest", asked.digest.toStdString()}}));
        fixture.waitFor(*run);
        QCOMPARE(fixture.output(*run), Json("hello"));
        QCOMPARE(m_tool->keys.size(), 1);
        QVERIFY(fixture.story(run->id()).contains(u"tool.intent t"_s));
        QVERIFY(fixture.runs.load(run->id())->state == run->state());
    }

    void aRefusedToolFailsItsNode()
    {
        RunningFixture fixture;
        fixture.tools = &m_tools;
        const auto run =
            fixture.start(fixture.define({{"t", toolNode("always")}}, "${nodes.t.output}"));
        QTRY_COMPARE(run->state().stand(), RunStand::Waiting);
        QVERIFY(run->decide(callOf(*run, u"t"_s), {{"action", "reject"}}));
        fixture.waitFor(*run);
        QCOMPARE(run->state().failure()->type, u"tool_error"_s);
        QVERIFY(m_tool->keys.isEmpty());
    }

    void anAgentCallsToolsAndAnApprovalForOnceCoversTheRest()
    {
        RunningFixture fixture;
        fixture.tools = &m_tools;
        fixture.models.answerWith([](const ChatRequest &request) {
            const qsizetype turn = request.messages.size();
            if (turn >= 5)
                return saying(u"done"_s);
            FakeProvider::Script script;
            script.events = {ToolCall{u"c%1"_s.arg(turn), u"count"_s, R"({"text": "again"})"}};
            return script;
        });
        const Json tools = {{{"ref", "builtin:count"}, {"approval", "once"}}};
        const auto run = fixture.start(fixture.define({{"x", agent("go")}}, "${nodes.x.output}",
                                                      {{"agents", {{"a", {{"tools", tools}}}}}}));
        QTRY_COMPARE(run->state().stand(), RunStand::Waiting);
        QVERIFY(run->decide(callOf(*run, u"x"_s), {{"action", "approve"}}));
        fixture.waitFor(*run);
        QCOMPARE(run->state().stand(), RunStand::Succeeded);
        QCOMPARE(m_tool->keys.size(), 2);
        QVERIFY(m_tool->keys.first() != m_tool->keys.last());
    }

    void aCallThatWasCutOffIsInDoubt()
    {
        RunningFixture fixture;
        fixture.tools = &m_tools;
        const auto definition = fixture.define({{"t", toolNode("never")}}, "${nodes.t.output}");
        m_tool->isHeld = true;
        std::unique_ptr<WorkflowRun> run = fixture.start(definition);
        QTRY_VERIFY(!m_tool->keys.isEmpty());
        m_tool->isHeld = false;
        const QString id = run->id();
        run.reset(); // it has begun, and nobody heard of its end
        run = fixture.resume(definition, id);
        QTRY_COMPARE(run->state().stand(), RunStand::Waiting);
        QCOMPARE(run->state().find(u"t"_s)->stand, NodeStand::InDoubt);
        QVERIFY(!run->decide(callOf(*run, u"t"_s), {{"action", "approve"}}));
        QVERIFY(run->decide(callOf(*run, u"t"_s), {{"action", "happened"}, {"output", "seen"}}));
        fixture.waitFor(*run);
        QCOMPARE(fixture.output(*run), Json("seen"));
        QCOMPARE(m_tool->keys.size(), 1);
    }

    void aTeamTakesTurns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("decides");
        QTest::addColumn<int>("maxTurns");
        QTest::addColumn<int>("asked");
        QTest::newRow("one after the other") << u"round_robin"_s << u"last"_s << 3 << 3;
        QTest::newRow("a debate of two rounds") << u"debate"_s << u"vote"_s << 2 << 4;
        QTest::newRow("a debate with a lead") << u"debate"_s << u"lead"_s << 1 << 3;
    }
    void aTeamTakesTurns()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, decides);
        QFETCH(int, maxTurns);
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &request) {
            return saying(u"%1 heard %2"_s.arg(request.model).arg(request.messages.size()));
        });
        const Json team = {{"kind", "team"},
                           {"pattern", pattern.toStdString()},
                           {"members", {"a", "b"}},
                           {"lead", "a"},
                           {"prompt", "Discuss."},
                           {"max_turns", maxTurns},
                           {"final", decides.toStdString()}};
        const auto run = fixture.finish(
            fixture.define({{"t", team}}, {"${nodes.t.output}", "${size(nodes.t.transcript)}"},
                           {{"agents", {{"b", {{"model", "n"}}}}}}));
        QVERIFY2(run->state().stand() == RunStand::Succeeded,
                 qPrintable(run->state().failure().value_or(RunFailure()).message));
        QTEST(fixture.models.askedCount(), "asked");
        QVERIFY(toQString(fixture.output(*run)[0]).contains("heard"_L1));
        QCOMPARE(run->state().find(u"t[0]"_s)->kind, u"turn"_s);
    }

    void aSupervisorChoosesAndFinishes()
    {
        RunningFixture fixture;
        fixture.models.answerWith([](const ChatRequest &request) {
            if (request.tools.isEmpty())
                return saying(u"my part"_s);
            const bool hasHeard = request.messages.constLast().text().contains("my part"_L1);
            FakeProvider::Script script;
            script.events = {hasHeard ? ToolCall{u"1"_s, u"finish"_s, R"({"answer": "all done"})"}
                                      : ToolCall{u"1"_s, u"next_speaker"_s,
                                                 R"({"member": "b", "request": "go"})"}};
            return script;
        });
        const Json team = {{"kind", "team"}, {"pattern", "supervisor"}, {"members", {"b"}},
                           {"lead", "a"},    {"prompt", "Work."},       {"max_turns", 5}};
        const auto run = fixture.finish(fixture.define({{"t", team}}, "${nodes.t.output}",
                                                       {{"agents", {{"b", {{"model", "n"}}}}}}));
        QCOMPARE(fixture.output(*run), Json("all done"));
        QCOMPARE(fixture.models.askedCount(), 3);
    }

    void aModelReducesInATree()
    {
        RunningFixture fixture;
        const Json reduce = {{"kind", "reduce"}, {"mode", "llm"}, {"over", "[1, 2, 3, 4, 5]"},
                             {"agent", "a"},     {"fan_in", 2},   {"prompt", "sum ${items}"}};
        const auto run = fixture.finish(fixture.define({{"r", reduce}}, "${nodes.r.output}"));
        QCOMPARE(run->state().stand(), RunStand::Succeeded);
        QCOMPARE(fixture.models.askedCount(), 3 + 2 + 1);
    }

    void listsAreReducedByRule_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("over");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("joined") << QByteArray(R"({"mode": "concat", "separator": "-"})")
                                << QByteArray("[\"a\", 2]") << QByteArray("\"a-2\"");
        QTest::newRow("collected") << QByteArray(R"({"mode": "collect"})")
                                   << QByteArray("[[1], 2, [3, 4]]") << QByteArray("[1,2,3,4]");
        QTest::newRow("merged") << QByteArray(R"({"mode": "merge"})")
                                << QByteArray("[{\"a\": 1}, {\"a\": 2}]")
                                << QByteArray("{\"a\":2}");
        QTest::newRow("the first of equals") << QByteArray(R"({"mode": "vote", "key": "item"})")
                                             << QByteArray("[\"y\", \"x\"]") << QByteArray("\"y\"");
        QTest::newRow("the best") << QByteArray(R"({"mode": "best", "key": "item.n"})")
                                  << QByteArray("[{\"n\": 1}, {\"n\": 3}]")
                                  << QByteArray("{\"n\":3}");
    }
    void listsAreReducedByRule()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, over);
        RunningFixture fixture;
        Json reduce = *parseJson(rule);
        reduce["kind"] = "reduce";
        reduce["over"] = over.toStdString();
        const auto run = fixture.finish(fixture.define({{"r", reduce}}, "${nodes.r.output}"));
        QTEST(dumpJson(fixture.output(*run)), "expected");
    }

    void aWorkflowRunsWithinAnother()
    {
        RunningFixture fixture;
        const auto inner =
            fixture.define({{"x", agent("in ${inputs.word}")}}, "${nodes.x.output}",
                           {{"inputs", {{"word", {{"schema", {{"type", "string"}}}}}}}});
        auto outer = fixture.define(
            {{"sub",
              {{"kind", "workflow"}, {"ref", "inner.json"}, {"inputs", {{"word", "deep"}}}}}},
            "${nodes.sub.output}");
        outer.workflows.insert(u"inner.json"_s, inner);
        const auto run = fixture.finish(outer);
        QCOMPARE(fixture.output(*run), Json("answer to in deep"));
        QCOMPARE(run->state().find(u"sub/x"_s)->parent, u"sub"_s);
        QVERIFY(!run->state().settings().at("workflows").empty());
    }

    void aRouterAsksAModel()
    {
        RunningFixture fixture;
        fixture.models.answerWith(
            [](const ChatRequest &) { return saying(u"{\"label\": \"sums\"}"_s); });
        const Json router = {{"kind", "router"},
                             {"agent", "a"},
                             {"prompt", "2 + 2?"},
                             {"cases", {{{"label", "sums"}, {"description", "arithmetic"}}}},
                             {"default", "talk"}};
        const auto run = fixture.finish(fixture.define({{"r", router}}, "${nodes.r.output}"));
        QCOMPARE(fixture.output(*run), Json("sums"));
    }
};

KAGURA_TEST(TestNodeKinds)
#include "tst_nodekinds.moc"
