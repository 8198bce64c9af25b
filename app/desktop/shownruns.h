// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runstate.h"
#include "core/runs/runtable.h"
#include "ui/runs/runvalues.h"

namespace kagura {

//! \name Runs as their page shows them
//! nowMs: milliseconds since 1970, UTC.
//! @{
[[nodiscard]] ShownRun shownRun(const RunSummary &summary, qint64 nowMs);

//! isOurs: this process runs it, and can pause it.
[[nodiscard]] ShownRunFigures shownFigures(const RunState &state, bool isOurs, qint64 nowMs);

//! What a run that was interrupted has done, and what may have been billed for nothing.
[[nodiscard]] QString interruptedWords(int done,
                                       int total,
                                       int possiblyBilled,
                                       qint64 possiblyMicroUsd);

//! What waits for a person, in the order of the nodes.
[[nodiscard]] QList<ShownQuestion> shownQuestions(const RunState &state);
//! @}

} // namespace kagura
