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
    const int margin = reach(m_theme);
    const QRect card = rect().adjusted(margin, margin, -margin, -margin);
    const StylePainter parts(painter, m_theme);
    parts.shadow(card, margin);
    parts.box(card, m_theme.color(ColorToken::Surface), m_theme.color(ColorToken::StrongBorder),
              Measure::CardRadius);
}

} // namespace kagura
