// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

#include <cstdint>

namespace kagura {

//! How words are set.
struct LabelLook
{
    enum class Fit : std::uint8_t { Whole, Wrapped, Elided };

    TypeSize size = TypeSize::Body;
    ColorToken ink = ColorToken::Text;
    QFont::Weight weight = QFont::Normal;
    Fit fit = Fit::Whole;

    bool operator==(const LabelLook &) const = default;
};

//! Words in one of the theme's types. Plain text always, as they may come from outside.
//!
//! An elided one takes any width, and tells the whole text to who points at it and to a screen reader.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const LabelLook &look, const QString &text = {}, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setInk(ColorToken ink);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;
    void dress();

    LabelLook m_look;
    Theme m_theme;
};

} // namespace kagura
