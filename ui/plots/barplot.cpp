// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/barplot.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qreal LargestRow = 30;
constexpr qreal SmallestRow = 20;
constexpr qreal BarHeight = 12;
constexpr qreal WidestName = 0.42; // of the whole
constexpr qreal SmallestBar = 40;

} // namespace

BarPlot::BarPlot(QWidget *parent)
    : Plot(Qt::Vertical, parent)
{}

void BarPlot::setData(const BarData &data)
{
    if (data == m_data)
        return;
    m_data = data;
    dataChanged();
}

QSize BarPlot::sizeHint() const
{
    return {theme().px(420.0), theme().px(LargestRow) * std::max(1, placeCount())};
}

QSize BarPlot::minimumSizeHint() const
{
    return {theme().px(240.0), theme().px(SmallestRow) * std::max(1, placeCount())};
}

int BarPlot::placeCount() const
{
    return static_cast<int>(m_data.bars.size());
}

qreal BarPlot::rowHeight() const
{
    return std::min<qreal>(theme().px(LargestRow),
                           static_cast<qreal>(height()) / std::max(1, placeCount()));
}

int BarPlot::placeAt(const QPointF &point) const
{
    const int row = static_cast<int>(point.y() / rowHeight());
    return point.y() >= 0 && row < placeCount() ? row : -1;
}

QString BarPlot::readoutOf(int place) const
{
    const BarData::Bar &bar = m_data.bars.at(place);
    return u"%1: %2, %3"_s.arg(bar.name, bar.figure, bar.share);
}

void BarPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont plain = theme().font(TypeSize::Body);
    const QFont quiet = theme().font(TypeSize::Small);
    const QFontMetricsF metrics(plain);
    const QFontMetricsF quietMetrics(quiet);
    const qreal gap = theme().px(Space::Medium);
    qreal names = 0;
    qreal figures = 0;
    qreal shares = 0;
    double most = 0;
    for (const BarData::Bar &bar : m_data.bars) {
        names = std::max(names, metrics.horizontalAdvance(bar.name));
        figures = std::max(figures, metrics.horizontalAdvance(bar.figure));
        shares = std::max(shares, quietMetrics.horizontalAdvance(bar.share));
        most = std::max(most, bar.value);
    }
    names = std::min(names, width() * WidestName);
    const qreal left = names + gap;
    const qreal right = width() - shares - figures - 2 * gap;
    const qreal room = std::max<qreal>(theme().px(SmallestBar), right - left);
    const qreal row = rowHeight();
    for (int i = 0; i < placeCount(); ++i) {
        const BarData::Bar &bar = m_data.bars.at(i);
        const QRectF line(0, i * row, width(), row);
        if (i == place()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme().color(ColorToken::Hover));
            painter.drawRoundedRect(line, theme().px(Measure::ControlRadius),
                                    theme().px(Measure::ControlRadius));
        }
        painter.setFont(plain);
        painter.setPen(theme().color(ColorToken::Text));
        painter.drawText(QRectF(0, line.top(), names + 1, row), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(bar.name, Qt::ElideRight, names + 1));
        painter.drawText(QRectF(right, line.top(), figures + gap, row),
                         Qt::AlignVCenter | Qt::AlignRight, bar.figure);
        painter.setFont(quiet);
        painter.setPen(theme().color(ColorToken::Text2));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, bar.share);
        const qreal thick = std::min<qreal>(theme().px(BarHeight), row * 0.7);
        const qreal length = most > 0 ? std::max(2.0, room * bar.value / most) : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            theme().color(bar.isStrong ? ColorToken::Accent : ColorToken::StrongBorder));
        painter.drawRoundedRect(QRectF(left, line.center().y() - thick / 2, length, thick), 2, 2);
    }
    paintFocus(painter);
}

} // namespace kagura
