// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/plots/plot.h"

#include <QAccessibleWidget>

namespace kagura {

//! A plot for assistive technology: a chart with a name, what it shows in a sentence, and as its value
//! the words of the place that is looked at.
//!
//! Thread: the GUI thread. Lifetime: Qt's, with the plot. Errors: none.
class PlotAccessible final : public QAccessibleWidget
{
public:
    explicit PlotAccessible(Plot *plot);

    [[nodiscard]] QString text(QAccessible::Text kind) const override;
};

//! Makes Qt use PlotAccessible for every Plot; once is enough, more do no harm.
void installPlotAccessibility();

} // namespace kagura
