// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

//! Events a second of the SSE and NDJSON readers on pieces of 203 bytes, each beside a split by memchr.
[[nodiscard]] QList<Figure> benchReaders();

} // namespace kagura::bench
