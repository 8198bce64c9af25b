// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

//! The desktop application from being started to a window in which one can type, which it says in its
//! log, in a home of its own that it has used once before.
[[nodiscard]] QList<Figure> benchStart(const QString &program, int repeats);

} // namespace kagura::bench
