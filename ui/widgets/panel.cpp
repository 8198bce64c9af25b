// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/panel.h"

#include <QPainter>

namespace kagura {

Panel::Panel(ColorToken ground, Qt::Edges hairlines, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_hairlines(hairlines)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Panel::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_ground));
    const int line = m_theme.px(Measure::Hairline);
    const QColor ink = m_theme.color(ColorToken::Border);
    if (m_hairlines.testFlag(Qt::TopEdge))
        painter.fillRect(0, 0, width(), line, ink);
    if (m_hairlines.testFlag(Qt::BottomEdge))
        painter.fillRect(0, height() - line, width(), line, ink);
    if (m_hairlines.testFlag(Qt::LeftEdge))
        painter.fillRect(0, 0, line, height(), ink);
    if (m_hairlines.testFlag(Qt::RightEdge))
        painter.fillRect(width() - line, 0, line, height(), ink);
}

} // namespace kagura
