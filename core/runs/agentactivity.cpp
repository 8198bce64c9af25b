// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/agentactivity.h"

#include "core/runs/contenthash.h"
#include "core/runs/framerun.h"
#include "core/runs/modelrequest.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

// Raised when the same parts come to mean something else, so that nothing old is taken over.
constexpr int SemanticsVersion = 1;

} // namespace

QString fingerprintOf(const QString &kind, Json parts)
{
    parts["kind"] = toJson(kind);
    parts["semantics"] = SemanticsVersion;
    return contentHash(dumpJson(parts)); // whose keys are sorted
}

std::optional<NodeOutcome> donatedOutcome(const RunContext &context,
                                          const QString &fingerprint,
                                          const QString &path)
{
    const DonatedResult *donated = context.donated(fingerprint, path);
    if (!donated)
        return std::nullopt;
    NodeOutcome outcome = NodeOutcome::succeeded(donated->output);
    outcome.fields = donated->fields;
    outcome.label = donated->label;
    outcome.fingerprint = fingerprint;
    outcome.from = donated->run;
    return outcome;
}

NodeOutcome outcomeOf(const RunFailure &failure)
{
    return failure.type == "cancelled"_L1 ? NodeOutcome::cancelled() : NodeOutcome::failed(failure);
}

AgentActivity::AgentActivity(FrameRun &frame,
                             const WorkflowNode &node,
                             const AgentStep &step,
                             const QString &path)
    : NodeActivity(frame, node, path)
    , m_step(step)
{}

AgentActivity::~AgentActivity() = default;

void AgentActivity::start()
{
    const Workflow &workflow = frame().workflow();
    const Result<QList<Message>> messages = renderPrompt(m_step.prompt, frame());
    const std::optional<ValueTemplate> &system =
        m_step.system ? m_step.system : workflow.agents.at(m_step.agent).system;
    const Result<QString> systemText = system ? system->text(frame()) : Result<QString>(QString());
    if (!messages || !systemText) {
        end(NodeOutcome::failed(messages ? systemText.error() : messages.error(), attempt()));
        return;
    }
    AgentTurns::Task task;
    task.path = path();
    task.attempt = attempt();
    task.agent = m_step.agent;
    task.system = *systemText;
    task.messages = *messages;
    task.schema = m_step.outputSchema;
    task.introduction = introduction();
    for (int sample = 0; sample < m_step.samples; ++sample) {
        task.sample = sample;
        m_samples.push_back(std::make_unique<AgentTurns>(context(), workflow, node(), task));
    }
    m_fingerprint = fingerprintOf(
        u"agent"_s, {{"request", m_samples.front()->firstRequest()}, {"samples", m_step.samples}});
    if (std::optional<NodeOutcome> donated = donatedOutcome(context(), m_fingerprint, path())) {
        end(*std::move(donated));
        return;
    }
    m_answers.resize(m_samples.size());
    m_open = m_samples.size();
    for (std::size_t i = 0; i < m_samples.size() && !hasEnded(); ++i) {
        m_samples[i]->begin([this, i](const AgentTurns::Answer &answer, const RunFailure &failure) {
            heard(i, answer, failure);
        });
    }
}

void AgentActivity::heard(std::size_t sample,
                          const AgentTurns::Answer &answer,
                          const RunFailure &failure)
{
    if (hasEnded())
        return;
    if (!failure.type.isEmpty()) {
        const NodeOutcome outcome = outcomeOf(failure);
        // The others are of no use any more.
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            if (i != sample)
                m_samples[i]->cancel();
        }
        end(outcome);
        return;
    }
    m_answers[sample] = answer;
    if (--m_open == 0)
        conclude();
}

void AgentActivity::conclude()
{
    const AgentTurns::Answer &first = m_answers.front();
    NodeOutcome outcome = NodeOutcome::succeeded(first.output);
    const bool isCached = std::all_of(m_answers.begin(), m_answers.end(),
                                      [](const AgentTurns::Answer &one) { return one.isCached; });
    outcome.fields = {
        {"usage", usageToJson(first.usage)}, {"model", toJson(first.model)}, {"cached", isCached}};
    if (m_step.outputSchema)
        outcome.fields["text"] = toJson(first.text);
    if (!first.toolCalls.empty())
        outcome.fields["tool_calls"] = first.toolCalls;
    if (m_answers.size() > 1) {
        Json &samples = outcome.fields["samples"] = Json::array();
        for (const AgentTurns::Answer &one : m_answers)
            samples.push_back(one.output);
    }
    outcome.fingerprint = m_fingerprint;
    if (isCached)
        outcome.from = u"cache"_s;
    end(std::move(outcome));
}

void AgentActivity::cancel()
{
    if (hasEnded())
        return;
    // Each of them would end the node with its own cancellation; the first one does.
    for (const std::unique_ptr<AgentTurns> &sample : m_samples)
        sample->cancel();
    end(NodeOutcome::cancelled());
}

} // namespace kagura
