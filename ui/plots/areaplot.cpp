// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/areaplot.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace kagura {

namespace {

constexpr qreal ScaleWidth = 48; // labels at the left
constexpr qreal LegendWidth = 108;
constexpr qreal PlaceGap = 24; // between two labels under the plot
constexpr qreal Swatch = 8;
constexpr qreal LookDot = 3.5; // radius
constexpr std::array Opacities = {0.9, 0.55, 0.34, 0.16}; // from the ground up
constexpr int ScaleSteps = 4;

} // namespace

AreaPlot::AreaPlot(QWidget *parent)
    : Plot(Qt::Horizontal, parent)
{}

void AreaPlot::setData(const AreaData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    m_scale = PlotScale(0, data.maximum, ScaleSteps);
    dataChanged();
}

QSize AreaPlot::sizeHint() const
{
    return {theme().px(640.0), theme().px(240.0)};
}

QSize AreaPlot::minimumSizeHint() const
{
    return {theme().px(320.0), theme().px(140.0)};
}

int AreaPlot::placeCount() const
{
    return static_cast<int>(m_data.places.size());
}

QString AreaPlot::readoutOf(int place) const
{
    return m_data.readouts.value(place);
}

QRectF AreaPlot::ground() const
{
    const qreal line = theme().lineHeight(TypeSize::Tiny);
    return QRectF(rect()).adjusted(theme().px(ScaleWidth), line / 2,
                                   -theme().px(LegendWidth) - theme().px(Space::Medium),
                                   -line - theme().px(Space::Small));
}

QPointF AreaPlot::pointOf(int place, double value) const
{
    const QRectF area = ground();
    const int count = placeCount();
    const qreal along = count > 1 ? static_cast<qreal>(place) / (count - 1) : 0.5;
    return {area.left() + along * area.width(),
            area.bottom() - m_scale.place(value) * area.height()};
}

int AreaPlot::placeAt(const QPointF &point) const
{
    const QRectF area = ground();
    const int count = placeCount();
    if (count == 0 || !area.adjusted(-8, -8, 8, 8).contains(point))
        return -1;
    const qreal along = (point.x() - area.left()) / std::max(1.0, area.width());
    return std::clamp(static_cast<int>(std::lround(along * (count - 1))), 0, count - 1);
}

double AreaPlot::upTo(qsizetype series, int place) const
{
    double sum = 0;
    for (qsizetype i = 0; i <= series; ++i)
        sum += m_data.series.at(i).values.value(place);
    return sum;
}

QColor AreaPlot::fillOf(qsizetype series) const
{
    QColor color = theme().color(ColorToken::Cached);
    const auto step = std::min(static_cast<std::size_t>(series), Opacities.size() - 1);
    color.setAlphaF(static_cast<float>(Opacities.at(step)));
    return color;
}

void AreaPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(painter);
    if (placeCount() > 0) {
        paintAreas(painter);
        paintPlaces(painter);
        paintEvents(painter);
        paintLegend(painter);
        paintLook(painter);
    }
    paintFocus(painter);
}

void AreaPlot::paintScale(QPainter &painter) const
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

