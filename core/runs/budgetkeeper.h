// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runbudget.h"

#include <QString>

namespace kagura {

//! Lets nothing leave that could go above the budget of a run: what a call may cost at most is reserved
//! before it is sent and settled to what it cost, so that parallel calls cannot overshoot.
//!
//! Thread: the engine thread. Lifetime: the run's. Errors: none.
class BudgetKeeper
{
public:
    //! What is reserved for one call.
    struct Reservation
    {
        qint64 microUsd = 0;
        qint64 tokens = 0;

        bool operator==(const Reservation &) const = default;
    };

    explicit BudgetKeeper(const RunBudget &budget)
        : m_budget(budget)
    {}

    //! Which limit stands in the way of one more call: `max_cost_usd`; empty: none.
    [[nodiscard]] QString hurdle(const RunSpent &spent, const Reservation &wanted) const;
    [[nodiscard]] QString toolHurdle(const RunSpent &spent) const;

    void reserve(const Reservation &reservation);
    void release(const Reservation &reservation);
    //! Of calls of a process that has ended: they may have been billed, and nobody will ever say.
    void setLost(qint64 microUsd) { m_lostMicroUsd = microUsd; }

    [[nodiscard]] const RunBudget &budget() const { return m_budget; }
    void raise(const RunBudget &budget) { m_budget.update(budget); }

private:
    RunBudget m_budget;
    Reservation m_reserved;
    qint64 m_calls = 0; //!< under way
    qint64 m_lostMicroUsd = 0;
};

} // namespace kagura
