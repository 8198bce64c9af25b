// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/sectiondelegate.h"

#include "ui/settings/rowfocus.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal RowHeight = 34;

} // namespace

SectionDelegate::SectionDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_theme.px(RowHeight)};
}

void SectionDelegate::paint(QPainter *painter,
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
    const int side = m_theme.px(Measure::Icon);
    const QRect icon(row.left() + m_theme.px(Space::Large), row.center().y() - side / 2, side,
                     side);
    m_theme
        .icon(index.data(IconRole).toString(), isSelected ? ColorToken::Accent : ColorToken::Text2)
        .paint(painter, icon);
    painter->setFont(m_theme.font(TypeSize::Body, isSelected ? QFont::Medium : QFont::Normal));
    painter->setPen(m_theme.color(ColorToken::Text));
    painter->drawText(
        row.adjusted(icon.right() + m_theme.px(Space::Small) + 1 - row.left(), 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
    paintRowFocus(*painter, option, m_theme);
    painter->restore();
}

} // namespace kagura
