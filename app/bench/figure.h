// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace kagura::bench {

//! One row of the table: what was measured, beside the floor or the peer that was measured in the same
//! run, and the goal.
struct Figure
{
    QString name;
    QString unit;
    double value = 0; //!< the median of the repeats
    std::optional<double>
        floor; //!< the least that the work could cost, or a peer, in the same unit
    QString floorName;
    QString goal; //!< empty: none was set
    std::optional<bool> isMet;
    QString note; //!< why something is missing
};

[[nodiscard]] double median(QList<double> values);

//! Runs work as often as asked, after one run that is not counted, and gives the median of what it returns.
[[nodiscard]] double medianOf(int repeats, const std::function<double()> &work);

//! Rows of a table for people, or one JSON object a line.
[[nodiscard]] QByteArray render(const QList<Figure> &figures, bool json, bool withHeading);

} // namespace kagura::bench
