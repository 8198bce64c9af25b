// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/subworkflowactivity.h"

#include "core/runs/runinputs.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

SubworkflowActivity::SubworkflowActivity(FrameRun &frame,
                                         const WorkflowNode &node,
                                         const SubworkflowStep &step,
                                         const QString &path)
    : NodeActivity(frame, node, path)
    , m_step(step)
{}

SubworkflowActivity::~SubworkflowActivity() = default;

void SubworkflowActivity::start()
{
    m_workflow = context().workflows.value(m_step.ref);
    Result<Json> inputs = Json::object();
    if (!m_workflow)
        inputs = Error{Error::Kind::BadRequest, u"there is no workflow %1"_s.arg(m_step.ref)};
    for (const auto &[name, value] : m_step.inputs) {
        if (!inputs)
            break;
        Result<Json> made = value.evaluate(frame());
        if (made)
            inputs.value()[name.toStdString()] = *std::move(made);
        else
            inputs = made.error();
    }
    if (inputs)
        inputs = completedInputs(*m_workflow, *inputs);
    if (!inputs) {
        end(NodeOutcome::failed(inputs.error(), attempt()));
        return;
    }
    noteStarted();
    m_graph = std::make_unique<RunGraph>(m_workflow->nodes);
    m_run = std::make_unique<FrameRun>(
        context(), *m_workflow, *m_graph, nullptr, path() + u'/',
        std::map<std::string, Json>{{"inputs", *std::move(inputs)},
                                    {"run", {{"id", toJson(context().state().id())}}}});
    m_run->setTolerant();
    m_run->begin([this] { ended(); });
}

void SubworkflowActivity::ended()
{
    if (m_isCancelled || context().isEnding) {
        end(NodeOutcome::cancelled());
        return;
    }
    frame().tolerate(m_run->toleratedCount());
    if (m_run->failure()) {
        end(NodeOutcome::failed(*m_run->failure()));
        return;
    }
    Result<Json> output = m_workflow->output.evaluate(*m_run);
    end(output ? NodeOutcome::succeeded(*std::move(output))
               : NodeOutcome::failed(output.error(), attempt()));
}

void SubworkflowActivity::cancel()
{
    m_isCancelled = true;
    if (m_run)
        m_run->cancel();
}

} // namespace kagura
