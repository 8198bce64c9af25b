// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/plot.h"
#include "ui/plots/plotdata.h"
#include "ui/plots/plotscale.h"

namespace kagura {

//! Parts of a whole over time, stacked in one jade that grows lighter upwards, with their names at the
//! right edge, and a line where one looks.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class AreaPlot final : public Plot
{
    Q_OBJECT

public:
    explicit AreaPlot(QWidget *parent = nullptr);

    void setData(const AreaData &data);
    [[nodiscard]] const AreaData &data() const { return m_data; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int placeCount() const override;
    [[nodiscard]] int placeAt(const QPointF &point) const override;
    [[nodiscard]] QString readoutOf(int place) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF ground() const; //!< where the areas are
    [[nodiscard]] QPointF pointOf(int place, double value) const;
    [[nodiscard]] double upTo(qsizetype series, int place) const; //!< of all below, and it
    [[nodiscard]] QColor fillOf(qsizetype series) const;

    void paintScale(QPainter &painter) const;
    void paintAreas(QPainter &painter) const;
    void paintPlaces(QPainter &painter) const;
    void paintEvents(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintLook(QPainter &painter) const;

    AreaData m_data;
    PlotScale m_scale;
};

} // namespace kagura
