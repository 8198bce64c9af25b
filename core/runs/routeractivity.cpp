// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/routeractivity.h"

#include "core/agents/workflowlinks.h"
#include "core/runs/agentactivity.h"
#include "core/runs/framerun.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

RouterActivity::RouterActivity(FrameRun &frame,
                               const WorkflowNode &node,
                               const RouterStep &step,
                               const QString &path)
    : NodeActivity(frame, node, path)
    , m_step(step)
{}

RouterActivity::~RouterActivity() = default;

void RouterActivity::start()
{
    for (const RouterStep::Case &one : m_step.cases) {
        if (!one.when)
            continue;
        const Result<Json> holds = one.when->evaluate(frame());
        if (!holds || !holds->is_boolean()) {
            end(NodeOutcome::failed(
                holds ? Error{Error::Kind::BadRequest, u"a `when` is neither true nor false"_s}
                      : holds.error(),
                attempt()));
            return;
        }
        if (holds->get<bool>()) {
            choose(one.label);
            return;
        }
    }
    if (m_step.agent.isEmpty()) {
        choose(m_step.fallback);
        return;
    }
    const Result<QList<Message>> messages = renderPrompt(m_step.prompt, frame());
    if (!messages) {
        end(NodeOutcome::failed(messages.error(), attempt()));
        return;
    }
    AgentTurns::Task task;
    task.path = path();
    task.attempt = attempt();
    task.agent = m_step.agent;
    task.messages = question(*messages);
    Json labels = Json::array();
    for (const QString &label : workflowLabels(node())) {
        if (label != "error"_L1)
            labels.push_back(toJson(label));
    }
    task.schema = Json{{"type", "object"},
                       {"properties", {{"label", {{"type", "string"}, {"enum", labels}}}}},
                       {"required", {"label"}},
                       {"additionalProperties", false}};
    task.introduction = introduction();
    m_turns = std::make_unique<AgentTurns>(context(), frame().workflow(), node(), task);
    m_fingerprint = fingerprintOf(u"router"_s, {{"request", m_turns->firstRequest()}});
    if (std::optional<NodeOutcome> donated = donatedOutcome(context(), m_fingerprint, path())) {
        end(*std::move(donated));
        return;
    }
    m_turns->begin([this](const AgentTurns::Answer &answer, const RunFailure &failure) {
        if (!failure.type.isEmpty()) {
            end(outcomeOf(failure));
            return;
        }
        if (answer.isCached)
            m_from = u"cache"_s;
        choose(jsonString(answer.output, "label"));
    });
}

QList<Message> RouterActivity::question(QList<Message> messages) const
{
    QString text =
        u"Choose exactly one label for the above and answer with JSON: {\"label\": …}."_s;
    for (const RouterStep::Case &one : m_step.cases)
        text += u"\n- %1: %2"_s.arg(one.label, one.description);
    text += u"\nWhere none fits, choose %1."_s.arg(m_step.fallback);
    messages.append(Message::fromText(Role::User, text));
    return messages;
}

void RouterActivity::choose(const QString &label)
{
    note(RunEvent::Kind::RouterChosen, {{"kind", "router"}, {"label", toJson(label)}});
    NodeOutcome outcome = NodeOutcome::succeeded(toJson(label));
    outcome.label = label;
    outcome.fingerprint = m_fingerprint;
    outcome.from = m_from;
    end(std::move(outcome));
}

void RouterActivity::cancel()
{
    if (m_turns)
        m_turns->cancel();
    end(NodeOutcome::cancelled());
}

} // namespace kagura
