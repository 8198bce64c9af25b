// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/budgetmeter.h"

#include <QPainter>

#include <algorithm>

namespace kagura {

namespace {

constexpr qreal BarWidth = 120;
constexpr qreal BarHeight = 6;
constexpr qreal Gap = 10;
constexpr double NearlyFull = 0.95;

} // namespace

BudgetMeter::BudgetMeter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTheme(m_theme);
}

void BudgetMeter::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void BudgetMeter::setFill(const CacheFill &fill)
{
    m_fill = fill;
    setAccessibleName(fill.budgetBytes > 0 ? tr("The cache takes %1").arg(fillText(fill))
                                           : QString());
    updateGeometry();
    update();
}

QSize BudgetMeter::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TypeSize::Small));
    return {m_theme.px(BarWidth) + m_theme.px(Gap) + metrics.horizontalAdvance(fillText(m_fill)),
            metrics.height()};
}

QSize BudgetMeter::minimumSizeHint() const
{
    return sizeHint(); // half of a figure says nothing
}

void BudgetMeter::paintEvent(QPaintEvent *)
{
    if (m_fill.budgetBytes <= 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double share = std::clamp(double(m_fill.bytes) / double(m_fill.budgetBytes), 0.0, 1.0);
    const qreal height = m_theme.px(BarHeight);
    const QRectF bar(0, (this->height() - height) / 2, m_theme.px(BarWidth), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorToken::Hover));
    painter.drawRoundedRect(bar, height / 2, height / 2);
    QRectF full = bar;
    full.setWidth(m_fill.bytes > 0 ? std::max(height, bar.width() * share) : 0);
    painter.setBrush(m_theme.color(share > NearlyFull ? ColorToken::Wait : ColorToken::Cached));
    painter.drawRoundedRect(full, height / 2, height / 2);
    const QFont font = m_theme.font(TypeSize::Small);
    const QRect words = rect().adjusted(int(bar.right()) + m_theme.px(Gap), 0, 0, 0);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorToken::Text2));
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(fillText(m_fill), Qt::ElideRight, words.width()));
}

} // namespace kagura
