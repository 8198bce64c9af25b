// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/runplan.h"

namespace kagura {

namespace {

Json listed(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(toJson(text));
    return list;
}

Json rangeJson(const PlanRange &range)
{
    return {{"least", range.least}, {"most", range.most}};
}

Json nodeJson(const NodePlan &node)
{
    constexpr double MicroUsd = 1e-6;
    Json json = {{"calls", rangeJson(node.calls)},
                 {"input_tokens", rangeJson(node.inputTokens)},
                 {"output_tokens", rangeJson(node.outputTokens)},
                 {"tool_calls", rangeJson(node.toolCalls)},
                 {"approvals", rangeJson(node.approvals)},
                 {"questions", rangeJson(node.questions)},
                 {"cost_usd", nullptr}};
    if (node.costMicroUsd)
        json["cost_usd"] = {{"least", static_cast<double>(node.costMicroUsd->least) * MicroUsd},
                            {"most", static_cast<double>(node.costMicroUsd->most) * MicroUsd}};
    if (!node.path.isEmpty()) {
        json["path"] = toJson(node.path);
        json["kind"] = toJson(node.kind);
    }
    if (!node.model.isEmpty())
        json["model"] = toJson(node.model);
    return json;
}

} // namespace

void NodePlan::scale(const PlanRange &times)
{
    for (PlanRange *range :
         {&calls, &inputTokens, &outputTokens, &toolCalls, &approvals, &questions})
        *range = range->times(times);
    if (costMicroUsd)
        *costMicroUsd = costMicroUsd->times(times);
}

NodePlan &NodePlan::operator+=(const NodePlan &other)
{
    calls += other.calls;
    inputTokens += other.inputTokens;
    outputTokens += other.outputTokens;
    toolCalls += other.toolCalls;
    approvals += other.approvals;
    questions += other.questions;
    if (costMicroUsd && other.costMicroUsd)
        *costMicroUsd += *other.costMicroUsd;
    else
        costMicroUsd.reset();
    return *this;
}

void RunPlan::setHits(const QList<bool> &isHit)
{
    hits = static_cast<int>(std::count(isHit.begin(), isHit.end(), true));
}

Json RunPlan::toJson() const
{
    Json list = Json::array();
    for (const NodePlan &node : nodes)
        list.push_back(nodeJson(node));
    Json json = nodeJson(total);
    json["nodes"] = std::move(list);
    json["models"] = listed(models);
    json["unpriced_models"] = listed(unpricedModels);
    json["tools"] = listed(tools);
    json["known_prompts"] = prompts.size();
    json["cache_hits"] = hits ? Json(*hits) : Json();
    json["warnings"] = listed(warnings);
    return json;
}

} // namespace kagura
