// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/keyhint.h"

#include "ui/theme/stylepainter.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal KeyPad = 5;
constexpr qreal KeyHeight = 18;

} // namespace

KeyHint::KeyHint(const QString &key, const QString &what, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(key);
    setToolTip(what);
    setAccessibleName(what);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTheme(m_theme);
}

void KeyHint::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFont(theme.font(TypeSize::Tiny));
    updateGeometry();
}

QSize KeyHint::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * m_theme.px(KeyPad),
            m_theme.px(KeyHeight)};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StylePainter parts(painter, m_theme);
    const QColor fill = m_theme.color(underMouse() ? ColorToken::Hover : ColorToken::Surface);
    if (hasFocus())
        parts.focusedBox(rect(), fill, Measure::ControlRadius);
    else
        parts.box(rect(), fill, m_theme.color(ColorToken::Border), Measure::ControlRadius);
    painter.setPen(m_theme.color(ColorToken::Text3));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace kagura
