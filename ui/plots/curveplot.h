// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/plotdata.h"
#include "ui/plots/plotscale.h"

namespace kagura {

//! One value against another on a logarithmic axis: solid up to how it is, dashed behind it.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class CurvePlot final : public Plot
{
    Q_OBJECT

public:
    explicit CurvePlot(QWidget *parent = nullptr);

    void setData(const CurveData &data);
    [[nodiscard]] const CurveData &data() const { return m_data; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int placeCount() const override;
    [[nodiscard]] int placeAt(const QPointF &point) const override;
    [[nodiscard]] QString readoutOf(int place) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF ground() const;
    [[nodiscard]] QPointF pointOf(int place) const;

    void paintScale(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintPoint(QPainter &painter, int place, bool isNow) const;

    CurveData m_data;
    PlotScale m_scale;
};

} // namespace kagura
