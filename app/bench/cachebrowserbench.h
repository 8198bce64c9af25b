// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

class FilledCache;

//! What the browser of the cache asks and changes. Indexes the text of all entries first, which takes long.
[[nodiscard]] QList<Figure> benchCacheBrowser(FilledCache &filled, int entries);

} // namespace kagura::bench
