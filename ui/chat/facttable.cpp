// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/facttable.h"

#include "ui/chat/displaytext.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace kagura {

FactTable::FactTable(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    m_grid = new QGridLayout(this);
    m_grid->setColumnStretch(0, 1);
}

void FactTable::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    m_grid->setContentsMargins(style.cardPad, style.gap, style.cardPad, style.gap);
    m_grid->setHorizontalSpacing(style.cardPad);
    m_grid->setVerticalSpacing(style.tightGap * 2);
    build();
}

void FactTable::setFacts(const QList<InspectedFact> &facts, bool hasSum)
{
    setVisible(!facts.isEmpty());
    if (facts == m_facts && hasSum == m_hasSum)
        return;
    m_facts = facts;
    m_hasSum = hasSum;
    build();
}

void FactTable::build()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < m_facts.size(); ++row) {
        const InspectedFact &fact = m_facts.at(row);
        const bool isSum = m_hasSum && row == m_facts.size() - 1;
        const auto add = [&](const QString &text, int column, const QColor &ink) {
            auto *label = new QLabel(DisplayText::of(text), this);
            label->setTextFormat(Qt::PlainText);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            label->setFont(isSum ? m_style.labelStrongFont : m_style.labelFont);
            label->setWordWrap(column == 0);
            inkLabel(label, ink);
            m_grid->addWidget(label, row, column,
                              column == 0 ? Qt::Alignment() : Qt::AlignRight | Qt::AlignTop);
        };
        add(fact.name, 0, isSum ? m_style.text : m_style.text2);
        add(fact.value, 1, m_style.text);
    }
}

void FactTable::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_style.border);
    painter.setBrush(m_style.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_style.controlRadius,
                            m_style.controlRadius);
}

} // namespace kagura
