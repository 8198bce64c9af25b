// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/menupainter.h"

#include "ui/theme/stylepainter.h"

#include <QPainter>
#include <QStyleOptionMenuItem>

namespace kagura {

using namespace Qt::StringLiterals;

// What stands before the words: a column for marks and icons only where some row of the menu has one.
int MenuPainter::lead(const QStyleOptionMenuItem &item) const
{
    const bool hasColumn = item.menuHasCheckableItems || item.maxIconWidth > 0;
    return m_theme.px(Space::Small)
        + (hasColumn ? m_theme.px(Measure::Icon) + m_theme.px(Space::Small) : 0);
}

QSize MenuPainter::size(const QStyleOptionMenuItem &item, const QSize &contents) const
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), 2 * m_theme.px(Space::Tight) + m_theme.px(Measure::Hairline)};
    int width = lead(item) + item.fontMetrics.horizontalAdvance(item.text.section(u'\t', 0, 0))
        + m_theme.px(Space::Wide);
    if (item.text.contains(u'\t'))
        width += item.reservedShortcutWidth + m_theme.px(Space::Wide);
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += m_theme.px(Measure::Icon);
    return {width, m_theme.px(Measure::Control)};
}

void MenuPainter::row(QPainter &painter, const QStyleOptionMenuItem &item) const
{
    const StylePainter parts(painter, m_theme);
    const QRect rect = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(rect.left(), rect.center().y(), rect.width(),
                         m_theme.px(Measure::Hairline), m_theme.color(ColorToken::Border));
        return;
    }
    const bool isEnabled = item.state.testFlag(QStyle::State_Enabled);
    if (item.state.testFlag(QStyle::State_Selected) && isEnabled)
        parts.box(rect, m_theme.color(ColorToken::Hover), {}, Measure::ControlRadius);
    const int side = m_theme.px(Measure::Icon);
    const int pad = m_theme.px(Space::Small);
    const auto placed = [&](int left) {
        return QStyle::visualRect(
            item.direction, rect,
            QRect(rect.left() + left, rect.top() + (rect.height() - side) / 2, side, side));
    };
    if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked)
        m_theme.icon(u"check"_s, ColorToken::Accent).paint(&painter, placed(pad));
    else if (!item.icon.isNull())
        item.icon.paint(&painter, placed(pad), Qt::AlignCenter,
                        isEnabled ? QIcon::Normal : QIcon::Disabled);
    const QRect words = QStyle::visualRect(
        item.direction, rect, rect.adjusted(lead(item), 0, -m_theme.px(Space::Medium), 0));
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.save();
    painter.setFont(item.font);
    painter.setPen(m_theme.color(isEnabled ? ColorToken::Text : ColorToken::Text3));
    painter.drawText(words, flags | Qt::AlignLeft, item.text.section(u'\t', 0, 0));
    if (item.text.contains(u'\t')) {
        painter.setPen(m_theme.color(ColorToken::Text3));
        painter.drawText(words, flags | Qt::AlignRight, item.text.section(u'\t', 1));
    }
    painter.restore();
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        parts.chevron(placed(rect.width() - side - pad), Qt::RightArrow,
                      isEnabled ? ColorToken::Text2 : ColorToken::Text3);
}

} // namespace kagura
