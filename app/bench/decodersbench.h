// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/figure.h"

namespace kagura::bench {

//! Bytes to typed events in each dialect, microseconds an event, beside finding the lines alone.
[[nodiscard]] QList<Figure> benchDecoders();

} // namespace kagura::bench
