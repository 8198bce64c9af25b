// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/streampicture.h"

#include "ui/chat/format.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace kagura {
namespace {

constexpr int barsHeightInLines = 4;
constexpr double mostMarks = 7;

//! 1, 2, 5, 10 … seconds: the first that leaves few enough marks.
std::chrono::milliseconds markStep(std::chrono::milliseconds whole)
{
    constexpr std::array factors = {2.0, 2.5, 2.0};
    double step = 100;
    for (std::size_t i = 0; double(whole.count()) / step > mostMarks; ++i)
        step *= factors.at(i % factors.size());
    return std::chrono::milliseconds(std::llround(step));
}

} // namespace

StreamPicture::StreamPicture(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("How the answer arrived"));
    hide();
}

void StreamPicture::setChatStyle(const ChatStyle &style)
{
    m_style = style;
    updateGeometry();
    update();
}

void StreamPicture::setStream(const QList<qint64> &characters,
                              std::chrono::milliseconds step,
                              std::optional<std::chrono::milliseconds> firstContent)
{
    m_characters = characters;
    m_step = step;
    m_firstContent = firstContent.value_or(std::chrono::milliseconds(0));
    setVisible(!characters.isEmpty());
    setAccessibleDescription(tr("first text after %1, then over %2")
                                 .arg(durationText(m_firstContent),
                                      durationText(step * characters.size() - m_firstContent)));
    update();
}

QSize StreamPicture::sizeHint() const
{
    return {int(m_style.labelLine) * 12,
            int(m_style.labelLine) * (barsHeightInLines + 1) + 2 * m_style.gap};
}

void StreamPicture::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_characters.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_style.border);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_style.controlRadius,
                            m_style.controlRadius);
    const QRectF bars = QRectF(rect()).adjusted(m_style.cardPad, m_style.gap, -m_style.cardPad,
                                                -m_style.gap - m_style.labelLine);
    const double most = double(*std::max_element(m_characters.cbegin(), m_characters.cend()));
    const double wide = bars.width() / double(m_characters.size());
    const double gap = wide > 3 ? 1 : 0;
    painter.setRenderHint(QPainter::Antialiasing, wide > 3);
    painter.setPen(Qt::NoPen);
    const double waited = std::min(bars.width(),
                                   bars.width() * double(m_firstContent.count())
                                       / double((m_step * m_characters.size()).count()));
    painter.fillRect(
        QRectF(bars.left(), bars.bottom() - m_style.quoteBar, waited, m_style.quoteBar),
        m_style.strongBorder);
    for (qsizetype i = 0; i < m_characters.size(); ++i) {
        if (m_characters.at(i) == 0)
            continue;
        const double height =
            std::max(double(m_style.quoteBar), bars.height() * double(m_characters.at(i)) / most);
        painter.fillRect(
            QRectF(bars.left() + double(i) * wide, bars.bottom() - height, wide - gap, height),
            m_style.accent);
    }
    paintScale(painter, bars);
}

void StreamPicture::paintScale(QPainter &painter, const QRectF &bars)
{
    const std::chrono::milliseconds whole = m_step * m_characters.size();
    const std::chrono::milliseconds step = markStep(whole);
    painter.setFont(m_style.smallFont);
    painter.setPen(m_style.text3);
    for (std::chrono::milliseconds at{0}; at < whole; at += step) {
        const double x = bars.left() + bars.width() * double(at.count()) / double(whole.count());
        const QString words = durationText(at);
        if (x + QFontMetricsF(m_style.smallFont).horizontalAdvance(words) > width())
            break;
        painter.drawText(QPointF(x, bars.bottom() + m_style.labelLine * 0.75), words);
    }
}

} // namespace kagura
