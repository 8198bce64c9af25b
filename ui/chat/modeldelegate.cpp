// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/modeldelegate.h"

#include "ui/chat/modellistmodel.h"

#include <QPainter>

namespace kagura {

ModelDelegate::ModelDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int words = QFontMetrics(m_style.labelFont).horizontalAdvance(index.data().toString());
    return {std::max(option.rect.width(), words + 2 * m_style.listPad), m_style.listRow};
}

void ModelDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const bool isHeading = index.data(ModelListModel::IsHeadingRole).toBool();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect;
    if (index.flags() != Qt::NoItemFlags
        && (isSelected || option.state.testFlag(QStyle::State_MouseOver))) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? m_style.selected : m_style.hover);
        painter->drawRoundedRect(row, m_style.controlRadius, m_style.controlRadius);
    }
    const bool isNote = index.data(ModelListModel::IsNoteRole).toBool();
    const QFont font = isHeading ? m_style.headingFont
        : isNote                 ? m_style.smallFont
                                 : m_style.labelFont;
    const QRect words =
        row.adjusted(m_style.gap, 0, -m_style.gap, isHeading ? -m_style.gap / 2 : 0);
    painter->setFont(font);
    painter->setPen(isHeading || isNote ? m_style.text3 : m_style.text);
    painter->drawText(
        words,
        Qt::AlignLeft | int(isHeading ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
    painter->restore();
}

} // namespace kagura
