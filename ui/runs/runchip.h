// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace kagura {

//! How many nodes are in a state, and, checked, that only these are shown.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RunChip(RunMark mark, QWidget *parent = nullptr);

    [[nodiscard]] RunMark mark() const { return m_mark; }
    void setTheme(const Theme &theme);
    //! Of none the chip is hidden, unless it is checked. detail: "rate limit 7 s".
    void setCount(int count, const QString &detail = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override; //!< without the word

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString words() const;

    Theme m_theme;
    RunMark m_mark;
    int m_count = 0;
    QString m_detail;
};

} // namespace kagura
