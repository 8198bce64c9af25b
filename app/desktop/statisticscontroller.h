// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/chatengine.h"
#include "ui/cache/cachepage.h"
#include "ui/cache/statisticspane.h"

#include <QObject>

#include <functional>

namespace kagura {

//! The bridge between the statistics of the cache page and the engine.
//!
//! Thread: the GUI thread. Lifetime: the page outlives it, the engine as well, or has ended its thread.
//! Errors: notified().
class StatisticsController final : public QObject
{
    Q_OBJECT

public:
    StatisticsController(ChatEngine &engine, CachePage &page, QObject *parent = nullptr);
    ~StatisticsController() override;

    [[nodiscard]] StatisticsPane &pane() const { return *m_pane; }

Q_SIGNALS:
    void notified(const QString &text);
    void writeMessageRequested();

private:
    void tell(std::function<void(StatisticsDesk &)> work);
    void ask();
    void show(const CacheReport &report, qint64 diskBudget);

    ChatEngine &m_engine;
    StatisticsPane *m_pane; // the page's
    qint64 m_memoryMib = 0;
};

} // namespace kagura
