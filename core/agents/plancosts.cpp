// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/plancosts.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

PlanCosts::PlanCosts(const Workflow &workflow, const Planner::Price &price)
    : m_workflow(workflow)
    , m_price(price)
{}

const WorkflowModel &PlanCosts::modelOf(const QString &agent) const
{
    return m_workflow.models.at(m_workflow.agents.at(agent).model);
}

PlanRange PlanCosts::answer(const QString &agent) const
{
    std::optional<qint64> most = jsonInteger(m_workflow.agents.at(agent).params, "max_tokens");
    if (!most)
        most = jsonInteger(modelOf(agent).params, "max_tokens");
    const qint64 bound = most.value_or(Planner::MostAnswer);
    return {std::min(Planner::LeastAnswer, bound), bound};
}

void PlanCosts::add(NodePlan &cost,
                    const QString &agent,
                    const PlanRange &calls,
                    const PlanRange &inputTokens,
                    const PlanRange &outputTokens) const
{
    const WorkflowModel &model = modelOf(agent);
    // What a call costs can depend on how long its own prompt is.
    const auto price = [&](qint64 count, qint64 input, qint64 output) -> std::optional<qint64> {
        if (count == 0 || !m_price)
            return count == 0 ? std::optional<qint64>(0) : std::nullopt;
        const auto one = m_price(model.provider, model.model, input / count, output / count);
        return one ? std::optional(*one * count) : std::nullopt;
    };
    const auto least = price(calls.least, inputTokens.least, outputTokens.least);
    const auto most = price(calls.most, inputTokens.most, outputTokens.most);
    cost.model = model.provider + u'/' + model.model;
    cost.calls += calls;
    cost.inputTokens += inputTokens;
    cost.outputTokens += outputTokens;
    if (least && most && cost.costMicroUsd)
        *cost.costMicroUsd += {*least, *most};
    else
        cost.costMicroUsd.reset();
}

QStringList PlanCosts::budgetWarnings(const NodePlan &total) const
{
    const WorkflowBudget &budget = m_workflow.budget;
    const QString ends =
        budget.pausesWhenExceeded ? u"it would pause and ask"_s : u"it would fail"_s;
    QStringList warnings;
    const auto judge = [&](const PlanRange &range, std::optional<double> limit, double unit,
                           const QString &what) {
        if (!limit || static_cast<double>(range.most) * unit <= *limit)
            return;
        const bool isSure = static_cast<double>(range.least) * unit > *limit;
        warnings.append((isSure ? u"the run takes at least %1 %2 and its budget allows %3: %4"_s
                                : u"the run takes up to %1 %2 and its budget allows %3: then %4"_s)
                            .arg(static_cast<double>(isSure ? range.least : range.most) * unit)
                            .arg(what)
                            .arg(*limit)
                            .arg(ends));
    };
    const auto limitOf = [](const std::optional<qint64> &limit) {
        return limit ? std::optional(static_cast<double>(*limit)) : std::nullopt;
    };
    PlanRange tokens = total.inputTokens;
    tokens += total.outputTokens;
    judge(total.calls, limitOf(budget.maxLlmCalls), 1, u"calls of models"_s);
    judge(total.toolCalls, limitOf(budget.maxToolCalls), 1, u"calls of tools"_s);
    judge(tokens, limitOf(budget.maxTokens), 1, u"tokens"_s);
    if (total.costMicroUsd)
        judge(*total.costMicroUsd, budget.maxCostUsd, 1e-6, u"US dollars"_s);
    return warnings;
}

} // namespace kagura
