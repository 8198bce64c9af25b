// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/humanactivity.h"

#include "core/runs/agentactivity.h"
#include "core/runs/answershape.h"
#include "core/runs/framerun.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

} // namespace

HumanActivity::HumanActivity(FrameRun &frame,
                             const WorkflowNode &node,
                             const HumanStep &step,
                             const QString &path)
    : NodeActivity(frame, node, path)
    , m_step(step)
{}

HumanActivity::~HumanActivity() = default;

void HumanActivity::start()
{
    const Result<QString> message = m_step.message.text(frame());
    if (!message) {
        end(NodeOutcome::failed(message.error(), attempt()));
        return;
    }
    Json actions = Json::array();
    for (const QString &action : m_step.actions)
        actions.push_back(toJson(action));
    m_fingerprint = fingerprintOf(
        u"human"_s,
        {{"message", toJson(*message)}, {"fields", m_step.fields}, {"actions", actions}});
    if (std::optional<NodeOutcome> donated = donatedOutcome(context(), m_fingerprint, path())) {
        end(*std::move(donated));
        return;
    }
    const NodeRecord *known = record();
    const bool isAsked = known && known->stand == NodeStand::WaitingHuman && known->human;
    if (isAsked && !known->human->action.isEmpty()) {
        conclude(known->human->action, known->human->answer);
        return;
    }
    qint64 untilMs = isAsked ? known->human->untilMs : 0;
    const qint64 nowMs = context().clock().wall().toMSecsSinceEpoch();
    if (!isAsked) {
        if (m_step.timeout)
            untilMs = nowMs + std::chrono::milliseconds(*m_step.timeout).count();
        Json data = introduction();
        data["message"] = toJson(*message);
        data["fields"] = m_step.fields;
        data["actions"] = std::move(actions);
        data["until_ms"] = untilMs;
        note(Kind::HumanAsked, std::move(data));
    }
    context().waitForPerson(path(), this, [this](const Json &answer) { return answered(answer); });
    if (untilMs > 0) {
        context().clock().callLater(std::chrono::milliseconds(std::max<qint64>(0, untilMs - nowMs)),
                                    this, [this] {
                                        if (hasEnded())
                                            return;
                                        context().stopWaiting(path());
                                        take(m_step.onTimeout, Json::object(), "timeout");
                                    });
    }
}

Result<void> HumanActivity::answered(const Json &answer)
{
    const QString action = jsonString(answer, "action");
    if (!m_step.actions.contains(action))
        return Error{
            Error::Kind::BadRequest,
            u"%1 is no action here; there are %2"_s.arg(action, m_step.actions.join(u", "_s))};
    Json fields = jsonMember(answer, "fields");
    if (!fields.is_object())
        fields = Json::object();
    const Json schema = {{"type", "object"}, {"properties", m_step.fields}};
    if (const std::optional<Error> fault = schemaFault(schema, fields))
        return *fault;
    take(action, fields, "person");
    return {};
}

void HumanActivity::take(const QString &action, const Json &fields, const char *by)
{
    note(Kind::HumanAnswered, {{"action", toJson(action)}, {"fields", fields}, {"by", by}});
    context().working(1);
    context().recorder().whenDurable(Database::Durability::Full, this, [this, action, fields] {
        context().working(-1);
        conclude(action, fields);
    });
}

void HumanActivity::conclude(const QString &action, const Json &fields)
{
    NodeOutcome outcome = NodeOutcome::succeeded(fields);
    outcome.fields = {{"action", toJson(action)}};
    outcome.label = action;
    outcome.fingerprint = m_fingerprint;
    end(std::move(outcome));
}

void HumanActivity::cancel()
{
    context().stopWaiting(path());
    end(NodeOutcome::cancelled());
}

} // namespace kagura
