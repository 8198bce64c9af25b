// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/bench/benchserver.h"
#include "app/bench/figure.h"

namespace kagura::bench {

//! The full client (provider, transport, reader, decoder, queue, reply) over loopback with each event
//! its own HTTP chunk, beside a bare QNetworkAccessManager reader in the same run: throughput, CPU an
//! event, and the time that a call costs beyond the bare one on a warm connection.
[[nodiscard]] QList<Figure> benchClient(const BenchServer &server);

} // namespace kagura::bench
