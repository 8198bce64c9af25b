// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflownodereader.h"

#include "core/base/jsonpointer.h"

#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QStringList textsOf(const Json &list)
{
    QStringList texts;
    for (const Json &one : list)
        texts.append(toQString(one));
    return texts;
}

std::optional<Json> objectOf(const Json &json, const char *key)
{
    const Json &member = jsonMember(json, key);
    return member.is_object() ? std::optional(member) : std::nullopt;
}

std::optional<std::chrono::milliseconds> millisecondsOf(const Json &json, const char *key)
{
    const auto count = jsonInteger(json, key);
    return count ? std::optional(std::chrono::milliseconds(*count)) : std::nullopt;
}

std::optional<double> numberOf(const Json &json, const char *key)
{
    const Json &member = jsonMember(json, key);
    return member.is_number() ? std::optional(member.get<double>()) : std::nullopt;
}

int intOf(const Json &json, const char *key, int fallback)
{
    return static_cast<int>(jsonInteger(json, key).value_or(fallback));
}

//! The value at the place of the word among the words; the first where there is none.
template <typename Value, std::size_t Count>
Value chosen(const Json &json, const char *key, const std::array<QLatin1StringView, Count> &words)
{
    const QString word = jsonString(json, key);
    for (std::size_t i = 0; i < Count; ++i) {
        if (word == words.at(i))
            return static_cast<Value>(i);
    }
    return static_cast<Value>(0);
}

WorkflowTool toolOf(const Json &json)
{
    WorkflowTool tool;
    tool.ref = jsonString(json, "ref");
    tool.approval = chosen<WorkflowTool::Approval>(json, "approval",
                                                   std::array{"always"_L1, "once"_L1, "never"_L1});
    // What a tool does is not known where the file does not say it: the worst is assumed.
    tool.effect = json.contains("effect") ? chosen<WorkflowTool::Effect>(
                      json, "effect", std::array{"none"_L1, "idempotent"_L1, "non_idempotent"_L1})
                                          : WorkflowTool::Effect::NonIdempotent;
    tool.timeout = millisecondsOf(json, "timeout_ms");
    return tool;
}

} // namespace

WorkflowGraph WorkflowNodeReader::graph(const Json &json, const QString &pointer)
{
    WorkflowGraph graph;
    for (const auto &[id, one] : json.items()) {
        const QString name = QString::fromStdString(id);
        graph.emplace(name, node(one, joinedPointer(pointer, name)));
    }
    return graph;
}

WorkflowNode WorkflowNodeReader::node(const Json &json, const QString &pointer)
{
    WorkflowNode node;
    node.title = jsonString(json, "title");
    for (const Json &need : jsonMember(json, "needs")) {
        const QString text = toQString(need);
        node.needs.append({text.section(u':', 0, 0), text.section(u':', 1)});
    }
    node.joinsAny = jsonString(json, "join") == "any"_L1;
    node.when = expression(json, "when", pointer);
    node.retry = retry(jsonMember(json, "retry"));
    node.timeout = timeout(jsonMember(json, "timeout"));
    node.cache = cache(jsonMember(json, "cache"));
    node.onError = errorRule(jsonMember(json, "on_error"), pointer + u"/on_error"_s);
    node.budget = budget(jsonMember(json, "budget"));
    const QString kind = jsonString(json, "kind");
    if (kind == "agent"_L1)
        node.step = agentStep(json, pointer);
    else if (kind == "tool"_L1)
        node.step = ToolStep{toolOf(jsonMember(json, "tool")),
                             valueTemplate(jsonMember(json, "args"), pointer + u"/args"_s)};
    else if (kind == "transform"_L1)
        node.step = TransformStep{valueTemplate(jsonMember(json, "value"), pointer + u"/value"_s),
                                  objectOf(json, "output_schema")};
    else if (kind == "router"_L1)
        node.step = routerStep(json, pointer);
    else if (kind == "map"_L1)
        node.step = mapStep(json, pointer);
    else if (kind == "reduce"_L1)
        node.step = reduceStep(json, pointer);
    else if (kind == "loop"_L1)
        node.step = loopStep(json, pointer);
    else if (kind == "team"_L1)
        node.step = teamStep(json, pointer);
    else if (kind == "human"_L1)
        node.step = humanStep(json, pointer);
    else
        node.step = SubworkflowStep{jsonString(json, "ref"), jsonString(json, "sha256"),
                                    templates(jsonMember(json, "inputs"), pointer + u"/inputs"_s)};
    return node;
}

WorkflowAgent WorkflowNodeReader::agent(const Json &json, const QString &pointer)
{
    WorkflowAgent agent;
    agent.model = jsonString(json, "model");
    agent.fallback = textsOf(jsonMember(json, "fallback"));
    if (json.contains("system"))
        agent.system = valueTemplate(jsonMember(json, "system"), pointer + u"/system"_s);
    for (const Json &tool : jsonMember(json, "tools"))
        agent.tools.append(toolOf(tool));
    agent.maxTurns = intOf(json, "max_turns", agent.maxTurns);
    agent.params = objectOf(json, "params").value_or(Json::object());
    agent.cache = cache(jsonMember(json, "cache"));
    return agent;
}

