// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/curveplot.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

constexpr qreal ScaleWidth = 44;
constexpr qreal LabelGap = 8;
constexpr qreal PointDot = 4.5; // radius
constexpr qreal LineWidth = 1.75;
constexpr int ScaleSteps = 3;

} // namespace

CurvePlot::CurvePlot(QWidget *parent)
    : Plot(Qt::Horizontal, parent)
{}

void CurvePlot::setData(const CurveData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    double least = 100;
    double most = 0;
    for (const CurveData::Point &point : data.points) {
        least = std::min(least, point.y);
        most = std::max(most, point.y);
    }
    m_scale = PlotScale(std::min(least, most), most, ScaleSteps);
    dataChanged();
}

QSize CurvePlot::sizeHint() const
{
    return {theme().px(320.0), theme().px(220.0)};
}

QSize CurvePlot::minimumSizeHint() const
{
    return {theme().px(240.0), theme().px(140.0)};
}

int CurvePlot::placeCount() const
{
    return static_cast<int>(m_data.points.size());
}

QString CurvePlot::readoutOf(int place) const
{
    return m_data.points.value(place).readout;
}

QRectF CurvePlot::ground() const
{
    const qreal line = theme().lineHeight(TypeSize::Tiny);
    return QRectF(rect()).adjusted(theme().px(ScaleWidth), line / 2, -theme().px(Space::Small),
                                   -line - theme().px(Space::Small));
}

QPointF CurvePlot::pointOf(int place) const
{
    const QRectF area = ground();
    const CurveData::Point &point = m_data.points.at(place);
    const double first = std::log(std::max(1e-9, m_data.points.constFirst().x));
    const double last = std::log(std::max(1e-9, m_data.points.constLast().x));
    const double along =
        last > first ? (std::log(std::max(1e-9, point.x)) - first) / (last - first) : 0.5;
    return {area.left() + along * area.width(),
            area.bottom() - m_scale.place(point.y) * area.height()};
}

int CurvePlot::placeAt(const QPointF &point) const
{
    if (m_data.points.isEmpty() || !ground().adjusted(-8, -8, 8, 8).contains(point))
        return -1;
    int nearest = 0;
    for (int i = 1; i < placeCount(); ++i) {
        if (std::abs(pointOf(i).x() - point.x()) < std::abs(pointOf(nearest).x() - point.x()))
            nearest = i;
    }
    return nearest;
}

void CurvePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(painter);
    if (!m_data.points.isEmpty()) {
        paintAxis(painter);
        paintCurve(painter);
        if (m_data.now >= 0)
            paintPoint(painter, m_data.now, true);
        if (place() >= 0 && place() != m_data.now)
            paintPoint(painter, place(), false);
    }
    paintFocus(painter);
}

void CurvePlot::paintScale(QPainter &painter) const
{
    const QRectF area = ground();
    painter.setFont(theme().font(TypeSize::Tiny));
    for (const double mark : m_scale.marks()) {
        const qreal y = std::floor(area.bottom() - m_scale.place(mark) * area.height()) + 0.5;
        painter.setPen(QPen(theme().color(ColorToken::Border), theme().px(Measure::Hairline)));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme().color(ColorToken::Text2));
        const QString unit = mark == m_scale.high() ? m_data.unit : QString();
        painter.drawText(QRectF(0, y - 20, area.left() - theme().px(Space::Small), 40),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(mark, 'f', m_scale.decimals()) + unit);
    }
}

void CurvePlot::paintAxis(QPainter &painter) const
{
    painter.setFont(theme().font(TypeSize::Tiny));
    painter.setPen(theme().color(ColorToken::Text2));
    const QFontMetricsF metrics(painter.font());
    const QRectF area = ground();
    qreal free = area.left() - theme().px(ScaleWidth);
    for (int i = 0; i < placeCount(); ++i) {
        const QString &words = m_data.points.at(i).label;
        const qreal width = metrics.horizontalAdvance(words);
        const qreal left = std::min(pointOf(i).x() - width / 2, area.right() - width);
        if (words.isEmpty() || left < free)
            continue;
        painter.drawText(QPointF(left, height() - metrics.descent() - 1), words);
        free = left + width + theme().px(LabelGap);
    }
}

void CurvePlot::paintCurve(QPainter &painter) const
{
    QPen pen(theme().color(ColorToken::Cached), LineWidth * theme().scale());
    pen.setJoinStyle(Qt::RoundJoin);
    const int border = m_data.now < 0 ? placeCount() - 1 : m_data.now;
    QPolygonF measured;
    for (int i = 0; i <= border; ++i)
        measured.append(pointOf(i));
    painter.setPen(pen);
    painter.drawPolyline(measured);
    QPolygonF estimated;
    for (int i = border; i < placeCount(); ++i)
        estimated.append(pointOf(i));
    pen.setDashPattern({2, 2});
    painter.setPen(pen);
    painter.drawPolyline(estimated);
}

// How it is, filled, on a whole line; where one looks, hollow, on a dashed one.
void CurvePlot::paintPoint(QPainter &painter, int place, bool isNow) const
{
    const QRectF area = ground();
    const QPointF point = pointOf(place);
    const qreal x = std::floor(point.x()) + 0.5;
    QPen line(theme().color(isNow ? ColorToken::Cached : ColorToken::Text2),
              theme().px(Measure::Hairline));
    if (!isNow)
        line.setDashPattern({2, 3});
    painter.setPen(line);
    painter.drawLine(QPointF(x, point.y()), QPointF(x, area.bottom()));
    painter.setPen(QPen(theme().color(ColorToken::Cached), LineWidth * theme().scale()));
    painter.setBrush(theme().color(isNow ? ColorToken::Cached : ColorToken::Surface));
    const qreal radius = PointDot * theme().scale();
    painter.drawEllipse(QPointF(x, point.y()), radius, radius);
}

} // namespace kagura
