// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QSize>

class QPainter;
class QStyleOptionMenuItem;

namespace kagura {

//! Measures and draws the rows of menus: mark or icon, words, shortcut, way on.
//!
//! Thread: the GUI thread. Lifetime: a value for one paint event; the theme outlives it. Errors: none.
class MenuPainter
{
public:
    explicit MenuPainter(const Theme &theme)
        : m_theme(theme)
    {}

    [[nodiscard]] QSize size(const QStyleOptionMenuItem &item, const QSize &contents) const;
    void row(QPainter &painter, const QStyleOptionMenuItem &item) const;

private:
    [[nodiscard]] int lead(const QStyleOptionMenuItem &item) const;

    const Theme &m_theme;
};

} // namespace kagura
