// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/providerspane.h"

#include "ui/settings/providerdelegate.h"
#include "ui/settings/providerform.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal ListWidth = 304;
constexpr qreal BarHeight = 44;
constexpr qsizetype MostUndo = 100;

} // namespace

ProvidersPane::ProvidersPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"providersPane"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList());
    row->addWidget(buildDetail(), 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProvidersPane::showCurrent);
    connect(m_form, &ProviderForm::configChanged, this, &ProvidersPane::change);
    connect(m_form, &ProviderForm::removeRequested, this, &ProvidersPane::remove);
    connect(m_form, &ProviderForm::signInRequested, this, &ProvidersPane::signInRequested);
    connect(m_form, &ProviderForm::signOutRequested, this, &ProvidersPane::signOutRequested);
    connect(m_form, &ProviderForm::replaceKeyRequested, this, &ProvidersPane::replaceKeyRequested);
    connect(m_form, &ProviderForm::testRequested, this, &ProvidersPane::testRequested);
    connect(m_form, &ProviderForm::listRequested, this, &ProvidersPane::listRequested);
    connect(m_undo, &QPushButton::clicked, this, &ProvidersPane::undo);
    connect(m_empty, &EmptyState::actionRequested, this, &ProvidersPane::addRequested);
}

ProvidersPane::~ProvidersPane() = default;

QWidget *ProvidersPane::buildList()
{
    m_listPanel = new Panel(ColorToken::Background, Qt::RightEdge, this);
    m_listPanel->setObjectName(u"providerSide"_s);
    auto *head = new Panel(ColorToken::Background, Qt::BottomEdge, m_listPanel);
    head->setObjectName(u"providersHead"_s);
    auto *title =
        new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, tr("Providers"), head);
    title->setObjectName(u"providersTitle"_s);
    auto *add = new Button(ButtonRole::Secondary, tr("Add"), head);
    add->setObjectName(u"addProvider"_s);
    add->setAccessibleName(tr("Add a provider"));
    add->setIconName(u"plus"_s);
    connect(add, &QPushButton::clicked, this, &ProvidersPane::addRequested);
    auto *headRow = new QHBoxLayout(head);
    headRow->addWidget(title, 1);
    headRow->addWidget(add);
    m_list = new QListView(m_listPanel);
    m_list->setObjectName(u"providerList"_s);
    m_list->setAccessibleName(tr("Providers"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setModel(&m_model);
    m_delegate = new ProviderDelegate(m_list);
    m_list->setItemDelegate(m_delegate);
    auto *column = new QVBoxLayout(m_listPanel);
    column->setContentsMargins(0, 0, 1, 0); // the hairline at the right stays visible
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_list, 1);
    return m_listPanel;
}

QWidget *ProvidersPane::buildDetail()
{
    auto *side = new Panel(ColorToken::Surface, {}, this);
    side->setObjectName(u"providerDetail"_s);
    m_detail = new QStackedWidget(side);
    m_detail->setObjectName(u"providerStack"_s);
    m_empty = new EmptyState(tr("No provider is connected. The Guide answers without one."),
                             tr("Connect a model\u2026"), m_detail);
    m_form = new ProviderForm(m_detail);
    auto *scroll = new QScrollArea(m_detail);
    scroll->setObjectName(u"providerScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    m_detail->addWidget(m_empty);
    m_detail->addWidget(scroll);
    m_bar = new Panel(ColorToken::Surface, Qt::TopEdge, side);
    auto *words = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Elided},
        tr("Changes apply at once. Calls already in flight keep their old settings."), m_bar);
    m_bar->setObjectName(u"undoBar"_s);
    words->setObjectName(u"undoBarWords"_s);
    m_undo = new Button(ButtonRole::Quiet, tr("Undo last change"), m_bar);
    m_undo->setObjectName(u"undoChange"_s);
    m_undo->setEnabled(false);
    auto *bar = new QHBoxLayout(m_bar);
    bar->addWidget(words, 1);
    bar->addWidget(m_undo);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_detail, 1);
    column->addWidget(m_bar);
    return side;
}

void ProvidersPane::setTheme(const Theme &theme)
{
    m_listPanel->setFixedWidth(theme.px(ListWidth));
    QWidget *head = m_listPanel->findChild<QWidget *>(u"providersHead"_s);
    head->setFixedHeight(theme.px(Measure::Head));
    head->layout()->setContentsMargins(theme.px(Space::Large), 0, theme.px(Space::Large), 0);
    m_bar->setFixedHeight(theme.px(BarHeight));
    m_bar->layout()->setContentsMargins(theme.px(Space::Wide), 0, theme.px(Space::Large), 0);
    m_delegate->setTheme(theme);
    QPalette ground = m_list->palette();
    ground.setColor(QPalette::Base, theme.color(ColorToken::Background));
    m_list->setPalette(ground);
    QPalette page = m_detail->palette();
    page.setColor(QPalette::Window, theme.color(ColorToken::Surface));
    m_detail->setPalette(page);
    for (Label *label : findChildren<Label *>())
        label->setTheme(theme);
    for (Button *button : findChildren<Button *>())
        button->setTheme(theme);
    for (Panel *panel : findChildren<Panel *>())
        panel->setTheme(theme);
    m_empty->setTheme(theme);
    m_form->setTheme(theme);
}

void ProvidersPane::setEntries(const QList<ProviderEntry> &entries)
{
    const QString shown = m_form->entry().config.name;
    m_model.setEntries(entries);
    m_list->setFocusPolicy(entries.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    const int row = std::max(0, m_model.rowOf(shown));
    m_list->setCurrentIndex(m_model.index(row));
    showCurrent();
}

void ProvidersPane::showProvider(const QString &name)
{
    if (const int row = m_model.rowOf(name); row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void ProvidersPane::showTestResult(const QString &provider, const NoticeText &result)
{
    if (provider == m_form->entry().config.name)
        m_form->showTestResult(result);
}

void ProvidersPane::showCurrent()
{
    const int row = m_list->currentIndex().row();
    const bool hasOne = row >= 0 && row < m_model.rowCount();
    m_detail->setCurrentIndex(hasOne ? 1 : 0);
    if (hasOne)
        m_form->setEntry(m_model.entries().at(row));
}

void ProvidersPane::change(const ProviderConfig &config)
{
    const int row = m_model.rowOf(config.name);
    if (row < 0)
        return;
    m_before.append(m_model.entries().at(row).config);
    if (m_before.size() > MostUndo)
        m_before.removeFirst();
    m_undo->setEnabled(true);
    Q_EMIT configChanged(config);
}

void ProvidersPane::remove(const QString &provider)
{
    const int row = m_model.rowOf(provider);
    if (row < 0)
        return;
    m_before.append(m_model.entries().at(row).config);
    m_undo->setEnabled(true);
    Q_EMIT removed(provider);
}

void ProvidersPane::undo()
{
    if (m_before.isEmpty())
        return;
    const ProviderConfig config = m_before.takeLast();
    m_undo->setEnabled(!m_before.isEmpty());
    Q_EMIT configChanged(config);
}

} // namespace kagura
