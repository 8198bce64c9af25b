// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runexport.h"

namespace kagura {

//! A run as OpenTelemetry spans: the run, its nodes, its calls of models and of tools, in OTLP's JSON, as
//! a collector takes it at /v1/traces. The ids follow from the run, so that the same run exported twice is
//! the same trace. What was asked and answered is left out unless hasContent says otherwise. An answer of
//! the cache is a span without usage that says `kagura.cache.hit`.
//!
//! Source: OpenTelemetry semantic conventions for generative AI 1.41.1, OTLP 1.x JSON encoding.
[[nodiscard]] QByteArray runTrace(const RunState &state, const RunValues &values, bool hasContent);

} // namespace kagura
