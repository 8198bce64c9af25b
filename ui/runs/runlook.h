// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace kagura {

//! How the outline of a run is drawn: its measures, its type, and its bars.
//!
//! Thread: the GUI thread. Lifetime: a value. Errors: none.
struct RunLook
{
    explicit RunLook(const Theme &from = Theme());

    //! Draws a bar into that place; of a failed attempt also the tick after it.
    void paintBar(QPainter &painter, RunBar::Kind kind, const QRectF &place) const;
    //! The ground of one cell of a strip.
    void paintCell(QPainter &painter, RunMark mark, const QRectF &place) const;

    Theme theme;
    QFont nameFont;
    QFont strongFont;
    QFont smallFont;
    QFont tinyFont;
    QFont tinyStrongFont;
    int rowHeight;
    int stripHeight;
    int headHeight;
    int indent;
    int pad;
    int chevron; //!< side of the square that opens a row
    int glyph;
    int nameWidth;
    int stateWidth;
    int modelWidth;
    int tokensWidth;
    int costWidth;
    int barHeight;

private:
    [[nodiscard]] QColor mixed(ColorToken token) const; //!< softened by the ground
    void hatch(QPainter &painter, ColorToken token, const QRectF &place) const;
};

} // namespace kagura
