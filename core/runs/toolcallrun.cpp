// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/toolcallrun.h"

#include "core/runs/contenthash.h"
#include "core/tools/toolapproval.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Kind = RunEvent::Kind;

// What the workflow says counts only where it is more careful than what the tool says of itself.
ToolEffect effectOf(const WorkflowTool &wanted, const Tool &tool)
{
    const auto said = static_cast<ToolEffect>(wanted.effect);
    return std::max(said, tool.effect());
}

const char *effectName(ToolEffect effect)
{
    switch (effect) {
    case ToolEffect::None:
        return "none";
    case ToolEffect::Idempotent:
        return "idempotent";
    case ToolEffect::NonIdempotent:
        break;
    }
    return "non_idempotent";
}

RunFailure toolError(const QString &message)
{
    return {u"tool_error"_s, message, 1};
}

} // namespace

ToolCallRun::ToolCallRun(RunContext &context, Order order)
    : m_context(context)
    , m_isContextAlive(&context)
    , m_order(std::move(order))
{}

ToolCallRun::~ToolCallRun()
{
    if (!m_isContextAlive)
        return;
    setWorking(false);
    giveSlotBack();
}

void ToolCallRun::begin(Ended ended)
{
    m_ended = std::move(ended);
    setWorking(true);
    m_tool = m_context.tools() ? m_context.tools()->find(m_order.tool.ref) : nullptr;
    if (!m_tool) {
        failLater(toolError(u"there is no tool %1 here"_s.arg(m_order.tool.ref)));
        return;
    }
    const Result<ToolRequest> request =
        ToolRequest::read(m_order.tool.ref, m_tool->spec(), m_order.arguments);
    if (!request) {
        failLater(toolError(request.error().message));
        return;
    }
    m_request = *request;
    m_effect = effectOf(m_order.tool, *m_tool);
    const NodeRecord *node = m_context.state().find(m_order.path);
    const ToolRecord *known = nullptr;
    if (node) {
        for (const ToolRecord &one : node->tools)
            known = one.call == m_order.call ? &one : known;
    }
    using Stand = ToolRecord::Stand;
    if (known && known->stand == Stand::Completed) {
        if (const std::optional<Json> output = m_context.value(known->output)) {
            QMetaObject::invokeMethod(
                this, [this, output = *output] { end(output, std::nullopt); },
                Qt::QueuedConnection);
            return;
        }
    }
    if (known && (known->stand == Stand::Failed || known->stand == Stand::Rejected)) {
        failLater(known->failure.value_or(toolError(u"the person refused this call"_s)));
        return;
    }
    if (known && (known->stand == Stand::Begun || known->stand == Stand::InDoubt)
        && m_effect == ToolEffect::NonIdempotent) {
        doubt();
        return;
    }
    if (!known) {
        Json data = m_order.introduction;
        data["tool"] = toJson(m_order.tool.ref);
        data["args"] = m_context.keepSent(m_request->arguments()).toJson();
        data["effect"] = effectName(m_effect);
        data["digest"] = m_request->callDigest().toStdString();
        note(Kind::ToolRequested, std::move(data));
    }
    // An approval is for these very arguments and this very tool.
    const bool wasApproved = known && known->digest == QLatin1String(m_request->callDigest())
        && (known->stand == Stand::Approved || known->stand == Stand::Begun);
    if (wasApproved || m_order.tool.approval == WorkflowTool::Approval::Never
        || (m_order.tool.approval == WorkflowTool::Approval::Once
            && m_context.isApproved(*m_request)))
        askForSlot();
    else
        askForApproval();
}

void ToolCallRun::askForApproval()
{
    note(Kind::ToolApprovalAsked);
    setWorking(false);
    m_context.waitForPerson(m_order.call, this,
                            [this](const Json &answer) { return approved(answer); });
}

Result<void> ToolCallRun::approved(const Json &answer)
{
    const QString digest = jsonString(answer, "digest");
    if (!digest.isEmpty() && digest != QLatin1String(m_request->callDigest()))
        return Error{Error::Kind::BadRequest,
                     u"this call is not the one that was shown; look at it again"_s};
    const QString action = jsonString(answer, "action");
    if (action != "approve"_L1 && action != "reject"_L1)
        return Error{Error::Kind::BadRequest, u"a call is answered with approve or reject"_s};
    const bool isApproved = action == "approve"_L1;
    note(isApproved ? Kind::ToolApproved : Kind::ToolRejected);
    if (isApproved && m_order.tool.approval == WorkflowTool::Approval::Once)
        m_context.approve(ToolApproval(*m_request, ToolApproval::Scope::Tool));
    setWorking(true);
    m_context.recorder().whenDurable(Database::Durability::Full, this, [this, isApproved] {
        if (!m_ended)
            return;
        if (isApproved)
            askForSlot();
        else
            end({}, toolError(u"the person refused this call"_s));
    });
    return {};
}

