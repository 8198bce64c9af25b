// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace kagura {

namespace {

constexpr qreal Width = 104;
constexpr qreal Height = 28;
constexpr qreal Pen = 1.5;
constexpr qreal EndDot = 2.5; // radius

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sparkline::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void Sparkline::setValues(const QList<double> &values)
{
    m_values = values;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {m_theme.px(Width), m_theme.px(Height)};
}

void Sparkline::paint(QPainter &painter,
                      const QRectF &area,
                      const QList<double> &values,
                      const Theme &theme)
{
    if (values.size() < 2)
        return;
    const qreal dot = EndDot * theme.scale();
    const QRectF inner = area.adjusted(0, dot, -dot, -dot);
    const auto [least, most] = std::minmax_element(values.cbegin(), values.cend());
    const double span = *most - *least;
    QPolygonF line;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const qreal along = static_cast<qreal>(i) / static_cast<qreal>(values.size() - 1);
        // What never changes lies at the bottom, as nothing does.
        const qreal up = span > 0 ? (values.at(i) - *least) / span : 0;
        line.append({inner.left() + along * inner.width(), inner.bottom() - up * inner.height()});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.color(ColorToken::Cached), Pen * theme.scale());
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorToken::Cached));
    painter.drawEllipse(line.constLast(), dot, dot);
    painter.restore();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_values, m_theme);
}

} // namespace kagura
