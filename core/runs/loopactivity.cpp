// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/loopactivity.h"

#include "core/runs/layeredscope.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

} // namespace

LoopActivity::LoopActivity(FrameRun &frame,
                           const RunGraph::Node &node,
                           const LoopStep &step,
                           const QString &path)
    : NodeActivity(frame, *node.node, path)
    , m_step(step)
    , m_body(*node.body)
{}

LoopActivity::~LoopActivity() = default;

void LoopActivity::start()
{
    for (const auto &[name, value] : m_step.vars) {
        Result<Json> made = value.evaluate(frame());
        if (!made) {
            end(NodeOutcome::failed(made.error(), attempt()));
            return;
        }
        m_vars[name.toStdString()] = *std::move(made);
    }
    noteStarted();
    iterate();
}

void LoopActivity::iterate()
{
    Json loop = m_vars;
    loop["index"] = m_index;
    m_iteration = std::make_unique<FrameRun>(
        context(), frame().workflow(), m_body, &frame(), u"%1[%2]."_s.arg(path()).arg(m_index),
        std::map<std::string, Json>{{"loop", std::move(loop)}});
    m_iteration->begin([this] { iterationEnded(); });
}

void LoopActivity::iterationEnded()
{
    if (m_isCancelled || context().isEnding) {
        end(NodeOutcome::cancelled());
        return;
    }
    frame().tolerate(m_iteration->toleratedCount());
    if (m_iteration->failure()) {
        end(NodeOutcome::failed(*m_iteration->failure()));
        return;
    }
    Json next = m_vars;
    for (const auto &[name, value] : m_step.next) {
        Result<Json> made = value.evaluate(*m_iteration);
        if (!made) {
            end(NodeOutcome::failed(made.error(), attempt()));
            return;
        }
        next[name.toStdString()] = *std::move(made);
    }
    m_vars = std::move(next);
    const QString iteration = u"%1[%2]"_s.arg(path()).arg(m_index);
    const NodeRecord *known = context().state().find(iteration);
    if (!known || !isTerminal(known->stand)) {
        note(Kind::LoopIterated, {{"index", m_index}});
        context().recorder().note(Kind::NodeCompleted, iteration, 1, {{"kind", "iteration"}});
    }
    Json loop = m_vars;
    loop["index"] = m_index++;
    const LayeredScope scope(*m_iteration, {{"loop", std::move(loop)}});
    bool isDone = false;
    if (m_step.until) {
        const Result<Json> until = m_step.until->evaluate(scope);
        if (!until || !until->is_boolean()) {
            end(NodeOutcome::failed(
                until ? Error{Error::Kind::BadRequest, u"`until` is neither true nor false"_s}
                      : until.error(),
                attempt()));
            return;
        }
        isDone = until->get<bool>();
    }
    if (isDone || m_index >= m_step.maxIterations) {
        conclude(!isDone);
        return;
    }
    m_iteration.release()->deleteLater();
    iterate();
}

void LoopActivity::conclude(bool isAtLimit)
{
    if (isAtLimit && m_step.until && m_step.failsAtLimit) {
        note(Kind::LimitHit, {{"limit", "max_iterations"}});
        end(NodeOutcome::failed(
            RunFailure{u"invalid_output"_s,
                       u"`until` did not hold after %1 iterations"_s.arg(m_index), attempt()}));
        return;
    }
    Json loop = m_vars;
    loop["index"] = m_index - 1;
    const LayeredScope scope(*m_iteration, {{"loop", std::move(loop)}});
    Result<Json> result = m_step.result.evaluate(scope);
    if (!result) {
        end(NodeOutcome::failed(result.error(), attempt()));
        return;
    }
    NodeOutcome outcome = NodeOutcome::succeeded(*std::move(result));
    outcome.fields = {{"iterations", m_index}, {"stopped_by", isAtLimit ? "limit" : "until"}};
    end(std::move(outcome));
}

void LoopActivity::cancel()
{
    m_isCancelled = true;
    if (m_iteration)
        m_iteration->cancel();
}

} // namespace kagura
