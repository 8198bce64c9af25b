// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"
#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace kagura {

//! \name Runs in words, figures and shapes
//! @{
[[nodiscard]] QString runMarkWords(RunMark mark); //!< "running"
[[nodiscard]] ColorToken runMarkInk(RunMark mark);
[[nodiscard]] ColorToken runMarkGround(RunMark mark); //!< of a chip

//! Draws the shape of mark, a different one for each, into place.
void paintRunGlyph(QPainter &painter, const QRectF &place, RunMark mark, const Theme &theme);

[[nodiscard]] QString clockText(std::chrono::milliseconds time); //!< "1:42", "1:02:03"
[[nodiscard]] QString runCostText(std::optional<qint64> microUsd); //!< "$0.03"; unknown: an em dash
//! @}

} // namespace kagura
