// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/budgetcontroller.h"

#include "ui/widgets/valuetext.h"

#include <utility>

namespace kagura {

BudgetController::BudgetController(ChatEngine &engine, CachePane &pane, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    StatisticsDesk *desk = &m_engine.statistics();
    connect(desk, &StatisticsDesk::budgetsRead, &pane, &CachePane::showChoices);
    connect(desk, &StatisticsDesk::budgetPreviewed, &pane,
            [&pane](qint64 diskMib, const EvictionTable::Preview &preview) {
                pane.showPreview(diskMib, words(preview));
            });
    connect(&pane, &CachePane::previewWanted, this, [this](qint64 diskMib) {
        tell([diskMib](StatisticsDesk &to) { to.previewBudget(diskMib); });
    });
    connect(&pane, &CachePane::budgetsChosen, this, [this](qint64 memoryMib, qint64 diskMib) {
        tell([memoryMib, diskMib](StatisticsDesk &to) { to.setBudgets(memoryMib, diskMib); });
    });
    connect(&pane, &CachePane::lifetimeChosen, this,
            [this](qint64 hours) { tell([hours](StatisticsDesk &to) { to.setLifetime(hours); }); });
    tell([](StatisticsDesk &to) { to.tellBudgets(); });
}

BudgetController::~BudgetController() = default;

void BudgetController::tell(std::function<void(StatisticsDesk &)> work)
{
    StatisticsDesk *desk = &m_engine.statistics();
    QMetaObject::invokeMethod(desk, [desk, work = std::move(work)] { work(*desk); });
}

NoticeText BudgetController::words(const EvictionTable::Preview &preview)
{
    if (preview.entries == 0)
        return {NoticeText::Kind::Good, tr("Nothing would be evicted."),
                tr("%1 are kept.").arg(sizeText(preview.bytesLeft))};
    return {
        NoticeText::Kind::Warning,
        tr("%n answers would be evicted.", nullptr, int(preview.entries)),
        tr("That frees %1. %2 of them had been used; to ask all of them again costs %3. They do "
           "not come back.")
            .arg(sizeText(preview.bytes), countText(preview.used), costText(preview.costMicroUsd))};
}

} // namespace kagura
