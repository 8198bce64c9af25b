// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/statisticsdesk.h"

#include "app/services/services.h"

namespace kagura {

StatisticsDesk::StatisticsDesk(QObject *parent)
    : QObject(parent)
{}

StatisticsDesk::~StatisticsDesk() = default;

void StatisticsDesk::start(Services &services)
{
    m_services = &services;
    connect(&services.cache(), &CacheStorage::budgetsChanged, this, &StatisticsDesk::tellBudgets);
    tellBudgets();
}

void StatisticsDesk::tellBudgets()
{
    if (m_services == nullptr)
        return;
    const Settings &settings = m_services->settings();
    Q_EMIT budgetsRead(settings.value(settings::CacheMemoryMib),
                       settings.value(settings::CacheDiskMib),
                       settings.value(settings::CacheLifetimeHours));
}

void StatisticsDesk::report(const CacheReport::Period &period)
{
    CacheBrowser *browser = m_services->cache().browser();
    if (browser == nullptr)
        return;
    m_report.replace(browser->report(period, this, [this](const Result<CacheReport> &report) {
        if (report)
            Q_EMIT reported(*report, m_services->cache().cache().options().diskBytes);
        else if (report.error().kind != Error::Kind::Cancelled)
            Q_EMIT notice(report.error().message);
    }));
}

void StatisticsDesk::previewBudget(qint64 diskMib)
{
    CacheBrowser *browser = m_services->cache().browser();
    if (browser == nullptr)
        return;
    m_preview.replace(
        browser->previewBudget(diskMib * CacheStorage::Mebibyte, this,
                               [this, diskMib](const Result<EvictionTable::Preview> &preview) {
                                   if (preview)
                                       Q_EMIT budgetPreviewed(diskMib, *preview);
                                   else if (preview.error().kind != Error::Kind::Cancelled)
                                       Q_EMIT notice(preview.error().message);
                               }));
}

void StatisticsDesk::setBudgets(qint64 memoryMib, qint64 diskMib)
{
    m_services->settings().setValue(settings::CacheMemoryMib, memoryMib);
    m_services->settings().setValue(settings::CacheDiskMib, diskMib);
}

void StatisticsDesk::setLifetime(qint64 hours)
{
    m_services->settings().setValue(settings::CacheLifetimeHours, hours);
}

} // namespace kagura
