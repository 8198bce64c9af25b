// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/benchserver.h"
#include "app/bench/figure.h"

namespace kagura::bench {

//! Runs of workflows with their journal: what the engine itself costs, and what parallel calls gain.
[[nodiscard]] QList<Figure> benchRuns(const BenchServer &server);

} // namespace kagura::bench
