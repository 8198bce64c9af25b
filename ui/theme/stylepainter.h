// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/buttonrole.h"
#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOption;

namespace kagura {

//! Draws the controls of KaguraStyle with the colours and lengths of one theme.
//!
//! Thread: the GUI thread. Lifetime: a value for one paint event; the theme outlives it. Errors: none.
class StylePainter
{
public:
    StylePainter(QPainter &painter, const Theme &theme)
        : m_painter(painter)
        , m_theme(theme)
    {}

    //! A filled, rounded box with a hairline inside its edge. Invalid colours draw nothing.
    void box(const QRect &rect, const QColor &fill, const QColor &border, Measure radius) const;
    //! The same with the ring of the keyboard focus: an accent border, and accent-soft within it.
    void focusedBox(const QRect &rect, const QColor &fill, Measure radius) const;
    //! The ring alone, for what has no box of its own.
    void ring(const QRect &rect, Measure radius) const;
    //! The one soft shadow around a card, at most reach wide. The card itself is not drawn.
    void shadow(const QRectF &card, int reach) const;
    //! A chevron of the icons, in that colour, in the middle of rect.
    void chevron(const QRect &rect, Qt::ArrowType direction, ColorToken token) const;

    void button(const QStyleOptionButton &option, ButtonRole role) const;
    void buttonLabel(const QStyleOptionButton &option, ButtonRole role) const;
    void field(const QStyleOption &option) const;
    //! The ground and border of a list, a table or an editor.
    void scrollArea(const QStyleOption &option) const;
    void headerSection(const QRect &rect) const;
    void headerLabel(const QStyleOptionHeader &option) const;
    void comboBox(const QStyleOptionComboBox &option, const QRect &arrow) const;
    void scrollBar(const QStyleOptionSlider &option, const QRect &handle) const;
    void checkBox(const QStyleOption &option) const;
    void radioButton(const QStyleOption &option) const;

private:
    QPainter &m_painter;
    const Theme &m_theme;
};

} // namespace kagura
