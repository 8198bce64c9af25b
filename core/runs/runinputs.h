// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/base/result.h"

namespace kagura {

//! The inputs of a run with what the workflow gives where nothing was said, each held against its schema.
//! Errors: BadRequest that names the input, also for one that the workflow does not have.
[[nodiscard]] Result<Json> completedInputs(const Workflow &workflow, const Json &given);

} // namespace kagura
