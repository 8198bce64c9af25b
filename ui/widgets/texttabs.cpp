// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/texttabs.h"

#include "ui/theme/stylepainter.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal Height = 38;
constexpr qreal Gap = 20;

} // namespace

TextTabs::TextTabs(const QString &name, QWidget *parent)
    : QTabBar(parent)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTheme(m_theme);
}

void TextTabs::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFont(theme.font(TypeSize::Body, QFont::Medium));
    setFixedHeight(theme.px(Height));
    updateGeometry();
    update();
}

QSize TextTabs::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += tabSizeHint(i).width();
    return {width, m_theme.px(Height)};
}

QSize TextTabs::tabSizeHint(int index) const
{
    return {fontMetrics().horizontalAdvance(tabText(index)) + m_theme.px(Gap), m_theme.px(Height)};
}

void TextTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = m_theme.px(Measure::Hairline);
    painter.fillRect(0, height() - line, width(), line, m_theme.color(ColorToken::Border));
    painter.setFont(font());
    for (int i = 0; i < count(); ++i) {
        const QRect words = tabRect(i).adjusted(0, 0, -m_theme.px(Gap), 0);
        const bool isCurrent = i == currentIndex();
        painter.setPen(m_theme.color(isCurrent ? ColorToken::Text : ColorToken::Text2));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, tabText(i));
        if (!isCurrent)
            continue;
        const int thick = m_theme.px(Measure::FocusRing);
        painter.fillRect(words.left(), height() - thick, words.width(), thick,
                         m_theme.color(ColorToken::Accent));
        if (hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            const int tight = m_theme.px(Space::Tight);
            StylePainter(painter, m_theme)
                .ring(words.adjusted(-tight, tight, tight, -tight), Measure::ControlRadius);
        }
    }
}

} // namespace kagura
