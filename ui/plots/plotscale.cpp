// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/plotscale.h"

#include <algorithm>
#include <cmath>

namespace kagura {

namespace {

constexpr double Rounds[] = {1, 2, 2.5, 5, 10};

double finite(double value)
{
    return std::isfinite(value) ? value : 0;
}

} // namespace

PlotScale::PlotScale(double least, double most, int steps)
{
    least = finite(least);
    most = finite(most);
    if (most <= least)
        most = least + 1;
    const double wanted = (most - least) / std::max(1, steps);
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    double step = 10 * power;
    for (const double round : Rounds) {
        if (round * power >= wanted * 0.999) {
            step = round * power;
            break;
        }
    }
    m_low = std::floor(least / step + 1e-9) * step;
    m_high = std::ceil(most / step - 1e-9) * step;
    const int count = static_cast<int>(std::lround((m_high - m_low) / step));
    for (int i = 0; i <= count; ++i)
        m_marks.append(m_low + i * step);
    // 2.5 needs one digit more than its power says.
    const double digits = -std::floor(std::log10(step) + 1e-9);
    m_decimals = std::max(0, static_cast<int>(digits));
    if (std::abs(step * std::pow(10, m_decimals) - std::round(step * std::pow(10, m_decimals)))
        > 1e-6)
        ++m_decimals;
}

double PlotScale::place(double value) const
{
    return std::clamp((finite(value) - m_low) / (m_high - m_low), 0.0, 1.0);
}

} // namespace kagura
