// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/budgetkeeper.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

bool isAbove(qint64 sum, const std::optional<qint64> &limit)
{
    return limit && sum > *limit;
}

} // namespace

QString BudgetKeeper::hurdle(const RunSpent &spent, const Reservation &wanted) const
{
    if (isAbove(spent.costMicroUsd + m_lostMicroUsd + m_reserved.microUsd + wanted.microUsd,
                m_budget.maxCostMicroUsd))
        return u"max_cost_usd"_s;
    if (isAbove(spent.inputTokens + spent.outputTokens + m_reserved.tokens + wanted.tokens,
                m_budget.maxTokens))
        return u"max_tokens"_s;
    if (isAbove(spent.llmCalls + m_calls + 1, m_budget.maxLlmCalls))
        return u"max_llm_calls"_s;
    return {};
}

QString BudgetKeeper::toolHurdle(const RunSpent &spent) const
{
    return isAbove(spent.toolCalls + 1, m_budget.maxToolCalls) ? u"max_tool_calls"_s : QString();
}

void BudgetKeeper::reserve(const Reservation &reservation)
{
    m_reserved.microUsd += reservation.microUsd;
    m_reserved.tokens += reservation.tokens;
    ++m_calls;
}

void BudgetKeeper::release(const Reservation &reservation)
{
    m_reserved.microUsd -= reservation.microUsd;
    m_reserved.tokens -= reservation.tokens;
    --m_calls;
}

} // namespace kagura
