// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/settings/cachepane.h"

#include <QObject>

#include <functional>

namespace kagura {

//! The bridge between the pane of the cache's budgets and the engine.
//!
//! Thread: the GUI thread. Lifetime: the pane outlives it, the engine as well, or has ended its thread.
//! Errors: none.
class BudgetController final : public QObject
{
    Q_OBJECT

public:
    BudgetController(ChatEngine &engine, CachePane &pane, QObject *parent = nullptr);
    ~BudgetController() override;

    //! What a budget would cost, in words.
    [[nodiscard]] static NoticeText words(const EvictionTable::Preview &preview);

private:
    void tell(std::function<void(StatisticsDesk &)> work);

    ChatEngine &m_engine;
};

} // namespace kagura
