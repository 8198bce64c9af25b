// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/commanddelegate.h"

#include "ui/shell/commandmodel.h"
#include "ui/theme/stylepainter.h"

#include <QPainter>
#include <QTextLayout>

namespace kagura {

namespace {

constexpr qreal RowHeight = 36;

} // namespace

CommandDelegate::CommandDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_theme.px(RowHeight)};
}

void CommandDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const int margin = m_theme.px(Space::Tight);
    if (option.state.testFlag(QStyle::State_Selected))
        StylePainter(*painter, m_theme)
            .box(option.rect.adjusted(margin, 0, -margin, 0), m_theme.color(ColorToken::Selected),
                 {}, Measure::ControlRadius);
    const int pad = m_theme.px(Space::Large);
    const QRect row = option.rect.adjusted(pad, 0, -pad, 0);
    painter->setFont(m_theme.font(TypeSize::Small));
    painter->setPen(m_theme.color(ColorToken::Text3));
    const QString keys = index.data(CommandModel::KeysRole).toString();
    painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, keys);

    QTextLayout words(index.data().toString(), m_theme.font(TypeSize::Body));
    QList<QTextLayout::FormatRange> formats;
    for (const int position : index.data(CommandModel::MatchedRole).value<QList<int>>()) {
        QTextLayout::FormatRange range;
        range.start = position;
        range.length = 1;
        range.format.setFontWeight(QFont::DemiBold);
        formats.append(range);
    }
    words.setFormats(formats);
    words.beginLayout();
    QTextLine line = words.createLine();
    line.setLineWidth(row.width());
    words.endLayout();
    painter->save();
    painter->setClipRect(row);
    painter->setPen(m_theme.color(ColorToken::Text));
    words.draw(painter, QPointF(row.left(), row.top() + (row.height() - line.height()) / 2));
    painter->restore();
}

} // namespace kagura
