// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylepainter.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionHeader>
#include <QStyleOptionSlider>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct ButtonInk
{
    QColor fill; //!< invalid: none
    QColor border;
    ColorToken words = ColorToken::Text;
};

constexpr qreal IndicatorRadius = 4;
constexpr qreal LabelGap = 6; //!< between icon and words

bool isHovered(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_MouseOver);
}

bool isPressed(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Sunken);
}

bool isFocusedByKeyboard(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

ButtonInk disabledInk(const Theme &theme, ButtonRole role)
{
    if (role == ButtonRole::Quiet || role == ButtonRole::Link || role == ButtonRole::Rail)
        return {{}, {}, ColorToken::Text3};
    return {theme.color(ColorToken::Sunken), theme.color(ColorToken::Border), ColorToken::Text3};
}

ButtonInk inkOf(const QStyleOption &option, const Theme &theme, ButtonRole role)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return disabledInk(theme, role);
    const bool isOver = isHovered(option);
    const bool isDown = isPressed(option);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const auto either = [&](ColorToken over) {
        return isDown ? theme.color(ColorToken::Sunken) : isOver ? theme.color(over) : QColor();
    };
    switch (role) {
    case ButtonRole::Primary: {
        const QColor fill =
            theme.color(isOver && !isDown ? ColorToken::AccentHover : ColorToken::Accent);
        return {fill, fill, ColorToken::OnAccent};
    }
    case ButtonRole::Danger:
        return {isOver || isDown ? theme.color(ColorToken::FailSoft)
                                 : theme.color(ColorToken::Surface),
                theme.color(ColorToken::Fail), ColorToken::Fail};
    case ButtonRole::Quiet:
        if (isOn)
            return {theme.color(ColorToken::Selected), {}, ColorToken::Accent};
        return {either(ColorToken::Hover), {}, isOver ? ColorToken::Text : ColorToken::Text2};
    case ButtonRole::Link:
        return {either(ColorToken::AccentSoft), {}, ColorToken::Accent};
    case ButtonRole::Rail:
        if (isOn)
            return {theme.color(ColorToken::Selected), {}, ColorToken::Accent};
        return {isOver || isDown ? theme.color(ColorToken::Hover) : QColor(),
                {},
                isOver ? ColorToken::Text : ColorToken::Text2};
    case ButtonRole::Secondary:
    case ButtonRole::Picker:
        break;
    }
    return {isDown       ? theme.color(ColorToken::Sunken)
                : isOver ? theme.color(ColorToken::Hover)
                : isOn   ? theme.color(ColorToken::Selected)
                         : theme.color(ColorToken::Surface),
            theme.color(ColorToken::StrongBorder), ColorToken::Text};
}

} // namespace

void StylePainter::box(const QRect &rect,
                       const QColor &fill,
                       const QColor &border,
                       Measure radius) const
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    const qreal corner = m_theme.px(radius);
    if (border.isValid()) {
        const qreal line = m_theme.px(Measure::Hairline);
        m_painter.setPen(QPen(border, line));
        m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        const QRectF inner = QRectF(rect).adjusted(line / 2, line / 2, -line / 2, -line / 2);
        m_painter.drawRoundedRect(inner, corner - line / 2, corner - line / 2);
    } else if (fill.isValid()) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(QRectF(rect), corner, corner);
    }
    m_painter.restore();
}

void StylePainter::focusedBox(const QRect &rect, const QColor &fill, Measure radius) const
{
    box(rect, fill, {}, radius);
    ring(rect, radius);
}

void StylePainter::ring(const QRect &rect, Measure radius) const
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    const qreal corner = m_theme.px(radius);
    const qreal line = m_theme.px(Measure::Hairline);
    const qreal soft = m_theme.px(Measure::FocusRing);
    const qreal middle = line + soft / 2;
    m_painter.setPen(QPen(m_theme.color(ColorToken::AccentSoft), soft));
    m_painter.drawRoundedRect(QRectF(rect).adjusted(middle, middle, -middle, -middle),
                              corner - middle, corner - middle);
    m_painter.setPen(QPen(m_theme.color(ColorToken::Accent), line));
    m_painter.drawRoundedRect(QRectF(rect).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                              corner - line / 2, corner - line / 2);
    m_painter.restore();
}