void ToolCallRun::doubt()
{
    note(Kind::ToolInDoubt);
    setWorking(false);
    m_context.waitForPerson(m_order.call, this,
                            [this](const Json &answer) { return resolved(answer); });
}

Result<void> ToolCallRun::resolved(const Json &answer)
{
    const QString action = jsonString(answer, "action");
    if (action == "again"_L1) {
        note(Kind::ToolResolved, {{"how", "again"}});
        setWorking(true);
        askForSlot();
    } else if (action == "happened"_L1) {
        const Json output = jsonMember(answer, "output");
        note(Kind::ToolResolved, {{"how", "happened"}});
        note(Kind::ToolCompleted, {{"output", m_context.recorder().keep(output).toJson()}});
        setWorking(true);
        QMetaObject::invokeMethod(
            this, [this, output] { end(output, std::nullopt); }, Qt::QueuedConnection);
    } else if (action == "fail"_L1) {
        const RunFailure failure = toolError(u"it is not known whether this call happened"_s);
        note(Kind::ToolResolved, {{"how", "fail"}});
        note(Kind::ToolFailed, {{"error", failure.toJson()}});
        setWorking(true);
        failLater(failure);
    } else {
        return Error{Error::Kind::BadRequest,
                     u"a call in doubt is answered with happened, again or fail"_s};
    }
    return {};
}

void ToolCallRun::askForSlot()
{
    const QString limit = m_context.budget().toolHurdle(m_context.state().spent());
    if (!limit.isEmpty()) {
        failLater(
            {u"budget"_s, u"the budget of the run (%1) does not allow this call"_s.arg(limit), 1});
        return;
    }
    const QString reason = m_context.runSlots().ask({}, 0, this, [this] {
        m_hasSlot = true;
        if (!m_ended) {
            giveSlotBack();
            return;
        }
        setWorking(true);
        announce();
    });
    if (!reason.isEmpty())
        setWorking(false);
}

void ToolCallRun::announce()
{
    note(Kind::ToolIntent);
    const auto durability = m_effect == ToolEffect::NonIdempotent ? Database::Durability::Full
                                                                  : Database::Durability::Normal;
    m_context.recorder().whenDurable(durability, this, [this] {
        if (m_ended)
            run();
    });
}

void ToolCallRun::run()
{
    ToolTask task;
    task.arguments = m_request->arguments();
    task.grants = m_context.grants;
    task.key = contentHash((m_context.state().id() + u'\n' + m_order.call).toUtf8());
    m_reply = m_tool->run(task);
    connect(m_reply.get(), &Handle::finished, this, &ToolCallRun::settle);
    if (m_order.tool.timeout) {
        m_context.clock().callLater(*m_order.tool.timeout, m_reply.get(), [this] {
            if (!m_ended)
                return;
            note(Kind::ToolFailed, {{"error", toolError(u"it took too long"_s).toJson()}});
            end({}, RunFailure{u"timeout"_s, u"the tool took too long"_s, 1});
        });
    }
}

void ToolCallRun::settle()
{
    if (!m_ended)
        return;
    if (const std::optional<Error> failure = m_reply->failure()) {
        const RunFailure said = failure->kind == Error::Kind::Cancelled
            ? RunFailure{u"cancelled"_s, failure->message, 1}
            : toolError(failure->message);
        note(Kind::ToolFailed, {{"error", said.toJson()}});
        end({}, said);
        return;
    }
    const Json output = m_reply->output();
    note(Kind::ToolCompleted, {{"output", m_context.recorder().keep(output).toJson()}});
    end(output, std::nullopt);
}

void ToolCallRun::cancel()
{
    if (!m_ended)
        return;
    m_context.stopWaiting(m_order.call);
    if (m_reply && !m_reply->isFinished())
        m_reply->cancel();
    end({}, RunFailure{u"cancelled"_s, u"it was cancelled"_s, 1});
}

void ToolCallRun::failLater(const RunFailure &failure)
{
    QMetaObject::invokeMethod(
        this, [this, failure] { end({}, failure); }, Qt::QueuedConnection);
}

void ToolCallRun::end(const Json &output, const std::optional<RunFailure> &failure)
{
    if (m_reply)
        m_reply.release()->deleteLater();
    setWorking(false);
    const QPointer<ToolCallRun> self(this);
    if (const Ended ended = std::exchange(m_ended, {}))
        ended(output, failure);
    if (self)
        giveSlotBack();
}

void ToolCallRun::note(Kind kind, Json data)
{
    data["call"] = toJson(m_order.call);
    m_context.recorder().note(kind, m_order.path, m_order.attempt, std::move(data));
}

void ToolCallRun::giveSlotBack()
{
    if (std::exchange(m_hasSlot, false))
        m_context.runSlots().giveBack({});
}

void ToolCallRun::setWorking(bool isWorking)
{
    if (std::exchange(m_isWorking, isWorking) != isWorking)
        m_context.working(isWorking ? 1 : -1);
}

} // namespace kagura
