// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/statisticscontroller.h"

#include "app/services/cachestorage.h"
#include "ui/chat/displaytext.h"
#include "ui/widgets/valuetext.h"

#include <utility>

namespace kagura {

StatisticsController::StatisticsController(ChatEngine &engine, CachePage &page, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_pane(new StatisticsPane(&page))
{
    page.addTab(CachePage::Tab::Statistics, tr("Statistics"), m_pane);
    StatisticsDesk *desk = &m_engine.statistics();
    connect(desk, &StatisticsDesk::reported, this, &StatisticsController::show);
    connect(desk, &StatisticsDesk::notice, this, &StatisticsController::notified);
    connect(desk, &StatisticsDesk::budgetsRead, this,
            [this](qint64 memoryMib) { m_memoryMib = memoryMib; });
    connect(&page, &CachePage::tabShown, this, [this](CachePage::Tab tab) {
        if (tab == CachePage::Tab::Statistics)
            ask();
    });
    connect(m_pane, &StatisticsPane::questionChanged, this, &StatisticsController::ask);
    connect(m_pane, &StatisticsPane::writeMessageRequested, this,
            &StatisticsController::writeMessageRequested);
    connect(m_pane, &StatisticsPane::budgetRequested, this, [this](qint64 bytes) {
        const qint64 mib = bytes / CacheStorage::Mebibyte;
        tell([memory = m_memoryMib, mib](StatisticsDesk &to) { to.setBudgets(memory, mib); });
        Q_EMIT notified(tr("The cache may use %1 of the disk now.").arg(sizeText(bytes)));
        ask();
    });
}

StatisticsController::~StatisticsController() = default;

void StatisticsController::tell(std::function<void(StatisticsDesk &)> work)
{
    StatisticsDesk *desk = &m_engine.statistics();
    QMetaObject::invokeMethod(desk, [desk, work = std::move(work)] { work(*desk); });
}

void StatisticsController::ask()
{
    const CacheReport::Period period = statisticsPeriod(
        m_pane->span(), QDateTime::currentDateTime(), m_pane->model(), m_pane->agent());
    tell([period](StatisticsDesk &desk) { desk.report(period); });
}

void StatisticsController::show(const CacheReport &report, qint64 diskBudget)
{
    StatisticsView view = StatisticsView::of(report, diskBudget);
    // Names come from models and workflow files.
    for (QList<StatisticsView::Row> *rows : {&view.models, &view.agents}) {
        for (StatisticsView::Row &row : *rows)
            row.name = DisplayText::line(row.name);
    }
    m_pane->showView(view, report.models, report.agents);
}

} // namespace kagura
