// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QString>

namespace kagura {

//! What an AreaPlot shows: parts of a whole, one on the other, over time.
struct AreaData
{
    struct Series
    {
        QString name;
        QList<double> values; //!< one a place
        QString total; //!< what stands beside its name at the right edge: "29 %"

        bool operator==(const Series &) const = default;
    };
    //! Something that happened.
    struct Event
    {
        int place = 0;
        QString words;

        bool operator==(const Event &) const = default;
    };

    QList<Series> series; //!< from the ground up
    QStringList places; //!< under the plot where there is room: "7 Nov"
    QStringList readouts; //!< what is said of a place: "16 Nov: memory 32, disk 23 = 55 %"
    QList<Event> events;
    QString legendTitle; //!< "30-day mean"
    double maximum = 100;
    QString unit; //!< of the topmost label of the scale: " %"

    bool operator==(const AreaData &) const = default;
};

//! What a CurvePlot shows: one value against another, of which a part is measured and a part estimated.
struct CurveData
{
    struct Point
    {
        double x = 0; //!< above 0: the axis is logarithmic
        double y = 0;
        QString label; //!< under the axis; empty: none
        QString readout; //!< "at 2 GB: 66 %"

        bool operator==(const Point &) const = default;
    };

    QList<Point> points; //!< x growing
    int now = -1; //!< how it is; what is behind it is estimated; -1: nowhere
    QString unit;

    bool operator==(const CurveData &) const = default;
};

//! What a BarPlot shows: counts by name, the largest first.
struct BarData
{
    struct Bar
    {
        QString name;
        double value = 0;
        QString figure; //!< "11,204"
        QString share; //!< "49.3 %"
        bool isStrong = false; //!< what one can do something about

        bool operator==(const Bar &) const = default;
    };

    QList<Bar> bars;

    bool operator==(const BarData &) const = default;
};

} // namespace kagura
