// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/runbudget.h"

#include <array>

namespace kagura {

namespace {

struct Field
{
    const char *name;
    std::optional<qint64> RunBudget::*member;
};

constexpr std::array Fields = {
    Field{"max_cost_micro_usd", &RunBudget::maxCostMicroUsd},
    Field{"max_tokens", &RunBudget::maxTokens},
    Field{"max_llm_calls", &RunBudget::maxLlmCalls},
    Field{"max_tool_calls", &RunBudget::maxToolCalls},
    Field{"max_wall_ms", &RunBudget::maxWallMs},
};

} // namespace

Json RunBudget::toJson() const
{
    Json json = Json::object();
    for (const Field &field : Fields) {
        if (const std::optional<qint64> &limit = this->*field.member)
            json[field.name] = *limit;
    }
    return json;
}

RunBudget RunBudget::fromJson(const Json &json)
{
    RunBudget budget;
    for (const Field &field : Fields)
        budget.*field.member = jsonInteger(json, field.name);
    return budget;
}

void RunBudget::update(const RunBudget &other)
{
    for (const Field &field : Fields) {
        if (other.*field.member)
            this->*field.member = other.*field.member;
    }
}

} // namespace kagura
