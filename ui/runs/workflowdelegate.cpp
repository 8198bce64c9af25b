// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/workflowdelegate.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal RowHeight = 56;

} // namespace

WorkflowDelegate::WorkflowDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize WorkflowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_theme.px(RowHeight)};
}

void WorkflowDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter->fillRect(row, m_theme.color(ColorToken::Selected));
        painter->fillRect(
            QRect(row.left(), row.top(), m_theme.px(Measure::FocusRing), row.height()),
            m_theme.color(ColorToken::Accent));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(row, m_theme.color(ColorToken::Hover));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme.color(ColorToken::Accent), 1));
        painter->drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const int icon = m_theme.px(Measure::RailIcon);
    const int left = row.left() + m_theme.px(Space::Large);
    m_theme
        .icon(index.data(IconRole).toString(), isSelected ? ColorToken::Accent : ColorToken::Text2)
        .paint(painter, QRect(left, row.top() + (row.height() - icon) / 2, icon, icon));
    const int words = left + icon + m_theme.px(Space::Medium);
    const int width = row.right() - words - m_theme.px(Space::Medium);
    const int line = m_theme.lineHeight(TypeSize::Body);
    const int top = row.top() + (row.height() - 2 * line) / 2;
    const auto draw = [&](const QFont &font, ColorToken ink, int at, const QString &text) {
        painter->setFont(font);
        painter->setPen(m_theme.color(ink));
        painter->drawText(QRect(words, at, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, width));
    };
    draw(m_theme.font(TypeSize::Body, QFont::Medium), ColorToken::Text, top,
         index.data().toString());
    draw(m_theme.font(TypeSize::Small), ColorToken::Text2, top + line,
         index.data(EvidenceRole).toString());
    painter->restore();
}

} // namespace kagura
