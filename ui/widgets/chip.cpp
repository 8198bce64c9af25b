// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/chip.h"

#include <QPainter>

namespace kagura {

namespace {

constexpr qreal ChoiceHeight = 24;
constexpr qreal PadX = 10;
constexpr qreal FigureGap = 6;

} // namespace

Chip::Chip(Use use, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_use(use)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(use == Use::Choice);
    setFocusPolicy(use == Use::Choice ? Qt::TabFocus : Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void Chip::setTheme(const Theme &theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void Chip::setFigure(const QString &figure)
{
    if (figure == m_figure)
        return;
    m_figure = figure;
    setAccessibleDescription(figure);
    updateGeometry();
    update();
}

void Chip::setColors(ColorToken ink, ColorToken ground)
{
    m_ink = ink;
    m_ground = ground;
    update();
}

QFont Chip::textFont() const
{
    return m_theme.font(TypeSize::Small, QFont::Medium);
}

QSize Chip::sizeHint() const
{
    int width = QFontMetrics(textFont()).horizontalAdvance(text()) + 2 * m_theme.px(PadX);
    if (!m_figure.isEmpty())
        width += m_theme.px(FigureGap)
            + QFontMetrics(m_theme.font(TypeSize::Small)).horizontalAdvance(m_figure);
    const int height = m_use == Use::Choice ? m_theme.px(ChoiceHeight) : m_theme.px(Measure::Chip);
    return {width, height};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    ColorToken ink = m_ink;
    ColorToken ground = m_ground;
    if (m_use == Use::Choice && isChecked()) {
        ink = ColorToken::Accent;
        ground = ColorToken::Selected;
    } else if (m_use == Use::Choice && underMouse()) {
        ground = ColorToken::Hover;
    }
    const qreal half = m_theme.px(Measure::Hairline) / 2.0;
    const QRectF pill = QRectF(rect()).adjusted(half, half, -half, -half);
    painter.setPen(hasFocus()
                       ? QPen(m_theme.color(ColorToken::Accent), m_theme.px(Measure::Hairline))
                       : QPen(Qt::NoPen));
    painter.setBrush(m_theme.color(ground));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const int pad = m_theme.px(PadX);
    painter.setFont(textFont());
    painter.setPen(m_theme.color(ink));
    painter.drawText(rect().adjusted(pad, 0, -pad, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (m_figure.isEmpty())
        return;
    painter.setFont(m_theme.font(TypeSize::Small));
    painter.setPen(m_theme.color(isChecked() ? ink : ColorToken::Text3));
    painter.drawText(rect().adjusted(pad, 0, -pad, 0),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_figure);
}

} // namespace kagura
