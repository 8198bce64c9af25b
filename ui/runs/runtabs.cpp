// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runtabs.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal Height = 36;

} // namespace

RunTabs::RunTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setFocusPolicy(Qt::StrongFocus);
}

void RunTabs::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFont(theme.font(TypeSize::Small, QFont::Medium));
    setFixedHeight(theme.px(Height));
    update();
}

QSize RunTabs::tabSizeHint(int index) const
{
    return {fontMetrics().horizontalAdvance(tabText(index)) + 2 * m_theme.px(Space::Small),
            m_theme.px(Height)};
}

void RunTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(ColorToken::Border));
    for (int tab = 0; tab < count(); ++tab) {
        const QRect place = tabRect(tab);
        const bool isCurrent = tab == currentIndex();
        painter.setPen(m_theme.color(isCurrent ? ColorToken::Accent : ColorToken::Text2));
        painter.drawText(place, Qt::AlignCenter, tabText(tab));
        if (!isCurrent)
            continue;
        const int line = m_theme.px(Measure::FocusRing);
        painter.fillRect(QRect(place.left(), height() - line, place.width(), line),
                         m_theme.color(ColorToken::Accent));
        if (hasFocus()) {
            painter.setPen(m_theme.color(ColorToken::Accent));
            painter.drawRect(place.adjusted(1, 3, -2, -line - 3));
        }
    }
}

} // namespace kagura
