// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

//! The first page of a search over everything that was said, in a database of so many messages.
[[nodiscard]] QList<Figure> benchSearch(int messages);

} // namespace kagura::bench
