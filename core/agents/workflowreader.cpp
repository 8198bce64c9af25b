// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/workflowreader.h"

#include "core/agents/workflowcheck.h"
#include "core/agents/workflownodereader.h"
#include "core/base/jsonpointer.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype SizeLimitBytes = 4 * 1024 * 1024;
constexpr int DepthLimit = 64;

WorkflowLimits limitsFrom(const Json &json)
{
    WorkflowLimits limits;
    limits.maxConcurrency =
        static_cast<int>(jsonInteger(json, "max_concurrency").value_or(limits.maxConcurrency));
    limits.maxNodeExecutions = static_cast<int>(
        jsonInteger(json, "max_node_executions").value_or(limits.maxNodeExecutions));
    limits.maxDepth = static_cast<int>(jsonInteger(json, "max_depth").value_or(limits.maxDepth));
    const Json &models = jsonMember(json, "per_model");
    for (const auto &[model, of] : models.items()) {
        WorkflowLimits::PerModel one;
        if (const auto most = jsonInteger(of, "max_concurrency"))
            one.maxConcurrency = static_cast<int>(*most);
        if (of.contains("rpm"))
            one.requestsPerMinute = jsonMember(of, "rpm").get<double>();
        if (of.contains("tpm"))
            one.tokensPerMinute = jsonMember(of, "tpm").get<double>();
        limits.perModel[QString::fromStdString(model)] = one;
    }
    return limits;
}

} // namespace

WorkflowReader::WorkflowReader(const WorkflowSchema &schema)
    : m_schema(schema)
{}

WorkflowReader::Read WorkflowReader::read(QByteArrayView file) const
{
    JsonLimits limits;
    limits.depth = DepthLimit;
    limits.bytes = SizeLimitBytes;
    const Result<Json> json = parseJson(file, limits);
    if (!json)
        return {std::nullopt, {{QString(), json.error().message}}};
    if (WorkflowFaults faults = m_schema.faults(*json); !faults.isEmpty())
        return {std::nullopt, std::move(faults)};

    WorkflowNodeReader nodes;
    Workflow workflow;
    workflow.id = jsonString(*json, "id");
    workflow.name = jsonString(*json, "name");
    workflow.description = jsonString(*json, "description");
    for (const auto &[name, input] : jsonMember(*json, "inputs").items()) {
        WorkflowInput one;
        one.schema = jsonMember(input, "schema");
        if (input.contains("default"))
            one.fallback = jsonMember(input, "default");
        one.label = jsonString(input, "label");
        one.isSecret = jsonMember(input, "secret") == Json(true);
        workflow.inputs[QString::fromStdString(name)] = std::move(one);
    }
    for (const auto &[name, model] : jsonMember(*json, "models").items()) {
        const Json &params = jsonMember(model, "params");
        workflow.models[QString::fromStdString(name)] = {
            jsonString(model, "provider"), jsonString(model, "model"),
            params.is_object() ? params : Json::object()};
    }
    for (const auto &[name, agent] : jsonMember(*json, "agents").items())
        workflow.agents[QString::fromStdString(name)] =
            nodes.agent(agent, joinedPointer(u"/agents"_s, QString::fromStdString(name)));
    const Json &defaults = jsonMember(*json, "defaults");
    workflow.retry = WorkflowNodeReader::retry(jsonMember(defaults, "retry"));
    workflow.timeout = WorkflowNodeReader::timeout(jsonMember(defaults, "timeout"));
    workflow.cache = WorkflowNodeReader::cache(jsonMember(defaults, "cache"));
    workflow.onError = nodes.errorRule(jsonMember(defaults, "on_error"), u"/defaults/on_error"_s);
    workflow.limits = limitsFrom(jsonMember(*json, "limits"));
    workflow.budget =
        WorkflowNodeReader::budget(jsonMember(*json, "budget")).value_or(WorkflowBudget());
    workflow.cancelsOnFailure = jsonString(*json, "on_failure") == "cancel"_L1;
    workflow.nodes = nodes.graph(jsonMember(*json, "nodes"), u"/nodes"_s);
    workflow.output = nodes.valueTemplate(jsonMember(*json, "output"), u"/output"_s);

    WorkflowFaults faults = nodes.faults();
    if (faults.isEmpty())
        faults = WorkflowCheck(workflow).faults();
    if (!faults.isEmpty())
        return {std::nullopt, std::move(faults)};
    return {std::move(workflow), {}};
}

} // namespace kagura
