// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

//! A ground in one colour with hairlines along some of its edges.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Panel final : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(ColorToken ground, Qt::Edges hairlines = {}, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColorToken m_ground;
    Qt::Edges m_hairlines;
    Theme m_theme;
};

} // namespace kagura
