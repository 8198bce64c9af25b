// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflowreader.h"
#include "core/runs/workflowrun.h"
#include "tests/core/runs/fakemodels.h"
#include "tests/core/runs/runfixture.h"

#include <QSignalSpy>
#include <QTest>

namespace kagura::test {

//! Runs of workflows over models that a test plays, with a real journal.
class RunningFixture final
{
public:
    //! A workflow with the agent `a` and these nodes; more: what else the file has.
    [[nodiscard]] WorkflowRun::Definition define(const Json &nodes,
                                                 const Json &output,
                                                 const Json &more = Json::object())
    {
        Json file = {{"format", "kagura/1"},
                     {"id", "test"},
                     {"name", "Test"},
                     {"models",
                      {{"m", {{"provider", "fake"}, {"model", "first"}}},
                       {"n", {{"provider", "fake"}, {"model", "second"}}}}},
                     {"agents", {{"a", {{"model", "m"}}}}},
                     {"nodes", nodes},
                     {"output", output}};
        file.merge_patch(more);
        WorkflowRun::Definition definition;
        definition.file = dumpJson(file);
        WorkflowReader::Read read = WorkflowReader(m_schema).read(definition.file);
        for (const WorkflowFault &fault : read.faults)
            qWarning() << fault.pointer << fault.message;
        definition.workflow = std::make_shared<const Workflow>(std::move(read.workflow).value());
        return definition;
    }

    [[nodiscard]] WorkflowRun::Ports ports() { return {*runs.journal, models, clock, tools}; }

    std::unique_ptr<WorkflowRun> start(const WorkflowRun::Definition &definition,
                                       WorkflowRun::Start start = {})
    {
        if (start.id.isEmpty())
            start.id = QStringLiteral("run%1").arg(++m_count);
        auto run = std::make_unique<WorkflowRun>(ports(), definition, start);
        run->begin();
        return run;
    }

    //! To its end.
    std::unique_ptr<WorkflowRun> finish(const WorkflowRun::Definition &definition,
                                        const WorkflowRun::Start &how = {})
    {
        std::unique_ptr<WorkflowRun> run = start(definition, how);
        waitFor(*run);
        return run;
    }

    static void waitFor(WorkflowRun &run)
    {
        QSignalSpy finished(&run, &WorkflowRun::finished);
        while (finished.isEmpty() && finished.wait(20000)) {}
        QCOMPARE(finished.size(), 1);
    }

    //! As another process finds it.
    std::unique_ptr<WorkflowRun> resume(const WorkflowRun::Definition &definition,
                                        const QString &id)
    {
        runs.database->flush();
        auto run = std::make_unique<WorkflowRun>(ports(), definition, *runs.load(id));
        run->begin();
        return run;
    }

    //! The output of a run; null where there is none.
    [[nodiscard]] Json output(const WorkflowRun &run) { return value(run.state().output()); }
    [[nodiscard]] Json value(const RunValueRef &ref)
    {
        if (ref.value)
            return *ref.value;
        if (ref.hash.isEmpty())
            return {};
        return *RunFixture::wait<Json>([&](QObject *context, const RunJournal::Done<Json> &done) {
            runs.journal->value(ref.hash, context, done);
        });
    }

    //! Names and paths of what happened, in order.
    [[nodiscard]] QStringList story(const QString &run)
    {
        QStringList story;
        const Result<QList<RunEvent>> events = runs.events(run);
        for (const RunEvent &event : *events)
            story.append((runEventName(event) + u' ' + event.path).trimmed());
        return story;
    }

    RunFixture runs;
    FakeModels models;
    SystemClock clock;
    ToolRegistry *tools = nullptr;

private:
    WorkflowSchema m_schema;
    int m_count = 0;
};

} // namespace kagura::test
