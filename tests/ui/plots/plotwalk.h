// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/plot.h"

#include <QAccessible>
#include <QImage>

namespace kagura::test {

//! How a plot looks now.
[[nodiscard]] inline QImage pictureOf(Plot &plot)
{
    QImage picture(plot.size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(plot.theme().color(ColorToken::Surface));
    plot.render(&picture, {}, {}, QWidget::DrawChildren);
    return picture;
}

[[nodiscard]] inline bool hasColour(const QImage &picture, const QColor &colour)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

//! What a screen reader hears of it.
[[nodiscard]] inline QString heardOf(Plot &plot, QAccessible::Text kind)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&plot);
    return interface == nullptr ? QString() : interface->text(kind);
}

} // namespace kagura::test
