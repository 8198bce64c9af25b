// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspage.h"

#include "ui/settings/appearancepane.h"
#include "ui/settings/cachepane.h"
#include "ui/settings/datapane.h"
#include "ui/settings/providerspane.h"
#include "ui/settings/sectiondelegate.h"
#include "ui/settings/shortcutspane.h"
#include "ui/settings/teampane.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal SectionsWidth = 200;

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"settingsPage"_s);
    m_side = new Panel(ColorToken::Background, Qt::RightEdge, this);
    m_side->setObjectName(u"settingsSide"_s);
    auto *head = new Panel(ColorToken::Background, Qt::BottomEdge, m_side);
    head->setObjectName(u"settingsHead"_s);
    auto *title =
        new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, tr("Settings"), head);
    title->setObjectName(u"settingsTitle"_s);
    auto *headRow = new QHBoxLayout(head);
    headRow->addWidget(title);
    m_sections = new QListWidget(m_side);
    m_sections->setObjectName(u"sections"_s);
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setMouseTracking(true);
    m_sections->setItemDelegate(new SectionDelegate(m_sections));
    m_panes = new QStackedWidget(this);
    m_panes->setObjectName(u"settingsPanes"_s);
    m_providers = new ProvidersPane(m_panes);
    m_appearance = new AppearancePane(m_panes);
    m_shortcuts = new ShortcutsPane(m_panes);
    m_cache = new CachePane(m_panes);
    m_team = new TeamPane(m_panes);
    m_data = new DataPane(m_panes);
    const auto add = [this](const QString &name, const QString &icon, QWidget *pane) {
        auto *item = new QListWidgetItem(name, m_sections);
        item->setData(SectionDelegate::IconRole, icon);
        m_panes->addWidget(pane);
    };
    add(tr("Providers"), u"server"_s, m_providers);
    add(tr("Appearance"), u"sun"_s, m_appearance);
    add(tr("Shortcuts"), u"command"_s, m_shortcuts);
    add(tr("Answer cache"), u"cache"_s, m_cache);
    add(tr("Shared cache"), u"globe"_s, m_team);
    add(tr("Data and backup"), u"folder"_s, m_data);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_sections, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addWidget(m_panes, 1);
    connect(m_sections, &QListWidget::currentRowChanged, m_panes, &QStackedWidget::setCurrentIndex);
    m_sections->setCurrentRow(0);
    setFocusProxy(m_sections);
}

void SettingsPage::setTheme(const Theme &theme)
{
    m_side->setTheme(theme);
    m_side->setFixedWidth(theme.px(SectionsWidth));
    auto *head = m_side->findChild<Panel *>(u"settingsHead"_s);
    head->setTheme(theme);
    head->setFixedHeight(theme.px(Measure::Head));
    head->layout()->setContentsMargins(theme.px(Space::Large), 0, 0, 0);
    for (Label *label : head->findChildren<Label *>())
        label->setTheme(theme);
    static_cast<SectionDelegate *>(m_sections->itemDelegate())->setTheme(theme);
    QPalette side = m_sections->palette();
    side.setColor(QPalette::Base, theme.color(ColorToken::Background));
    m_sections->setPalette(side);
    const int gap = theme.px(Space::Small);
    static_cast<QVBoxLayout *>(m_side->layout())->setSpacing(gap);
    QPalette page = m_panes->palette();
    page.setColor(QPalette::Window, theme.color(ColorToken::Surface));
    m_panes->setPalette(page);
    m_panes->setAutoFillBackground(true);
    m_providers->setTheme(theme);
    m_appearance->setTheme(theme);
    m_shortcuts->setTheme(theme);
    m_cache->setTheme(theme);
    m_team->setTheme(theme);
    m_data->setTheme(theme);
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void SettingsPage::showSection(Section section)
{
    m_sections->setCurrentRow(int(section));
}

} // namespace kagura
