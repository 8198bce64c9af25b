// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/plot.h"

#include "ui/plots/plotaccessible.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace kagura {

Plot::Plot(Qt::Orientation direction, QWidget *parent)
    : QWidget(parent)
    , m_direction(direction)
{
    installPlotAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

Plot::~Plot() = default;

void Plot::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void Plot::setSummary(const QString &summary)
{
    m_summary = summary;
    setAccessibleDescription(summary);
}

QString Plot::readout() const
{
    return m_place < 0 ? QString() : readoutOf(m_place);
}

void Plot::setPlace(int place)
{
    const int wanted = std::clamp(place, -1, placeCount() - 1);
    if (wanted == m_place)
        return;
    m_place = wanted;
    update();
    Q_EMIT readoutChanged(readout());
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void Plot::dataChanged()
{
    setPlace(-1);
    updateGeometry();
    update();
}

void Plot::paintFocus(QPainter &painter) const
{
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(ColorToken::Accent), m_theme.px(Measure::Hairline)));
    const qreal radius = m_theme.px(Measure::ControlRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Plot::mouseMoveEvent(QMouseEvent *event)
{
    setPlace(placeAt(event->position()));
}

void Plot::mousePressEvent(QMouseEvent *event)
{
    const int place = placeAt(event->position());
    if (event->button() == Qt::LeftButton && place >= 0)
        Q_EMIT chosen(place);
    else
        QWidget::mousePressEvent(event);
}

// What the keyboard has chosen stays.
void Plot::leaveEvent(QEvent *event)
{
    if (!hasFocus())
        setPlace(-1);
    QWidget::leaveEvent(event);
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    const bool isHorizontal = m_direction == Qt::Horizontal;
    const int back = isHorizontal ? Qt::Key_Left : Qt::Key_Up;
    const int on = isHorizontal ? Qt::Key_Right : Qt::Key_Down;
    if (event->key() == back)
        setPlace(m_place < 0 ? placeCount() - 1 : std::max(0, m_place - 1));
    else if (event->key() == on)
        setPlace(m_place + 1);
    else if (event->key() == Qt::Key_Home)
        setPlace(std::min(0, placeCount() - 1));
    else if (event->key() == Qt::Key_End)
        setPlace(placeCount() - 1);
    else if (event->key() == Qt::Key_Escape && m_place >= 0)
        setPlace(-1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_place >= 0)
        Q_EMIT chosen(m_place);
    else
        QWidget::keyPressEvent(event);
}

void Plot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Plot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setPlace(-1);
    update();
}

} // namespace kagura
