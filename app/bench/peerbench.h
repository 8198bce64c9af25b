// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/benchserver.h"
#include "app/bench/figure.h"

namespace kagura::bench {

//! The same figures of openai-node on the same server, if node 20 and its package are there; else a row
//! that says what is missing.
[[nodiscard]] QList<Figure> benchPeer(const BenchServer &server, const QString &peersDirectory);

} // namespace kagura::bench
