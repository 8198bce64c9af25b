// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/panelayout.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal LabelColumn = 104;

} // namespace

PaneLayout::PaneLayout(QWidget *pane, const QString &title)
    : m_pane(pane)
    , m_grid(new QGridLayout)
{
    auto *head = new Panel(ColorToken::Surface, Qt::BottomEdge, pane);
    head->setObjectName(u"paneHead"_s);
    auto *row = new QHBoxLayout(head);
    auto *words = new Label({TypeSize::Reading, ColorToken::Text, QFont::DemiBold}, title, head);
    words->setObjectName(u"paneTitle"_s);
    row->addWidget(words, 1);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addLayout(m_grid, 1);
    m_grid->setColumnStretch(2, 1);
}

void PaneLayout::addRow(const QString &words, QWidget *field, const QString &hint)
{
    auto *label = new Label({TypeSize::Body, ColorToken::Text2}, words, m_pane);
    label->setBuddy(field);
    label->setObjectName(field->objectName() + u"Label"_s);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(words);
    const int row = m_grid->rowCount();
    m_grid->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed), row + 2, 0);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 1);
    if (hint.isEmpty())
        return;
    auto *below = new Label(
        {TypeSize::Small, ColorToken::Text2, QFont::Normal, LabelLook::Fit::Wrapped}, hint, m_pane);
    below->setObjectName(field->objectName() + u"Hint"_s);
    m_grid->addWidget(below, row + 1, 1, 1, -1);
}

void PaneLayout::end()
{
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void PaneLayout::setTheme(QWidget *pane, const Theme &theme)
{
    auto *column = static_cast<QVBoxLayout *>(pane->layout());
    QWidget *head = column->itemAt(0)->widget();
    head->setFixedHeight(theme.px(Measure::Head));
    head->layout()->setContentsMargins(theme.px(Space::Wide), 0, theme.px(Space::Large), 0);
    auto *grid = static_cast<QGridLayout *>(column->itemAt(1)->layout());
    const int margin = theme.px(Space::Wide);
    grid->setContentsMargins(margin, theme.px(Space::Small), margin, margin);
    grid->setHorizontalSpacing(theme.px(Space::Small));
    grid->setVerticalSpacing(theme.px(Space::Tight));
    grid->setColumnMinimumWidth(0, theme.px(LabelColumn));
    for (int row = 0; row < grid->rowCount(); ++row) {
        QLayoutItem *first = grid->itemAtPosition(row, 0);
        if (first != nullptr && first->spacerItem() != nullptr)
            grid->setRowMinimumHeight(row, theme.px(Space::Tight));
    }
    for (Label *label : pane->findChildren<Label *>())
        label->setTheme(theme);
    for (Button *button : pane->findChildren<Button *>())
        button->setTheme(theme);
    for (Panel *panel : pane->findChildren<Panel *>())
        panel->setTheme(theme);
}

} // namespace kagura
