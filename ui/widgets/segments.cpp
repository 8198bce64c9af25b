// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/segments.h"

#include "ui/theme/stylepainter.h"

#include <QPainter>

namespace kagura {

Segments::Segments(const QString &name, QWidget *parent)
    : QTabBar(parent)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTheme(m_theme);
}

void Segments::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFont(theme.font(TypeSize::Body, QFont::Medium));
    setFixedHeight(theme.px(Measure::Control));
    updateGeometry();
    update();
}

QSize Segments::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += tabSizeHint(i).width();
    return {width, m_theme.px(Measure::Control)};
}

QSize Segments::tabSizeHint(int index) const
{
    return {fontMetrics().horizontalAdvance(tabText(index)) + 2 * m_theme.px(Space::Medium),
            m_theme.px(Measure::Control)};
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StylePainter style(painter, m_theme);
    const QColor ground = m_theme.color(ColorToken::Sunken);
    if (hasFocus())
        style.focusedBox(rect(), ground, Measure::ControlRadius);
    else
        style.box(rect(), ground, m_theme.color(ColorToken::Border), Measure::ControlRadius);
    const int inset = m_theme.px(Measure::FocusRing);
    for (int i = 0; i < count(); ++i) {
        const bool isCurrent = i == currentIndex();
        if (isCurrent)
            style.box(tabRect(i).adjusted(inset, inset, -inset, -inset),
                      m_theme.color(ColorToken::Surface), m_theme.color(ColorToken::StrongBorder),
                      Measure::ControlRadius);
        painter.setFont(font());
        painter.setPen(m_theme.color(!isTabEnabled(i) ? ColorToken::Text3
                                         : isCurrent  ? ColorToken::Text
                                                      : ColorToken::Text2));
        painter.drawText(tabRect(i), Qt::AlignCenter | Qt::TextSingleLine, tabText(i));
    }
}

} // namespace kagura
