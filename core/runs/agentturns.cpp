// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/agentturns.h"

#include "core/agents/expressionvalue.h"
#include "core/llm/fallbackprovider.h"
#include "core/runs/answershape.h"
#include "core/runs/modelrequest.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const WorkflowAgent &agentOf(const Workflow &workflow, const QString &name)
{
    static const WorkflowAgent None; // the reader has checked that every name is there
    const auto found = workflow.agents.find(name);
    return found == workflow.agents.end() ? None : found->second;
}

Role roleOf(const QString &name)
{
    if (name == "system"_L1)
        return Role::System;
    return name == "assistant"_L1 ? Role::Assistant : Role::User;
}

void add(Usage &sum, const Usage &more)
{
    const auto plus = [](std::optional<qint64> &to, const std::optional<qint64> &from) {
        if (from)
            to = to.value_or(0) + *from;
    };
    plus(sum.inputTokens, more.inputTokens);
    plus(sum.outputTokens, more.outputTokens);
    plus(sum.cacheReadTokens, more.cacheReadTokens);
    plus(sum.cacheWriteTokens, more.cacheWriteTokens);
    plus(sum.reasoningTokens, more.reasoningTokens);
}

} // namespace

Result<QList<Message>> renderPrompt(const WorkflowPrompt &prompt, const ExpressionScope &scope)
{
    QList<Message> messages;
    for (const WorkflowMessage &message : prompt) {
        const Result<QString> text = message.content.text(scope);
        if (!text)
            return text.error();
        messages.append(Message::fromText(roleOf(message.role), *text));
    }
    return messages;
}

AgentTurns::AgentTurns(RunContext &context,
                       const Workflow &workflow,
                       const WorkflowNode &node,
                       Task task)
    : m_context(context)
    , m_workflow(workflow)
    , m_node(node)
    , m_agent(agentOf(workflow, task.agent))
    , m_task(std::move(task))
    , m_retry(node.retry ? *node.retry : workflow.retry.value_or(WorkflowRetry()))
    , m_models(QStringList{m_agent.model} + m_agent.fallback)
    , m_messages(m_task.messages)
{}

AgentTurns::~AgentTurns() = default;

const QString &AgentTurns::modelName() const
{
    return m_models.at(m_model);
}

ChatRequest AgentTurns::request() const
{
    const WorkflowModel &model = m_workflow.models.at(modelName());
    ChatRequest request;
    request.model = model.model;
    request.system = m_task.system;
    request.messages = m_messages;
    applyParams(request, model.params);
    applyParams(request, m_agent.params);
    if (m_task.schema)
        request.format = {ResponseFormat::Kind::JsonSchema, u"answer"_s, *m_task.schema};
    for (const WorkflowTool &tool : m_agent.tools) {
        if (const Tool *found = m_context.tools() ? m_context.tools()->find(tool.ref) : nullptr)
            request.tools.append(found->spec());
    }
    if (!m_task.extraTools.isEmpty()) {
        request.tools += m_task.extraTools;
        if (m_task.mustChoose)
            request.toolChoice.mode = ToolChoice::Mode::Required;
    }
    return request;
}

Json AgentTurns::firstRequest() const
{
    Json json = requestToJson(m_workflow.models.at(modelName()).provider, request(), m_task.sample);
    for (const WorkflowTool &tool : m_agent.tools)
        json["tool_refs"].push_back(toJson(tool.ref));
    json["max_turns"] = m_agent.maxTurns;
    return json;
}

void AgentTurns::begin(Ended ended)
{
    m_ended = std::move(ended);
    ask();
}

void AgentTurns::ask()
{
    if (++m_turns > m_agent.maxTurns + (m_hasRepaired ? 1 : 0)) {
        m_context.recorder().note(RunEvent::Kind::LimitHit, m_task.path, m_task.attempt,
                                  {{"limit", "max_turns"}});
        end({u"tool_error"_s,
             u"the agent still wants tools after %1 turns; `max_turns` allows more"_s.arg(
                 m_agent.maxTurns),
             m_task.attempt});
        return;
    }
    const WorkflowModel &model = m_workflow.models.at(modelName());
    ModelCall::Order order;
    order.path = m_task.path;
    order.attempt = m_task.attempt;
    order.model = modelName();
    order.provider = model.provider;
    order.request = request();
    order.introduction = m_task.introduction;
    const WorkflowCache cache = m_node.cache ? *m_node.cache
        : m_agent.cache                      ? *m_agent.cache
                                             : m_workflow.cache.value_or(WorkflowCache());
    order.options.cacheMode = cacheMode(cache, order.request);
    order.options.sampleIndex = m_task.sample;
    order.isSubject = m_task.sample == 0; // several at once would be told word by word
    order.options.retry = retryPolicy(m_retry);
    order.options.deadlines = deadlines(
        m_node.timeout ? *m_node.timeout : m_workflow.timeout.value_or(WorkflowTimeout()));
    order.options.tags = {u"run:"_s + m_context.state().id(), u"workflow:"_s + m_workflow.id,
                          u"agent:"_s + m_task.agent};
    if (m_call)
        m_call.release()->deleteLater();
    m_call = std::make_unique<ModelCall>(m_context, std::move(order));
    m_call->begin([this](const Result<ModelCall::Answer> &answer) { heard(answer); });
}

