// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace kagura {

//! A small pill with a word, and perhaps a figure behind it: pressed, it does something; checked, it
//! holds. One that nothing can be done with is a badge and takes no focus.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Use : std::uint8_t { Choice, Badge };

    explicit Chip(Use use, const QString &text = {}, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFigure(const QString &figure);
    [[nodiscard]] const QString &figure() const { return m_figure; }
    //! Of a badge.
    void setColors(ColorToken ink, ColorToken ground);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;

    Use m_use;
    QString m_figure;
    ColorToken m_ink = ColorToken::Text2;
    ColorToken m_ground = ColorToken::Sunken;
    Theme m_theme;
};

} // namespace kagura
