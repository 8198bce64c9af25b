// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/services/runplans.h"

#include "app/services/runmodels.h"

namespace kagura {

RunPlan planOf(const WorkflowRun::Definition &definition,
               const Json &inputs,
               ProviderRegistry &providers,
               const ModelCatalogue &catalogue)
{
    const RunModels models(providers, catalogue);
    Planner planner(*definition.workflow,
                    [&models](const QString &provider, const QString &model, qint64 inputTokens,
                              qint64 outputTokens) {
                        Usage usage;
                        usage.inputTokens = inputTokens;
                        usage.outputTokens = outputTokens;
                        usage.cacheReadTokens = 0;
                        usage.cacheWriteTokens = 0;
                        return models.costMicroUsd(provider, model, usage);
                    });
    for (auto part = definition.workflows.cbegin(); part != definition.workflows.cend(); ++part)
        planner.addWorkflow(part.key(), *part->workflow);
    return planner.plan(inputs);
}

} // namespace kagura
