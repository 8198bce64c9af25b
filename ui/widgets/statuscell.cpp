// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/statuscell.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal DotGap = 6;

} // namespace

StatusCell::StatusCell(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    hide();
}

void StatusCell::setTheme(const Theme &theme)
{
    m_theme = theme;
    setFont(theme.font(TypeSize::Small));
    updateGeometry();
    update();
}

void StatusCell::setParts(const QList<StatusPart> &parts, std::optional<ColorToken> dot)
{
    if (parts == m_parts && dot == m_dot)
        return;
    m_parts = parts;
    m_dot = dot;
    QString whole; // what a screen reader says
    for (const StatusPart &part : parts)
        whole += part.text;
    setText(whole);
    setVisible(!whole.isEmpty());
    updateGeometry();
    update();
}

QFont StatusCell::fontOf(const StatusPart &part) const
{
    return m_theme.font(TypeSize::Small, part.isStrong ? QFont::Medium : QFont::Normal);
}

int StatusCell::dotRoom() const
{
    return m_dot ? m_theme.px(Measure::Dot) + m_theme.px(DotGap) : 0;
}

QSize StatusCell::sizeHint() const
{
    int width = dotRoom();
    for (const StatusPart &part : m_parts)
        width += QFontMetrics(fontOf(part)).horizontalAdvance(part.text);
    return {width, m_theme.lineHeight(TypeSize::Small)};
}

void StatusCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_dot) {
        const int side = m_theme.px(Measure::Dot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(*m_dot));
        painter.drawEllipse(QRect(0, (height() - side) / 2, side, side));
    }
    int left = dotRoom();
    for (const StatusPart &part : m_parts) {
        const QFont font = fontOf(part);
        const int width = QFontMetrics(font).horizontalAdvance(part.text);
        painter.setFont(font);
        painter.setPen(m_theme.color(part.ink));
        painter.drawText(QRect(left, 0, width + 1, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         part.text);
        left += width;
    }
}

} // namespace kagura
