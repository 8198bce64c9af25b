// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/benchserver.h"
#include "app/bench/figure.h"

namespace kagura::bench {

//! Many calls of 300 ms to one host at once, beside one bare QNetworkAccessManager, which runs six.
[[nodiscard]] QList<Figure> benchParallel(const BenchServer &server);

} // namespace kagura::bench