AgentStep WorkflowNodeReader::agentStep(const Json &json, const QString &pointer)
{
    AgentStep step;
    step.agent = jsonString(json, "agent");
    step.prompt = prompt(jsonMember(json, "prompt"), pointer + u"/prompt"_s);
    if (json.contains("system"))
        step.system = valueTemplate(jsonMember(json, "system"), pointer + u"/system"_s);
    step.outputSchema = objectOf(json, "output_schema");
    step.samples = intOf(json, "samples", step.samples);
    return step;
}

RouterStep WorkflowNodeReader::routerStep(const Json &json, const QString &pointer)
{
    RouterStep step;
    for (const Json &one : jsonMember(json, "cases")) {
        const QString inner = pointer + u"/cases/%1"_s.arg(step.cases.size());
        step.cases.push_back({jsonString(one, "label"), expression(one, "when", inner),
                              jsonString(one, "description")});
    }
    step.fallback = jsonString(json, "default");
    step.agent = jsonString(json, "agent");
    step.prompt = prompt(jsonMember(json, "prompt"), pointer + u"/prompt"_s);
    return step;
}

MapStep WorkflowNodeReader::mapStep(const Json &json, const QString &pointer)
{
    MapStep step;
    step.over = expression(json, "over", pointer);
    step.maxItems = intOf(json, "max_items", step.maxItems);
    if (const auto most = jsonInteger(json, "max_concurrency"))
        step.maxConcurrency = static_cast<int>(*most);
    step.onItemError = chosen<MapStep::ItemError>(json, "on_item_error",
                                                  std::array{"fail"_L1, "null"_L1, "drop"_L1});
    step.minSuccess = numberOf(json, "min_success").value_or(0);
    step.body = std::make_shared<const WorkflowGraph>(
        graph(jsonMember(json, "body"), pointer + u"/body"_s));
    step.result = valueTemplate(jsonMember(json, "result"), pointer + u"/result"_s);
    return step;
}

ReduceStep WorkflowNodeReader::reduceStep(const Json &json, const QString &pointer)
{
    ReduceStep step;
    step.over = expression(json, "over", pointer);
    step.mode = chosen<ReduceStep::Mode>(
        json, "mode",
        std::array{"concat"_L1, "collect"_L1, "merge"_L1, "vote"_L1, "best"_L1, "llm"_L1});
    step.key = expression(json, "key", pointer);
    step.separator = jsonString(json, "separator");
    step.agent = jsonString(json, "agent");
    step.prompt = prompt(jsonMember(json, "prompt"), pointer + u"/prompt"_s);
    if (const auto fanIn = jsonInteger(json, "fan_in"))
        step.fanIn = static_cast<int>(*fanIn);
    return step;
}

LoopStep WorkflowNodeReader::loopStep(const Json &json, const QString &pointer)
{
    LoopStep step;
    step.maxIterations = intOf(json, "max_iterations", step.maxIterations);
    step.vars = templates(jsonMember(json, "vars"), pointer + u"/vars"_s);
    step.body = std::make_shared<const WorkflowGraph>(
        graph(jsonMember(json, "body"), pointer + u"/body"_s));
    step.next = templates(jsonMember(json, "next"), pointer + u"/next"_s);
    step.until = expression(json, "until", pointer);
    step.failsAtLimit = jsonString(json, "on_limit") == "fail"_L1;
    step.result = valueTemplate(jsonMember(json, "result"), pointer + u"/result"_s);
    return step;
}

TeamStep WorkflowNodeReader::teamStep(const Json &json, const QString &pointer)
{
    TeamStep step;
    step.pattern = chosen<TeamStep::Pattern>(
        json, "pattern", std::array{"supervisor"_L1, "handoff"_L1, "debate"_L1, "round_robin"_L1});
    step.members = textsOf(jsonMember(json, "members"));
    step.lead = jsonString(json, "lead");
    step.prompt = prompt(jsonMember(json, "prompt"), pointer + u"/prompt"_s);
    step.maxTurns = intOf(json, "max_turns", step.maxTurns);
    step.visibility = chosen<TeamStep::Visibility>(
        json, "visibility", std::array{"all"_L1, "last_round"_L1, "lead_only"_L1});
    step.until = expression(json, "until", pointer);
    step.decides =
        chosen<TeamStep::Final>(json, "final", std::array{"lead"_L1, "vote"_L1, "last"_L1});
    step.outputSchema = objectOf(json, "output_schema");
    return step;
}