void StylePainter::shadow(const QRectF &card, int reach) const
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    const qreal corner = m_theme.px(Measure::CardRadius);
    const qreal drop = m_theme.px(Space::Tight);
    const QColor whole = m_theme.color(ColorToken::Shade);
    // Rings of the same shade over each other, so that it fades towards its edge.
    const float ink = whole.alphaF() * 2 / static_cast<float>(reach);
    for (int ring = reach - static_cast<int>(drop); ring > 0; --ring) {
        QColor shade = whole;
        shade.setAlphaF(ink * (1.0F - static_cast<float>(ring) / static_cast<float>(reach)));
        m_painter.setBrush(shade);
        m_painter.drawRoundedRect(card.adjusted(-ring, -ring + drop, ring, ring + drop),
                                  corner + ring, corner + ring);
    }
    m_painter.restore();
}

void StylePainter::chevron(const QRect &rect, Qt::ArrowType direction, ColorToken token) const
{
    QString name = u"chevron-down"_s;
    if (direction == Qt::UpArrow)
        name = u"chevron-up"_s;
    else if (direction == Qt::LeftArrow)
        name = u"chevron-left"_s;
    else if (direction == Qt::RightArrow)
        name = u"chevron-right"_s;
    const int side = m_theme.px(Measure::Icon);
    QRect place(0, 0, side, side);
    place.moveCenter(rect.center());
    m_theme.icon(name, token).paint(&m_painter, place);
}

void StylePainter::button(const QStyleOptionButton &option, ButtonRole role) const
{
    const ButtonInk ink = inkOf(option, m_theme, role);
    const Measure radius = role == ButtonRole::Rail ? Measure::CardRadius : Measure::ControlRadius;
    if (isFocusedByKeyboard(option))
        focusedBox(option.rect, ink.fill, radius);
    else
        box(option.rect, ink.fill, ink.border, radius);
}

void StylePainter::buttonLabel(const QStyleOptionButton &option, ButtonRole role) const
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hasMenu =
        role == ButtonRole::Picker || option.features.testFlag(QStyleOptionButton::HasMenu);
    const int gap = m_theme.px(LabelGap);
    const int pad = option.text.isEmpty() ? 0 : m_theme.px(Space::Small);
    QRect rect = option.rect.adjusted(pad, 0, -pad, 0);
    if (hasMenu) {
        const int side = m_theme.px(Measure::Icon);
        const QRect arrow =
            QStyle::visualRect(option.direction, rect,
                               QRect(rect.right() - side + 1, rect.top(), side, rect.height()));
        chevron(arrow, Qt::DownArrow, isEnabled ? ColorToken::Text2 : ColorToken::Text3);
        rect = QStyle::visualRect(option.direction, rect, rect.adjusted(0, 0, -side, 0));
    }
    const QSize iconSize = option.icon.isNull() ? QSize(0, 0) : option.iconSize;
    const int before = iconSize.isEmpty() ? 0
        : option.text.isEmpty()           ? iconSize.width()
                                          : iconSize.width() + gap;
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextHideMnemonic;
    const QString words = option.fontMetrics.elidedText(
        option.text, Qt::ElideRight, qMax(0, rect.width() - before), Qt::TextShowMnemonic);
    const int width =
        words.isEmpty() ? before : before + option.fontMetrics.size(flags, words).width();
    const int left = rect.left() + qMax(0, (rect.width() - width) / 2);
    if (!iconSize.isEmpty()) {
        const QRect place(left, rect.top() + (rect.height() - iconSize.height()) / 2,
                          iconSize.width(), iconSize.height());
        const bool isOn = option.state.testFlag(QStyle::State_On);
        option.icon.paint(&m_painter, QStyle::visualRect(option.direction, rect, place),
                          Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled,
                          isOn ? QIcon::On : QIcon::Off);
    }
    if (words.isEmpty())
        return;
    m_painter.save();
    m_painter.setPen(m_theme.color(inkOf(option, m_theme, role).words));
    const QRect place(left + before, rect.top(), width - before + 1, rect.height());
    m_painter.drawText(QStyle::visualRect(option.direction, rect, place), flags, words);
    m_painter.restore();
}

void StylePainter::field(const QStyleOption &option) const
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor fill = m_theme.color(isEnabled ? ColorToken::Surface : ColorToken::Sunken);
    if (option.state.testFlag(QStyle::State_HasFocus) && isEnabled)
        focusedBox(option.rect, fill, Measure::ControlRadius);
    else
        box(option.rect, fill,
            m_theme.color(isEnabled ? ColorToken::StrongBorder : ColorToken::Border),
            Measure::ControlRadius);
}

