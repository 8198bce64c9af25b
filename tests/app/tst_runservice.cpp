// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/runservice.h"
#include "app/services/services.h"
#include "tests/app/runworkflows.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
Result<T> wait(const std::function<void(QObject *, RunService::Done<T>)> &call)
{
    std::optional<Result<T>> answer;
    QObject context;
    call(&context, [&](const Result<T> &given) { answer.emplace(given); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000); }();
    return answer ? *answer : Result<T>(Error{Error::Kind::Timeout, u"no answer came"_s});
}

Json agent(const char *prompt)
{
    return {{"kind", "agent"}, {"agent", "a"}, {"prompt", prompt}};
}

} // namespace

class TestRunService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home->filePath(u"data"_s)));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(u"config"_s)));
        m_server = std::make_unique<ScriptedServer>();
        ProviderConfig scripted;
        scripted.name = u"scripted"_s;
        scripted.needsKey = false;
        scripted.baseUrl = m_server->url("/v1");
        Services::Options options;
        options.providers = {scripted};
        m_services = std::make_unique<Services>(options);
        m_services->start();
        m_runs = openService();
    }

    void cleanup()
    {
        m_runs.reset();
        m_services.reset();
        m_server.reset();
        m_home.reset();
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("XDG_CONFIG_HOME");
    }

    void aWorkflowRunsOnTheGuideWithoutAKey()
    {
        const QString run = start(workflowFile(
            "guide",
            {{"ask", agent("How do I add a provider?")},
             {"length", {{"kind", "transform"}, {"value", "${size(nodes.ask.output) > 20}"}}}},
            "${nodes.length.output}"));
        waitFor(run);
        const Result<StoredRun> stored = load(run);
        QVERIFY(stored);
        QVERIFY2(stored->state.stand() == RunStand::Succeeded,
                 qPrintable(stored->state.failure().value_or(RunFailure()).message));
        QCOMPARE(*stored->state.output().value, Json(true));
        QCOMPARE(stored->state.spent().costMicroUsd, 0);
        QVERIFY(!stored->state.spent().hasUnknownCost);
        const auto list = wait<QList<RunSummary>>(
            [&](QObject *context, const auto &done) { m_runs->journal().list(10, context, done); });
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->constFirst().progress.done, 2);
    }

    void faultsAreNamedAndInputsChecked()
    {
        const RunService::Reading broken = m_runs->read("{\"format\": \"kagura/1\"}");
        QVERIFY(!broken.definition);
        QVERIFY(!broken.faults.isEmpty());
        RunService::Order order;
        order.definition =
            *m_runs->read(workflowFile("guide", {{"x", agent("hi")}}, "${nodes.x.output}"))
                 .definition;
        order.inputs = {{"surprise", 1}};
        const Result<QString> refused = m_runs->start(order);
        QCOMPARE(refused.error().kind, Error::Kind::BadRequest);
        QVERIFY(refused.error().message.contains("surprise"_L1));
    }

    void anotherProcessPausesAndCancelsThroughTheSocket()
    {
        m_server->answer(Script().head(200, "Content-Length: 9\r\n").hold());
        const QString run =
            start(workflowFile("scripted", {{"x", agent("hang")}}, "${nodes.x.output}"));
        QTRY_COMPARE(m_server->requestCount(), 1);
        const std::unique_ptr<RunService> other = openService();
        const auto command = [&](const Json &what) {
            return wait<Json>([&](QObject *context, const auto &done) {
                other->command(run, what, context, done);
            });
        };
        QCOMPARE(command({{"do", "pause"}})->at("state"), Json("pausing"));
        QCOMPARE(command({{"do", "levitate"}}).error().kind, Error::Kind::BadRequest);
        QVERIFY(command({{"do", "cancel"}}));
        waitFor(run);
        QCOMPARE(load(run)->state.stand(), RunStand::Cancelled);
        QTRY_COMPARE(m_server->liveCount(), 0);
        QVERIFY(command({{"do", "cancel"}}).error().message.contains("ended"_L1));
    }

    void aRunWhoseProcessIsGoneIsResumedByAnother()
    {
        m_server->answerNext(answer("first"));
        m_server->answer(Script().head(200, "Content-Length: 9\r\n").hold());
        const QString run = start(
            workflowFile("scripted", {{"x", agent("one")}, {"y", agent("two ${nodes.x.output}")}},
                         "${nodes.y.output}"));
        QTRY_COMPARE(m_server->requestCount(), 2);
        m_runs.reset();
        m_runs = openService();
        QTRY_COMPARE(m_server->liveCount(), 0);
        m_server->answer(answer("second"));
        const Result<QString> resumed = wait<QString>([&](QObject *context, const auto &done) {
            m_runs->resume(run, Json::object(), context, done);
        });
        QVERIFY2(resumed, qPrintable(resumed ? QString() : resumed.error().message));
        waitFor(run);
        QCOMPARE(*load(run)->state.output().value, Json("second"));
        QCOMPARE(m_server->requestCount(), 3);
        QCOMPARE(load(run)->state.possiblyBilledCalls(), 1);
    }

    void aRerunPaysOnlyForWhatIsNew()
    {
        m_server->answer(answer("fine"));
        const Json nodes = {{"x", agent("one")}, {"y", agent("two ${nodes.x.output}")}};
        const QString run = start(workflowFile("scripted", nodes, "${nodes.y.output}"));
        waitFor(run);
        RunService::Rerun rerun;
        rerun.run = run;
        rerun.madeAnew = u"y"_s;
        const Result<QString> again = wait<QString>(
            [&](QObject *context, const auto &done) { m_runs->rerun(rerun, context, done); });
        QVERIFY(again);
        waitFor(*again);
        QCOMPARE(m_server->requestCount(), 3);
        const Result<StoredRun> stored = load(*again);
        QCOMPARE(stored->state.parentRun(), run);
        QCOMPARE(stored->state.find(u"x"_s)->from, run);
        QCOMPARE(stored->state.spent().llmCalls, 1);
    }

    void aStormOfRefusalsStaysWithinItsBounds()
    {
        const int count = qEnvironmentVariableIsSet("KAGURA_TEST_DEEP") ? 1000 : 60;
        std::atomic_int asked = 0;
        m_server->answerWith([&](const ServedRequest &) {
            switch (asked++ % 4) {
            case 0:
                return Script::whole(429, "{}");
            case 1:
                return Script::whole(503, "{}");
            default:
                return answer("fine");
            }
        });
        const Json map = {{"kind", "map"},
                          {"over", "range"},
                          {"max_items", 1000},
                          {"on_item_error", "null"},
                          {"body", {{"one", agent("${item}")}}},
                          {"result", "${nodes.one.output}"}};
        Json list = Json::array();
        for (int i = 0; i < count; ++i)
            list.push_back(i);
        Json file = *parseJson(workflowFile("scripted", {{"m", map}}, "${nodes.m.counts}"));
        file["nodes"]["m"]["over"] = "inputs.list";
        file["inputs"] = {{"list", {{"schema", {{"type", "array"}}}}}};
        const QString run = start(dumpJson(file), {{"list", list}});
        waitFor(run, 120'000);
        QVERIFY(m_server->maxLiveCount() <= 3);
        QVERIFY(m_server->requestCount() <= 3 * count);
        const Result<StoredRun> stored = load(run);
        QVERIFY(isTerminal(stored->state.stand()));
        QCOMPARE(stored->state.find(u"m"_s)->itemCount, count);
        QCOMPARE(stored->state.progress().done, count);
    }

    void removedRunsAreGone()
    {
        m_server->answer(answer("fine"));
        const QString run =
            start(workflowFile("scripted", {{"x", agent("one")}}, "${nodes.x.output}"));
        waitFor(run);
        QVERIFY(wait<bool>(
            [&](QObject *context, const auto &done) { m_runs->remove(run, context, done); }));
        QVERIFY(!load(run));
    }

private:
    [[nodiscard]] std::unique_ptr<RunService> openService()
    {
        return std::move(RunService::open({m_services->providers(), m_services->catalogue(),
                                           m_services->clock()},
                                          RunService::Use::Brief))
            .value();
    }

    [[nodiscard]] static Script answer(const QByteArray &text)
    {
        return Script::stream(
            {"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n",
             "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
             "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}\n\n"
             "data: [DONE]\n\n"});
    }

    QString start(const QByteArray &file, const Json &inputs = Json::object())
    {
        const RunService::Reading reading = m_runs->read(file);
        for (const WorkflowFault &fault : reading.faults)
            qWarning() << fault.pointer << fault.message;
        RunService::Order order;
        order.definition = reading.definition.value();
        order.inputs = inputs;
        return m_runs->start(order).value();
    }

    void waitFor(const QString &run, int limitMs = 30'000)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_runs->find(run), limitMs);
    }

    [[nodiscard]] Result<StoredRun> load(const QString &run)
    {
        return wait<StoredRun>([&](QObject *context, const auto &done) {
            m_runs->journal().load(run, context, done);
        });
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<RunService> m_runs;
};

KAGURA_TEST(TestRunService)
#include "tst_runservice.moc"
