// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/cachepage.h"

#include "ui/cache/budgetmeter.h"
#include "ui/cache/cacheworkbench.h"
#include "ui/cache/feedpane.h"
#include "ui/cache/operationspane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

} // namespace

CachePage::CachePage(QWidget *conversation, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"cachePage"_s);
    makeHead();
    m_parts = new QStackedWidget(this);
    m_parts->setObjectName(u"cacheParts"_s);
    m_workbench = new CacheWorkbench(conversation, m_parts);
    m_operations = new OperationsPane(m_parts);
    m_feed = new FeedPane(m_parts);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_head);
    rows->addWidget(m_parts, 1);
    addTab(Tab::Entries, tr("Entries"), m_workbench);
    addTab(Tab::Operations, tr("Operations"), m_operations);
    addTab(Tab::Live, tr("Live"), m_feed);
    connect(m_tabs, &QTabBar::currentChanged, this, &CachePage::showCurrent);
    setFocusProxy(m_workbench);
}

void CachePage::makeHead()
{
    m_head = new Panel(ColorToken::Surface, Qt::BottomEdge, this);
    m_head->setObjectName(u"cacheHead"_s);
    m_title =
        new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, tr("Cache"), m_head);
    m_title->setObjectName(u"cacheTitle"_s);
    m_tabs = new Segments(tr("Parts of the page"), m_head);
    m_tabs->setObjectName(u"cacheTabs"_s);
    m_meter = new BudgetMeter(m_head);
    m_meter->setObjectName(u"cacheMeter"_s);
    m_mode = new Button(ButtonRole::Picker, {}, m_head);
    m_mode->setObjectName(u"cacheModePicker"_s);
    connect(m_mode, &Button::clicked, this, &CachePage::openModes);
    auto *row = new QHBoxLayout(m_head);
    row->addWidget(m_title);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_meter);
    row->addWidget(m_mode);
    setMode(u"on"_s);
}

void CachePage::addTab(Tab tab, const QString &title, QWidget *part)
{
    int at = 0;
    while (at < m_tabs->count() && m_tabs->tabData(at).toInt() < int(tab))
        ++at;
    m_parts->insertWidget(at, part);
    m_tabs->insertTab(at, title);
    m_tabs->setTabData(at, int(tab));
    m_tabs->updateGeometry();
}

void CachePage::showTab(Tab tab)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toInt() == int(tab))
            m_tabs->setCurrentIndex(i);
    }
}

CachePage::Tab CachePage::tab() const
{
    return Tab(m_tabs->tabData(m_tabs->currentIndex()).toInt());
}

void CachePage::showCurrent()
{
    m_parts->setCurrentIndex(m_tabs->currentIndex());
    if (isVisible())
        Q_EMIT tabShown(tab());
}

void CachePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT tabShown(tab());
}

void CachePage::setTheme(const Theme &theme)
{
    m_head->setTheme(theme);
    m_head->setFixedHeight(theme.px(Measure::Head));
    const int pad = theme.px(Space::Large);
    m_head->layout()->setContentsMargins(pad, 0, pad, 0);
    m_head->layout()->setSpacing(pad);
    m_title->setTheme(theme);
    m_tabs->setTheme(theme);
    m_meter->setTheme(theme);
    m_mode->setTheme(theme);
    QPalette ground = m_parts->palette();
    ground.setColor(QPalette::Window, theme.color(ColorToken::Surface));
    m_parts->setPalette(ground);
    m_parts->setAutoFillBackground(true);
    m_workbench->setTheme(theme);
    m_operations->setTheme(theme);
    m_feed->setTheme(theme);
}

void CachePage::setFill(const CacheFill &fill)
{
    m_meter->setFill(fill);
}

void CachePage::setMode(const QString &mode)
{
    m_modeName = mode;
    for (const CacheModeChoice &choice : cacheModes()) {
        if (choice.name != mode)
            continue;
        m_mode->setText(tr("Mode: %1").arg(choice.word));
        m_mode->setAccessibleName(tr("Mode of the cache: %1").arg(choice.word));
        m_mode->setToolTip(choice.meaning);
    }
}

void CachePage::openModes()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"cacheModes"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CacheModeChoice &choice : cacheModes()) {
        QAction *action = menu->addAction(tr("%1: %2").arg(choice.word, choice.meaning));
        action->setCheckable(true);
        action->setChecked(choice.name == m_modeName);
        connect(action, &QAction::triggered, this,
                [this, name = choice.name] { Q_EMIT modeChosen(name); });
    }
    menu->popup(m_mode->mapToGlobal(QPoint(0, m_mode->height())));
}

} // namespace kagura