void AreaPlot::paintAreas(QPainter &painter) const
{
    const int count = placeCount();
    for (qsizetype i = 0; i < m_data.series.size(); ++i) {
        QPolygonF outline;
        for (int place = 0; place < count; ++place)
            outline.append(pointOf(place, upTo(i, place)));
        QPolygonF shape = outline;
        for (int place = count; place-- > 0;)
            shape.append(pointOf(place, i == 0 ? 0 : upTo(i - 1, place)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(fillOf(i));
        painter.drawPolygon(shape);
        const bool isTop = i + 1 == m_data.series.size();
        QPen edge(theme().color(isTop ? ColorToken::Cached : ColorToken::Surface),
                  isTop ? 1.5 * theme().scale() : theme().px(Measure::Hairline));
        edge.setJoinStyle(Qt::RoundJoin);
        painter.setPen(edge);
        painter.drawPolyline(outline);
    }
}

void AreaPlot::paintPlaces(QPainter &painter) const
{
    painter.setFont(theme().font(TypeSize::Tiny));
    painter.setPen(theme().color(ColorToken::Text2));
    const QFontMetricsF metrics(painter.font());
    const QRectF area = ground();
    qreal widest = 0;
    for (const QString &place : m_data.places)
        widest = std::max(widest, metrics.horizontalAdvance(place));
    const int count = placeCount();
    const int fits = std::max(1, static_cast<int>(area.width() / (widest + theme().px(PlaceGap))));
    const int step = (count + fits - 1) / fits;
    // Counted from the newest, which always has its label.
    for (int place = count - 1; place >= 0; place -= step) {
        const QString &words = m_data.places.at(place);
        const qreal width = metrics.horizontalAdvance(words);
        const qreal left = std::clamp(pointOf(place, 0).x() - width / 2, area.left(),
                                      std::max(area.left(), area.right() - width));
        painter.drawText(QPointF(left, height() - metrics.descent() - 1), words);
    }
}

void AreaPlot::paintEvents(QPainter &painter) const
{
    painter.setFont(theme().font(TypeSize::Tiny));
    const QFontMetricsF metrics(painter.font());
    const QRectF area = ground();
    for (const AreaData::Event &event : m_data.events) {
        const qreal x = std::floor(pointOf(event.place, 0).x()) + 0.5;
        const qreal top = area.top() + theme().px(Space::Large);
        QPen pen(theme().color(ColorToken::Text2), theme().px(Measure::Hairline));
        pen.setDashPattern({2, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, top), QPointF(x, area.bottom()));
        painter.setPen(theme().color(ColorToken::Text2));
        const qreal gap = theme().px(Space::Small);
        const bool isRight = x - area.left() < metrics.horizontalAdvance(event.words) + gap;
        const QRectF words(isRight ? x + gap : area.left(), top - metrics.ascent() / 2,
                           isRight ? area.right() - x - gap : x - area.left() - gap,
                           metrics.height());
        painter.drawText(words, isRight ? Qt::AlignLeft : Qt::AlignRight,
                         metrics.elidedText(event.words, Qt::ElideRight, words.width()));
    }
}

void AreaPlot::paintLegend(QPainter &painter) const
{
    const QRectF area = ground();
    const qreal left = area.right() + theme().px(Space::Medium);
    const qreal line = theme().lineHeight(TypeSize::Small);
    const qreal swatch = theme().px(Swatch);
    const int last = placeCount() - 1;
    painter.setFont(theme().font(TypeSize::Tiny));
    painter.setPen(theme().color(ColorToken::Text2));
    painter.drawText(QRectF(left, area.top() - line / 2, width() - left, line), Qt::AlignVCenter,
                     m_data.legendTitle);
    qreal free = area.bottom() + line / 2; // what is below is taken
    for (qsizetype i = 0; i < m_data.series.size(); ++i) {
        const AreaData::Series &series = m_data.series.at(i);
        const double middle = upTo(i, last) - series.values.value(last) / 2;
        const qreal y = std::min(pointOf(last, middle).y(), free - line / 2);
        free = y - line / 2;
        const QRectF row(left, y - line / 2, width() - left, line);
        painter.setPen(QPen(theme().color(ColorToken::Cached), theme().px(Measure::Hairline)));
        painter.setBrush(fillOf(i));
        painter.drawRoundedRect(QRectF(left + 0.5, y - swatch / 2, swatch, swatch), 2, 2);
        painter.setFont(theme().font(TypeSize::Small));
        painter.setPen(theme().color(ColorToken::Text2));
        const qreal indent = swatch + theme().px(Space::Small);
        painter.drawText(row.adjusted(indent, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         series.name);
        painter.setFont(theme().font(TypeSize::Small, QFont::DemiBold));
        painter.setPen(theme().color(ColorToken::Text));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, series.total);
    }
}

void AreaPlot::paintLook(QPainter &painter) const
{
    if (place() < 0)
        return;
    const QRectF area = ground();
    const QPointF top = pointOf(place(), upTo(m_data.series.size() - 1, place()));
    const qreal x = std::floor(top.x()) + 0.5;
    painter.setPen(QPen(theme().color(ColorToken::Text), theme().px(Measure::Hairline)));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setBrush(theme().color(ColorToken::Surface));
    const qreal radius = LookDot * theme().scale();
    painter.drawEllipse(QPointF(x, top.y()), radius, radius);
}

} // namespace kagura
