// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runcontext.h"

#include "core/runs/framerun.h"

#include <algorithm>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

RunContext::RunContext(RunRecorder &recorder,
                       ModelPort &models,
                       ToolRegistry *tools,
                       Clock &clock,
                       const WorkflowLimits &limits)
    : m_recorder(recorder)
    , m_models(models)
    , m_tools(tools)
    , m_clock(clock)
    , m_slots(limits, clock)
    , m_budget(recorder.state().budget())
    , m_executionLimit(limits.maxNodeExecutions)
{
    m_budget.setLost(recorder.state().spent().openMicroUsd);
}

void RunContext::addValues(const QHash<QString, QByteArray> &values)
{
    m_values.insert(values);
}

std::optional<QByteArray> RunContext::bytes(const QString &hash) const
{
    const auto found = m_values.find(hash);
    return found == m_values.end() ? std::nullopt : std::optional<QByteArray>(*found);
}

std::optional<Json> RunContext::value(const RunValueRef &ref) const
{
    if (ref.value)
        return ref.value;
    const std::optional<QByteArray> kept = bytes(ref.hash);
    if (!kept)
        return std::nullopt;
    Result<Json> value = parseJson(*kept);
    return value ? std::optional<Json>(*std::move(value)) : std::nullopt;
}

RunValueRef RunContext::keepSent(const Json &value)
{
    if (m_secrets.isEmpty())
        return m_recorder.keep(value);
    QByteArray text = dumpJson(value);
    for (const QByteArray &secret : m_secrets)
        text.replace(secret, "[secret]");
    const Result<Json> redacted = parseJson(text);
    return m_recorder.keep(redacted ? *redacted : Json("[secret]"));
}

std::optional<Json> RunContext::resultOf(const NodeRecord &node) const
{
    Json result = Json::object();
    if (!node.fields.isEmpty()) {
        std::optional<Json> fields = value(node.fields);
        if (!fields || !fields->is_object())
            return std::nullopt;
        result = *std::move(fields);
    }
    if (node.output.isEmpty())
        return std::nullopt;
    std::optional<Json> output = value(node.output);
    if (!output)
        return std::nullopt;
    result["output"] = *std::move(output);
    return result;
}

void RunContext::donate(const QString &fingerprint, const DonatedResult &result)
{
    m_donated.insert(fingerprint, result);
}

const DonatedResult *RunContext::donated(const QString &fingerprint, const QString &path) const
{
    const auto found = m_donated.find(fingerprint);
    if (found == m_donated.end() || (m_isMadeAnew && m_isMadeAnew(path)))
        return nullptr;
    return &*found;
}

void RunContext::setMadeAnew(std::function<bool(const QString &path)> isMadeAnew)
{
    m_isMadeAnew = std::move(isMadeAnew);
}

void RunContext::addFrame(FrameRun &frame)
{
    m_frames.insert(frame.prefix(), &frame);
}

void RunContext::removeFrame(const FrameRun &frame)
{
    if (m_frames.value(frame.prefix()) == &frame)
        m_frames.remove(frame.prefix());
}

FrameRun *RunContext::frameOf(const QString &path) const
{
    const qsizetype end = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'/'));
    return m_frames.value(path.left(end + 1));
}

void RunContext::proceed()
{
    const QList<FrameRun *> frames = m_frames.values();
    for (FrameRun *frame : frames) {
        if (m_frames.value(frame->prefix()) == frame)
            frame->proceed();
    }
}

void RunContext::working(int by)
{
    m_workingCount += by;
    Q_EMIT workChanged();
}

bool RunContext::countExecution()
{
    return ++m_executions <= m_executionLimit;
}

void RunContext::waitForBudget(const QString &limit, QObject *context, std::function<void()> retry)
{
    if (m_waitingForBudget.empty())
        m_recorder.note(RunEvent::Kind::BudgetExceeded, {}, 0, {{"limit", limit.toStdString()}});
    m_waitingForBudget.push_back({context, std::move(retry)});
}

void RunContext::budgetRaised()
{
    for (const Budgeted &one : std::exchange(m_waitingForBudget, {})) {
        if (one.context)
            one.retry();
    }
}

bool RunContext::isApproved(const ToolRequest &request) const
{
    return std::any_of(m_approvals.begin(), m_approvals.end(),
                       [&](const ToolApproval &one) { return one.covers(request); });
}

void RunContext::waitForPerson(const QString &key, QObject *context, Answered answered)
{
    m_questions.insert(key, {context, std::move(answered)});
    Q_EMIT workChanged();
}

void RunContext::stopWaiting(const QString &key)
{
    m_questions.remove(key);
    Q_EMIT workChanged();
}

Result<void> RunContext::answer(const QString &key, const Json &answer)
{
    const auto found = m_questions.find(key);
    if (found == m_questions.end() || !found->context)
        return Error{
            Error::Kind::BadRequest,
            u"nothing waits for an answer at %1; it may have been answered already"_s.arg(key)};
    const Question question = *found;
    const Result<void> taken = question.answered(answer);
    if (taken)
        stopWaiting(key);
    return taken;
}

} // namespace kagura
