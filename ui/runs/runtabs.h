// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QTabBar>

namespace kagura {

//! Tabs as words with a line under the one that is shown.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit RunTabs(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;

private:
    Theme m_theme;
};

} // namespace kagura
