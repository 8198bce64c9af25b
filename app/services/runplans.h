// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/planner.h"
#include "core/runs/workflowrun.h"

namespace kagura {

class ModelCatalogue;
class ProviderRegistry;

//! What a run of that workflow would come to, at the prices of the catalogue, found without the network.
[[nodiscard]] RunPlan planOf(const WorkflowRun::Definition &definition,
                             const Json &inputs,
                             ProviderRegistry &providers,
                             const ModelCatalogue &catalogue);

} // namespace kagura
