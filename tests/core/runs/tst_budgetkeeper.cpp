// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runs/budgetkeeper.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestBudgetKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reservationsCountUntilTheyAreReleased()
    {
        RunBudget budget;
        budget.maxCostMicroUsd = 100;
        BudgetKeeper keeper(budget);
        const BudgetKeeper::Reservation call{60, 10};
        QCOMPARE(keeper.hurdle({}, call), QString());
        keeper.reserve(call);
        QCOMPARE(keeper.hurdle({}, call), u"max_cost_usd"_s);
        keeper.release(call);
        RunSpent spent;
        spent.costMicroUsd = 20; // it was cheaper than it could have been
        QCOMPARE(keeper.hurdle(spent, call), QString());
    }

    void whatMayHaveBeenBilledStaysCounted()
    {
        RunBudget budget;
        budget.maxCostMicroUsd = 100;
        BudgetKeeper keeper(budget);
        keeper.setLost(50);
        QCOMPARE(keeper.hurdle({}, {60, 0}), u"max_cost_usd"_s);
        QCOMPARE(keeper.hurdle({}, {50, 0}), QString());
    }

    void everyLimitHasItsName()
    {
        RunBudget budget;
        budget.maxTokens = 10;
        budget.maxLlmCalls = 1;
        budget.maxToolCalls = 1;
        BudgetKeeper keeper(budget);
        QCOMPARE(keeper.hurdle({}, {0, 11}), u"max_tokens"_s);
        RunSpent spent;
        spent.llmCalls = 1;
        spent.toolCalls = 1;
        QCOMPARE(keeper.hurdle(spent, {}), u"max_llm_calls"_s);
        QCOMPARE(keeper.toolHurdle(spent), u"max_tool_calls"_s);
        RunBudget more;
        more.maxLlmCalls = 2;
        keeper.raise(more);
        QCOMPARE(keeper.hurdle(spent, {}), QString());
        QCOMPARE(keeper.budget().maxTokens, 10); // what was not named stays
    }
};

KAGURA_TEST(TestBudgetKeeper)
#include "tst_budgetkeeper.moc"
