// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

//! The ground of what floats: a rounded card with the one soft shadow. The shadow lies in the margin
//! that contentsMargins() keeps free, so that no window manager is needed for it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class FloatingCard : public QWidget
{
    Q_OBJECT

public:
    explicit FloatingCard(QWidget *parent = nullptr);

    virtual void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    //! How far the shadow reaches beyond the card.
    [[nodiscard]] static int reach(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace kagura
