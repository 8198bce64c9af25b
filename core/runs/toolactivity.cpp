// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/toolactivity.h"

#include "core/runs/agentactivity.h"
#include "core/runs/framerun.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

ToolActivity::ToolActivity(FrameRun &frame,
                           const WorkflowNode &node,
                           const ToolStep &step,
                           const QString &path)
    : NodeActivity(frame, node, path)
    , m_step(step)
{}

ToolActivity::~ToolActivity() = default;

void ToolActivity::start()
{
    Result<Json> args = m_step.args.evaluate(frame());
    if (!args) {
        end(NodeOutcome::failed(args.error(), attempt()));
        return;
    }
    m_args = *std::move(args);
    m_fingerprint = fingerprintOf(u"tool"_s, {{"ref", toJson(m_step.tool.ref)}, {"args", m_args}});
    if (std::optional<NodeOutcome> donated = donatedOutcome(context(), m_fingerprint, path())) {
        end(*std::move(donated));
        return;
    }
    noteStarted({{"input", context().keepSent(m_args).toJson()}});
    call();
}

void ToolActivity::call()
{
    ToolCallRun::Order order;
    order.path = path();
    order.attempt = attempt();
    order.call = u"%1#%2"_s.arg(path()).arg(attempt());
    order.tool = m_step.tool;
    order.arguments = dumpJson(m_args);
    if (m_call)
        m_call.release()->deleteLater();
    m_call = std::make_unique<ToolCallRun>(context(), std::move(order));
    m_call->begin([this](const Json &output, const std::optional<RunFailure> &failure) {
        called(output, failure);
    });
}

void ToolActivity::called(const Json &output, const std::optional<RunFailure> &failure)
{
    if (!failure) {
        NodeOutcome outcome = NodeOutcome::succeeded(output);
        outcome.fingerprint = m_fingerprint;
        end(std::move(outcome));
        return;
    }
    const std::optional<WorkflowRetry> retry =
        node().retry ? node().retry : frame().workflow().retry;
    const bool isRepeated = retry && retry->on.contains(failure->type)
        && attempt() < retry->maxAttempts
        && m_step.tool.effect != WorkflowTool::Effect::NonIdempotent;
    if (!isRepeated) {
        RunFailure said = *failure;
        said.attempts = attempt();
        end(outcomeOf(said));
        return;
    }
    auto delay = retry->initial;
    for (int i = 1; i < attempt() && delay < retry->max; ++i)
        delay = std::chrono::milliseconds(
            static_cast<qint64>(static_cast<double>(delay.count()) * retry->factor));
    delay = std::min(delay, retry->max);
    note(RunEvent::Kind::NodeRetryScheduled,
         {{"after_ms", delay.count()}, {"error", failure->toJson()}});
    context().working(1);
    context().clock().callLater(delay, this, [this] {
        context().working(-1);
        if (hasEnded())
            return;
        nextAttempt();
        noteStarted();
        call();
    });
}

void ToolActivity::cancel()
{
    if (m_call)
        m_call->cancel();
    end(NodeOutcome::cancelled());
}

} // namespace kagura
