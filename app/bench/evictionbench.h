// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

//! How often a full memory tier has what is asked for, beside a cache that evicts the oldest (FIFO) and one
//! that evicts what was used longest ago (LRU), over the same made-up traces.
[[nodiscard]] QList<Figure> benchEviction();

} // namespace kagura::bench
