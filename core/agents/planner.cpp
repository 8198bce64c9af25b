// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/planner.h"

#include "core/agents/planwalk.h"

#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 UnknownInput = 2000; // tokens

} // namespace

Planner::Planner(const Workflow &workflow, Price price)
    : m_workflow(workflow)
    , m_price(std::move(price))
{}

void Planner::addWorkflow(const QString &ref, const Workflow &workflow)
{
    m_workflows[ref] = &workflow;
}

RunPlan Planner::plan(const Json &inputs) const
{
    std::map<QString, PlanValue> values;
    QStringList missing;
    for (const auto &[name, input] : m_workflow.inputs) {
        const std::string key = name.toStdString();
        const bool isGiven = inputs.is_object() && inputs.contains(key);
        if (!isGiven && !input.fallback) {
            missing.append(name);
            values[name] = PlanValue::between(0, UnknownInput);
            continue;
        }
        values[name] = PlanValue::of(isGiven ? inputs[key] : *input.fallback);
        if (input.isSecret)
            values[name].known.reset(); // it is in no list
    }
    RunPlan plan = PlanWalk(m_workflow, m_price, m_workflows).plan(values);
    if (!missing.isEmpty())
        plan.warnings.prepend(u"these inputs are still missing: %1"_s.arg(missing.join(u", "_s)));
    return plan;
}

} // namespace kagura
