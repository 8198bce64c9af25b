// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

class FilledCache;

//! The cache of answers: keys and the memory tier.
[[nodiscard]] QList<Figure> benchCacheMemory();
//! A database with that many entries, asked as the reader threads ask it.
[[nodiscard]] QList<Figure> benchCacheDisk(FilledCache &filled, int entries);
//! Adding to a cache that is full, one transaction each: what it costs must not grow with what is in it.
[[nodiscard]] Figure benchCacheInsert(int entries);

} // namespace kagura::bench
