// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/floatingcard.h"

#include "ui/theme/stylepainter.h"

#include <QPainter>

namespace kagura {

FloatingCard::FloatingCard(QWidget *parent)
    : QWidget(parent)
{
    const int margin = reach(m_theme);
    setContentsMargins(margin, margin, margin, margin);
}

int FloatingCard::reach(const Theme &theme)
{
    return theme.px(Space::Large);
}

void FloatingCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    const int margin = reach(theme);
    setContentsMargins(margin, margin, margin, margin);
    update();
}

void FloatingCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int margin = reach(m_theme);
    const QRectF card = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    const qreal corner = m_theme.px(Measure::CardRadius);
    const qreal drop = m_theme.px(Space::Tight);
    QColor shade = m_theme.color(ColorToken::Shade);
    // Rings of the same shade over each other, so that it fades towards its edge.
    const float ink = shade.alphaF() / static_cast<float>(margin) * 2;
    for (int ring = margin - static_cast<int>(drop); ring > 0; --ring) {
        const float depth = 1.0F - static_cast<float>(ring) / static_cast<float>(margin);
        shade.setAlphaF(ink * depth);
        painter.setBrush(shade);
        painter.drawRoundedRect(card.adjusted(-ring, -ring + drop, ring, ring + drop),
                                corner + ring, corner + ring);
    }
    StylePainter(painter, m_theme)
        .box(card.toRect(), m_theme.color(ColorToken::Surface),
             m_theme.color(ColorToken::StrongBorder), Measure::CardRadius);
}

} // namespace kagura
