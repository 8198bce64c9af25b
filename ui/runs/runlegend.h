// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

//! What the bars of the timeline mean.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit RunLegend(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace kagura
