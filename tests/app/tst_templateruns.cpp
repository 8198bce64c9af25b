// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every template that is shipped, run to its end on the Guide: without a key, and as its plan says.

#include "app/services/runservice.h"
#include "app/services/services.h"
#include "core/agents/planner.h"
#include "core/agents/workflowtemplates.h"
#include "core/runs/runexport.h"
#include "core/tools/builtintools.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestTemplateRuns final : public QObject
{
    Q_OBJECT

private:
    struct Started
    {
        RunPlan plan;
        std::optional<RunState> state;
    };

    QTemporaryDir m_home;
    SystemResolver m_resolver;
    ToolRegistry m_tools;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<RunService> m_runs;
    std::map<QString, Started> m_started; //!< by template

    //! Says yes to whatever a run asks.
    void helpOn(const WorkflowRun &run) const
    {
        const auto command = [&](const Json &what) {
            m_runs->command(run.state().id(), what, m_runs.get(), [](const Result<Json> &) {});
        };
        for (const NodeRecord &node : run.state().nodes()) {
            if (node.stand == NodeStand::WaitingHuman && node.human)
                command({{"do", "answer"},
                         {"path", toJson(node.path)},
                         {"action", toJson(node.human->actions.value(0))},
                         {"fields", Json::object()}});
            for (const ToolRecord &tool : node.tools) {
                if (tool.stand == ToolRecord::Stand::ApprovalAsked)
                    command({{"do", "decide"},
                             {"call", toJson(tool.call)},
                             {"action", "approve"},
                             {"digest", toJson(tool.digest)}});
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("KAGURA_DATA_DIR", QFile::encodeName(m_home.filePath(u"data"_s)));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home.filePath(u"config"_s)));
        QVERIFY(QDir(m_home.path()).mkpath(u"granted"_s));
        for (const char *name : {"one.txt", "two.md"}) {
            QFile file(m_home.filePath(u"granted/"_s + QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("How do I connect a provider?");
        }
        m_services = std::make_unique<Services>(Services::Options());
        m_services->start();
        addBuiltinTools(m_tools, m_services->transport(), m_resolver);
        m_runs = std::move(RunService::open({m_services->providers(), m_services->catalogue(),
                                             m_services->clock(), &m_tools},
                                            RunService::Use::Brief))
                     .value();
        for (const WorkflowTemplate &one : workflowTemplates()) {
            RunService::Order order;
            order.definition = m_runs->read(one.file).definition.value();
            order.title = one.name;
            order.grants.folder = m_home.filePath(u"granted"_s);
            const Result<QString> run = m_runs->start(order);
            QVERIFY2(run, qPrintable(one.id));
            m_started[one.id].plan = Planner(*order.definition.workflow, {}).plan(Json::object());
            connect(m_runs->find(*run), &WorkflowRun::finished, this,
                    [this, id = one.id, live = m_runs->find(*run)] {
                        m_started[id].state = live->state();
                    });
        }
    }

    void cleanupTestCase()
    {
        m_runs.reset();
        m_services.reset();
        qunsetenv("KAGURA_DATA_DIR");
        qunsetenv("XDG_CONFIG_HOME");
    }

    // All at once: the Guide answers at the pace of a reader.
    void allOfThemEnd()
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_runs->liveRuns().isEmpty() && timer.elapsed() < patiently(30'000)) {
            for (const QString &run : m_runs->liveRuns()) {
                if (const WorkflowRun *live = m_runs->find(run);
                    live != nullptr && live->state().stand() == RunStand::Waiting)
                    helpOn(*live);
            }
            QTest::qWait(50);
        }
        QVERIFY(m_runs->liveRuns().isEmpty());
    }

    void eachSucceedsWithinItsPlan_data()
    {
        QTest::addColumn<QString>("id");
        for (const WorkflowTemplate &one : workflowTemplates())
            QTest::newRow(qPrintable(one.id)) << one.id;
    }
    void eachSucceedsWithinItsPlan()
    {
        QFETCH(const QString, id);
        const Started &started = m_started.at(id);
        QVERIFY(started.state);
        const RunState &state = *started.state;
        QVERIFY2(state.stand() == RunStand::Succeeded,
                 qPrintable(runStandName(state.stand()) + u": "_s
                            + state.failure().value_or(RunFailure()).message));
        QVERIFY(!state.output().isEmpty());
        QCOMPARE(state.spent().costMicroUsd, 0);
        qint64 calls = 0;
        for (const NodeRecord &node : state.nodes()) {
            QVERIFY2(!node.failure, qPrintable(node.path));
            calls += node.calls.size();
        }
        const PlanRange planned = started.plan.total.calls;
        QVERIFY2(calls >= planned.least && calls <= planned.most,
                 qPrintable(QString::number(calls)));
    }

    void eachCanBeExported()
    {
        for (const auto &[id, started] : m_started) {
            QVERIFY(started.state);
            for (int format = 0; format < 6; ++format)
                QVERIFY(exportedRun(*started.state, static_cast<RunExportFormat>(format),
                                    [](const RunValueRef &reference) { return reference.value; })
                            .size()
                        > 100);
        }
    }
};

KAGURA_TEST(TestTemplateRuns)
#include "tst_templateruns.moc"
