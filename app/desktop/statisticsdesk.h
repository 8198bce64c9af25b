// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachereport.h"
#include "core/cache/evictiontable.h"
#include "core/storage/readtoken.h"

#include <QObject>

namespace kagura {

class Services;

//! What the cache was good for, and how much it may keep, on the side of the engine.
//!
//! Thread: the engine thread; signals for receivers in any. Lifetime: its parent's; start() comes before
//! everything else, and the services outlive it. Errors: notice().
class StatisticsDesk final : public QObject
{
    Q_OBJECT

public:
    explicit StatisticsDesk(QObject *parent = nullptr);
    ~StatisticsDesk() override;

    void start(Services &services);

    //! Says the budgets, for a window that has just been made; start() does so by itself.
    void tellBudgets();

    //! A newer question takes the place of one that is not answered yet.
    void report(const CacheReport::Period &period);
    //! What would go from the disk with that budget.
    void previewBudget(qint64 diskMib);
    void setBudgets(qint64 memoryMib, qint64 diskMib);
    void setLifetime(qint64 hours);

Q_SIGNALS:
    void reported(const kagura::CacheReport &report, qint64 diskBudget);
    void budgetsRead(qint64 memoryMib, qint64 diskMib, qint64 lifetimeHours);
    void budgetPreviewed(qint64 diskMib, const kagura::EvictionTable::Preview &preview);
    void notice(const QString &text);

private:
    Services *m_services = nullptr;
    LatestRead m_report;
    LatestRead m_preview;
};

} // namespace kagura
