// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QTabBar>

namespace kagura {

//! A few choices side by side of which one holds: the parts of a page, or soft and hard.
//!
//! A QTabBar in other clothes, so that arrow keys and screen readers find what they know.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class Segments final : public QTabBar
{
    Q_OBJECT

public:
    explicit Segments(const QString &name, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace kagura
