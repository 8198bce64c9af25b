// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QTabBar>

namespace kagura {

//! Words in a row of which one is underlined: the sides of one thing that is looked at.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class TextTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit TextTabs(const QString &name, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace kagura
