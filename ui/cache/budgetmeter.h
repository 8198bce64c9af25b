// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/cachewords.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace kagura {

//! How much of its budget the cache takes: a bar, and the figures in words.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class BudgetMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetMeter(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    //! Empty while it is not known; then nothing is shown.
    void setFill(const CacheFill &fill);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    CacheFill m_fill;
};

} // namespace kagura
