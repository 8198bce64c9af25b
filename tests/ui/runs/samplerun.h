// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/launchvalues.h"

namespace kagura::test {

//! A made-up run in the middle of its work, with every state that a node can be in.
struct SampleRun
{
    QList<ShownRun> history;
    ShownRun run;
    ShownRunFigures figures;
    QList<ShownNode> nodes;
    QList<ShownQuestion> questions;
    ShownNodeDetail detail;
};

[[nodiscard]] SampleRun sampleRun();

//! A map of so many items, each of which is running, on so many calls at once.
[[nodiscard]] QList<ShownNode> wideRun(int items, int running);

[[nodiscard]] QList<ShownWorkflow> sampleWorkflows();
[[nodiscard]] ShownPlan samplePlan(); //!< of the first of them

} // namespace kagura::test
