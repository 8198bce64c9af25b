// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

//! The cache of answers: keys and the memory tier, then a database filled with that many entries, asked as
//! the reader threads, the writer and the browser ask it.
[[nodiscard]] QList<Figure> benchCacheMemory();
[[nodiscard]] QList<Figure> benchCacheDisk(int entries);
//! Adding to a cache that is full: what it costs must not grow with what is in it.
[[nodiscard]] Figure benchCacheInsert(int entries);

} // namespace kagura::bench