void StylePainter::scrollArea(const QStyleOption &option) const
{
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    box(option.rect, m_theme.color(ColorToken::Surface),
        m_theme.color(isFocused ? ColorToken::Accent : ColorToken::Border), Measure::ControlRadius);
}

void StylePainter::headerSection(const QRect &rect) const
{
    const int line = m_theme.px(Measure::Hairline);
    m_painter.fillRect(QRect(rect.left(), rect.bottom() - line + 1, rect.width(), line),
                       m_theme.color(ColorToken::Border));
}

void StylePainter::headerLabel(const QStyleOptionHeader &option) const
{
    m_painter.save();
    const QFont font = m_theme.font(TypeSize::Small, QFont::Medium);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.color(ColorToken::Text2));
    // The margin of a header is meant for its sides; above and below, the letters need the room.
    const int margin = m_theme.px(Space::Medium);
    const QRect words = option.rect.adjusted(0, -margin, 0, margin);
    m_painter.drawText(
        words, int(option.textAlignment | Qt::AlignVCenter) | int(Qt::TextSingleLine),
        QFontMetrics(font).elidedText(option.text, Qt::ElideRight, option.rect.width()));
    m_painter.restore();
}

void StylePainter::comboBox(const QStyleOptionComboBox &option, const QRect &arrow) const
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor fill =
        m_theme.color(!isEnabled                                   ? ColorToken::Sunken
                          : isHovered(option) || isPressed(option) ? ColorToken::Hover
                                                                   : ColorToken::Surface);
    if (isFocusedByKeyboard(option))
        focusedBox(option.rect, fill, Measure::ControlRadius);
    else
        box(option.rect, fill,
            m_theme.color(isEnabled ? ColorToken::StrongBorder : ColorToken::Border),
            Measure::ControlRadius);
    chevron(arrow, Qt::DownArrow, isEnabled ? ColorToken::Text2 : ColorToken::Text3);
}

void StylePainter::scrollBar(const QStyleOptionSlider &option, const QRect &handle) const
{
    if (!option.state.testFlag(QStyle::State_Enabled) || handle.isEmpty())
        return;
    const bool isActive = isHovered(option) || isPressed(option);
    const int margin = m_theme.px(Measure::FocusRing);
    const QRectF bar = QRectF(handle).adjusted(margin, margin, -margin, -margin);
    const qreal corner = qMin(bar.width(), bar.height()) / 2;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.color(isActive ? ColorToken::Text3 : ColorToken::StrongBorder));
    m_painter.drawRoundedRect(bar, corner, corner);
    m_painter.restore();
}

void StylePainter::checkBox(const QStyleOption &option) const
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const qreal line = m_theme.px(Measure::Hairline);
    const qreal corner = m_theme.px(IndicatorRadius);
    const ColorToken fill = !isEnabled ? ColorToken::Sunken
        : isOn                         ? ColorToken::Accent
                                       : ColorToken::Surface;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(m_theme.color(fill));
    m_painter.setPen(QPen(m_theme.color(isOn && isEnabled ? ColorToken::Accent
                                            : isEnabled   ? ColorToken::StrongBorder
                                                          : ColorToken::Border),
                          line));
    m_painter.drawRoundedRect(
        QRectF(option.rect).adjusted(line / 2, line / 2, -line / 2, -line / 2), corner, corner);
    m_painter.restore();
    if (isOn)
        m_theme.icon(u"check"_s, isEnabled ? ColorToken::OnAccent : ColorToken::Text3)
            .paint(&m_painter, option.rect);
}

void StylePainter::radioButton(const QStyleOption &option) const
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const qreal line = m_theme.px(Measure::Hairline);
    const QRectF circle = QRectF(option.rect).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(m_theme.color(isEnabled ? ColorToken::Surface : ColorToken::Sunken));
    m_painter.setPen(QPen(m_theme.color(isOn && isEnabled ? ColorToken::Accent
                                            : isEnabled   ? ColorToken::StrongBorder
                                                          : ColorToken::Border),
                          line));
    m_painter.drawEllipse(circle);
    if (isOn) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(isEnabled ? ColorToken::Accent : ColorToken::Text3));
        const qreal inner = circle.width() / 4;
        m_painter.drawEllipse(circle.adjusted(inner, inner, -inner, -inner));
    }
    m_painter.restore();
}

} // namespace kagura
