// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/plotdata.h"

namespace kagura {

//! Counts by name: a row each of name, bar, figure and share. What one can do something about is
//! indigo, the rest grey.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class BarPlot final : public Plot
{
    Q_OBJECT

public:
    explicit BarPlot(QWidget *parent = nullptr);

    void setData(const BarData &data);
    [[nodiscard]] const BarData &data() const { return m_data; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int placeCount() const override;
    [[nodiscard]] int placeAt(const QPointF &point) const override;
    [[nodiscard]] QString readoutOf(int place) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qreal rowHeight() const;

    BarData m_data;
};

} // namespace kagura
