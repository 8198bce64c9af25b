// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/starterbutton.h"

#include <QEnterEvent>
#include <QFocusEvent>
#include <QPainter>

namespace kagura {

StarterButton::StarterButton(const QString &question, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(question);
    setAccessibleName(question);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StarterButton::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    setIconSize({style.icon, style.icon});
    updateGeometry();
    update();
}

QSize StarterButton::sizeHint() const
{
    return {m_style.column / 3, int(2 * m_style.labelLine) + 2 * m_style.cardPad + 2};
}

void StarterButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFocused = hasFocus() && m_isFocusVisible;
    painter.setPen(isFocused ? m_style.accent : m_style.border);
    painter.setBrush(isDown() || underMouse() ? m_style.hover : m_style.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_style.cardRadius,
                            m_style.cardRadius);
    QRect words =
        rect().adjusted(m_style.cardPad, m_style.cardPad, -m_style.cardPad, -m_style.cardPad);
    if (!icon().isNull()) {
        const QRect place(words.left() + 2, words.top() + int(m_style.labelLine - m_style.icon) / 2,
                          m_style.icon, m_style.icon);
        icon().paint(&painter, place);
        words.setLeft(place.right() + 1 + m_style.gap);
    }
    painter.setFont(m_style.labelFont);
    painter.setPen(m_style.text);
    TextLeaf leaf;
    leaf.setText(text());
    leaf.layOut(m_style.labelShape(words.width()));
    leaf.draw(painter, words.topLeft(), rect(), {m_style.text, m_style.accentSoft, {}});
}

void StarterButton::focusInEvent(QFocusEvent *event)
{
    m_isFocusVisible = event->reason() != Qt::MouseFocusReason;
    QAbstractButton::focusInEvent(event);
}

void StarterButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void StarterButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace kagura