void AgentTurns::heard(const Result<ModelCall::Answer> &answer)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    const ChatAnswer &said = answer->answer;
    add(m_answer.usage, said.usage);
    m_answer.isCached = m_answer.isCached && answer->isCached;
    m_answer.model =
        said.servedModel.isEmpty() ? m_workflow.models.at(modelName()).model : said.servedModel;
    for (const ToolCall &call : said.toolCalls) {
        for (const ToolSpec &extra : m_task.extraTools) {
            if (call.name != extra.name)
                continue;
            m_answer.chosen = call;
            finish(said);
            return;
        }
    }
    if (!said.toolCalls.isEmpty()) {
        m_messages.append(said.toMessage());
        callTools(said.toolCalls);
        return;
    }
    finish(said);
}

void AgentTurns::failed(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled) {
        end({u"cancelled"_s, error.message, m_task.attempt});
        return;
    }
    if (m_call->isAboveBudget()) {
        end({u"budget"_s, error.message, m_task.attempt});
        return;
    }
    if (isCuredByAnotherModel(error) && m_model + 1 < m_models.size()) {
        ++m_model;
        m_turns = 0;
        m_messages = m_task.messages;
        ask();
        return;
    }
    end({errorKindName(error.kind), error.message, m_task.attempt});
}

void AgentTurns::callTools(const QList<ToolCall> &calls)
{
    m_results.clear();
    for (std::unique_ptr<ToolCallRun> &tool : m_tools)
        tool.release()->deleteLater();
    m_tools.clear();
    m_openTools = static_cast<int>(calls.size());
    for (const ToolCall &call : calls)
        m_results.append({call.id, call.name, {}, false});
    for (const ToolCall &call : calls) {
        const std::size_t index = m_tools.size();
        ToolCallRun::Order order;
        order.path = m_task.path;
        order.attempt = m_task.attempt;
        order.call = u"%1#%2.%3.%4"_s.arg(m_task.path)
                         .arg(m_task.attempt)
                         .arg(m_task.sample)
                         .arg(++m_toolCount);
        order.arguments = call.arguments;
        order.tool.ref = call.name; // of one that nobody offered, which is then refused
        for (const WorkflowTool &tool : m_agent.tools) {
            const Tool *found = m_context.tools() ? m_context.tools()->find(tool.ref) : nullptr;
            if (found && found->spec().name == call.name)
                order.tool = tool;
        }
        m_tools.push_back(std::make_unique<ToolCallRun>(m_context, std::move(order)));
        m_tools.back()->begin(
            [this, index](const Json &output, const std::optional<RunFailure> &failure) {
                toolEnded(index,
                          failure ? failure->message : QString::fromStdString(insertedText(output)),
                          failure.has_value());
            });
    }
}

void AgentTurns::toolEnded(std::size_t index, const QString &text, bool isError)
{
    if (!m_ended)
        return;
    ToolResultPart &result = m_results[static_cast<qsizetype>(index)];
    result.text = text;
    result.isError = isError;
    if (--m_openTools > 0)
        return;
    Message message;
    message.role = Role::Tool;
    for (const ToolResultPart &one : std::as_const(m_results)) {
        message.parts.append(one);
        m_answer.toolCalls.push_back(
            {{"name", toJson(one.name)}, {"output", toJson(one.text)}, {"is_error", one.isError}});
    }
    m_messages.append(message);
    ask();
}

void AgentTurns::finish(const ChatAnswer &answer)
{
    m_answer.text = answer.text;
    m_answer.output = toJson(answer.text);
    if (m_task.schema) {
        Result<Json> value = jsonOfAnswer(answer.text);
        const std::optional<Error> fault =
            value ? schemaFault(*m_task.schema, *value) : std::optional<Error>(value.error());
        if (fault) {
            repair(answer, fault->message);
            return;
        }
        m_answer.output = *std::move(value);
    } else if (m_task.mustChoose && m_answer.chosen.name.isEmpty()) {
        repair(answer, u"one of the tools must be called"_s);
        return;
    }
    end({});
}

void AgentTurns::repair(const ChatAnswer &answer, const QString &fault)
{
    if (!std::exchange(m_hasRepaired, true)) {
        m_messages.append(answer.toMessage());
        m_messages.append(Message::fromText(
            Role::User,
            m_task.schema
                ? u"That does not follow the schema: %1. Answer again with the JSON alone, nothing "
                  "before or after it. The schema: %2"_s.arg(
                      fault, QString::fromUtf8(dumpJson(*m_task.schema)))
                : fault));
        ask();
        return;
    }
    const RunFailure failure{u"invalid_output"_s, fault, m_task.attempt};
    if (!m_retry.on.contains(u"invalid_output"_s) || m_task.attempt >= m_retry.maxAttempts) {
        end(failure);
        return;
    }
    m_context.recorder().note(RunEvent::Kind::NodeRetryScheduled, m_task.path, m_task.attempt,
                              {{"after_ms", 0}, {"error", failure.toJson()}});
    ++m_task.attempt;
    m_hasRepaired = false;
    m_turns = 0;
    m_messages = m_task.messages;
    ask();
}

void AgentTurns::cancel()
{
    if (!m_ended)
        return;
    if (m_call)
        m_call->cancel();
    for (const std::unique_ptr<ToolCallRun> &tool : m_tools)
        tool->cancel();
    end({u"cancelled"_s, u"it was cancelled"_s, m_task.attempt});
}

void AgentTurns::end(const RunFailure &failure)
{
    if (const Ended ended = std::exchange(m_ended, {}))
        ended(m_answer, failure);
}

} // namespace kagura
