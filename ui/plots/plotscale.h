// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace kagura {

//! The marks of an axis: few, round, and around all that is shown.
//!
//! Thread: a value. Lifetime: none. Errors: none; what is no number counts as nothing.
class PlotScale
{
public:
    PlotScale() = default;
    //! least and most of what is shown; steps: between two marks, about.
    PlotScale(double least, double most, int steps);

    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }
    [[nodiscard]] const QList<double> &marks() const { return m_marks; }
    //! Digits behind the point that marks need.
    [[nodiscard]] int decimals() const { return m_decimals; }

    //! From 0 at the low end to 1 at the high one; outside it is drawn to the nearer end.
    [[nodiscard]] double place(double value) const;

private:
    double m_low = 0;
    double m_high = 1;
    QList<double> m_marks;
    int m_decimals = 0;
};

} // namespace kagura