HumanStep WorkflowNodeReader::humanStep(const Json &json, const QString &pointer)
{
    HumanStep step;
    step.message = valueTemplate(jsonMember(json, "message"), pointer + u"/message"_s);
    step.fields = objectOf(json, "fields").value_or(Json::object());
    if (json.contains("actions"))
        step.actions = textsOf(jsonMember(json, "actions"));
    if (const auto seconds = jsonInteger(json, "timeout_s"))
        step.timeout = std::chrono::seconds(*seconds);
    step.onTimeout = jsonString(json, "on_timeout");
    return step;
}

WorkflowPrompt WorkflowNodeReader::prompt(const Json &json, const QString &pointer)
{
    WorkflowPrompt messages;
    if (json.is_string())
        messages.push_back({u"user"_s, valueTemplate(json, pointer)});
    if (!json.is_array())
        return messages;
    for (const Json &message : json) {
        const QString inner = pointer + u"/%1/content"_s.arg(messages.size());
        messages.push_back(
            {jsonString(message, "role"), valueTemplate(jsonMember(message, "content"), inner)});
    }
    return messages;
}

ValueTemplate WorkflowNodeReader::valueTemplate(const Json &json, const QString &pointer)
{
    ValueTemplate::Parsed parsed = ValueTemplate::parse(json, pointer);
    if (parsed.fault)
        m_faults.append(*parsed.fault);
    return std::move(parsed.made);
}

std::map<QString, ValueTemplate> WorkflowNodeReader::templates(const Json &json,
                                                               const QString &pointer)
{
    std::map<QString, ValueTemplate> read;
    for (const auto &[key, value] : json.items()) {
        const QString name = QString::fromStdString(key);
        read.emplace(name, valueTemplate(value, joinedPointer(pointer, name)));
    }
    return read;
}

std::optional<Expression> WorkflowNodeReader::expression(const Json &json,
                                                         const char *key,
                                                         const QString &pointer)
{
    if (!json.contains(key))
        return std::nullopt;
    const Result<Expression> read = Expression::parse(jsonString(json, key));
    if (read)
        return *read;
    m_faults.append({joinedPointer(pointer, QString::fromLatin1(key)), read.error().message});
    return std::nullopt;
}

std::optional<WorkflowErrorRule> WorkflowNodeReader::errorRule(const Json &json,
                                                               const QString &pointer)
{
    if (json.is_null())
        return std::nullopt;
    if (json.contains("branch"))
        return WorkflowErrorRule{WorkflowErrorRule::Kind::Branch, {}};
    if (!json.contains("value"))
        return WorkflowErrorRule{};
    return WorkflowErrorRule{WorkflowErrorRule::Kind::Value,
                             valueTemplate(jsonMember(json, "value"), pointer + u"/value"_s)};
}

std::optional<WorkflowRetry> WorkflowNodeReader::retry(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    WorkflowRetry retry;
    retry.maxAttempts = intOf(json, "max_attempts", retry.maxAttempts);
    retry.initial = millisecondsOf(json, "initial_ms").value_or(retry.initial);
    retry.factor = numberOf(json, "factor").value_or(retry.factor);
    retry.max = millisecondsOf(json, "max_ms").value_or(retry.max);
    retry.hasJitter = jsonMember(json, "jitter") != Json(false);
    if (json.contains("on"))
        retry.on = textsOf(jsonMember(json, "on"));
    return retry;
}

std::optional<WorkflowTimeout> WorkflowNodeReader::timeout(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    return WorkflowTimeout{millisecondsOf(json, "total_ms"), millisecondsOf(json, "first_token_ms"),
                           millisecondsOf(json, "idle_ms")};
}

std::optional<WorkflowCache> WorkflowNodeReader::cache(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    WorkflowCache cache;
    cache.mode = chosen<WorkflowCache::Mode>(
        json, "mode",
        std::array{"read_write"_L1, "read_only"_L1, "write_only"_L1, "off"_L1, "refresh"_L1});
    cache.isLifetimeSet = json.contains("ttl_s");
    if (const auto seconds = jsonInteger(json, "ttl_s"))
        cache.lifetime = std::chrono::seconds(*seconds);
    cache.salt = jsonString(json, "salt");
    cache.temperature = chosen<WorkflowCache::Temperature>(
        json, "temperature_policy", std::array{"always"_L1, "deterministic_only"_L1, "never"_L1});
    cache.hasModelSteps = jsonMember(json, "model_steps") == Json(true);
    return cache;
}

std::optional<WorkflowBudget> WorkflowNodeReader::budget(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    WorkflowBudget budget;
    budget.maxCostUsd = numberOf(json, "max_cost_usd");
    budget.maxTokens = jsonInteger(json, "max_tokens");
    budget.maxLlmCalls = jsonInteger(json, "max_llm_calls");
    budget.maxToolCalls = jsonInteger(json, "max_tool_calls");
    budget.maxWallSeconds = numberOf(json, "max_wall_s");
    budget.pausesWhenExceeded = jsonString(json, "on_exceed") != "fail"_L1;
    return budget;
}

} // namespace kagura
