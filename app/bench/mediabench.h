// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

//! Ten files for one message, read at once, beside the same ten read one after the other in the same run;
//! and the longest of them alone, below which no way can be.
[[nodiscard]] QList<Figure> benchMedia();

} // namespace kagura::bench
