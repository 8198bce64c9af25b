// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runstate.h"

#include <QByteArray>

#include <functional>

namespace kagura {

//! The value that a reference means; empty: it was erased, or there is none.
using RunValues = std::function<std::optional<Json>(const RunValueRef &)>;

enum class RunExportFormat : std::uint8_t {
    JsonObject, //!< one object: the run, its output and its nodes
    JsonLines, //!< `{"type":"run",…}`, then `{"type":"node",…}` a line
    Csv, //!< a row a node (RFC 4180); no cell is a formula
    Markdown,
    Html, //!< one page that needs nothing else, without scripts
    Trace, //!< runTrace() without content
};

//! "json", "jsonl", "csv", "markdown", "html", "otel"; empty: there is no such format.
[[nodiscard]] std::optional<RunExportFormat> runExportFormatFromName(const QString &name);

//! The results of a run, at any moment of it: a function of its state and nothing else, the same bytes
//! each time. UTF-8.
[[nodiscard]] QByteArray exportedRun(const RunState &state,
                                     RunExportFormat format,
                                     const RunValues &values);

} // namespace kagura
