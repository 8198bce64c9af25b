// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/searchhitdelegate.h"

#include "ui/chat/displaytext.h"
#include "ui/chat/format.h"
#include "ui/chat/searchhitmodel.h"

#include <QPainter>
#include <QTextLayout>

namespace kagura {

SearchHitDelegate::SearchHitDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize SearchHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(),
            QFontMetrics(m_style.labelMediumFont).height()
                + QFontMetrics(m_style.smallFont).height() + m_style.pad};
}

void SearchHitDelegate::paint(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, isSelected ? m_style.selected : m_style.hover);
    if (isSelected)
        painter->fillRect(QRect(row.left(), row.top(), m_style.focusWidth, row.height()),
                          m_style.accent);
    const auto hit = index.data(SearchHitModel::RowRole).value<SearchHitRow>();
    const QRect words =
        row.adjusted(m_style.listPad, m_style.pad / 2, -m_style.listPad, -m_style.pad / 2);
    const QFontMetrics titles(m_style.labelMediumFont);
    const QRect first(words.left(), words.top(), words.width(), titles.height());
    const QString when = timeColumnText(hit.created, QDateTime::currentDateTimeUtc());
    painter->setFont(m_style.smallFont);
    painter->setPen(m_style.text3);
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, when);
    const int width =
        first.width() - QFontMetrics(m_style.smallFont).horizontalAdvance(when) - m_style.gap;
    painter->setFont(m_style.labelMediumFont);
    painter->setPen(m_style.text);
    painter->drawText(QRect(first.left(), first.top(), width, first.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      titles.elidedText(DisplayText::line(hit.title), Qt::ElideRight, width));
    paintExcerpt(
        *painter,
        QRect(words.left(), first.bottom() + 1, words.width(), words.bottom() - first.bottom()),
        index);
    painter->restore();
}

void SearchHitDelegate::paintExcerpt(QPainter &painter,
                                     const QRect &line,
                                     const QModelIndex &index) const
{
    const auto hit = index.data(SearchHitModel::RowRole).value<SearchHitRow>();
    QTextLayout layout(hit.excerpt, m_style.smallFont);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &[begin, length] : hit.marks) {
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        format.setForeground(m_style.text);
        formats.append({begin, length, format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine text = layout.createLine();
    layout.endLayout();
    if (!text.isValid())
        return;
    // What was found is in sight, however long the line before it is.
    qreal shift = 0;
    if (!hit.marks.isEmpty()) {
        const auto &[begin, length] = hit.marks.constFirst();
        const qreal end = text.cursorToX(begin + length);
        shift = std::max(0.0, end - line.width() * 0.75);
    }
    painter.setClipRect(line, Qt::IntersectClip);
    painter.setPen(m_style.text2);
    layout.draw(&painter, QPointF(line.left() - shift, line.top()));
}

} // namespace kagura
