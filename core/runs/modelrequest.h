// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"
#include "core/llm/calloptions.h"
#include "core/llm/chatanswer.h"
#include "core/llm/chatrequest.h"
#include "core/runs/budgetkeeper.h"

namespace kagura {

//! \name Between what a workflow says and what is asked of a model
//! @{

//! Fills in what `params` say; later ones win. What is not known goes into the body as it is.
void applyParams(ChatRequest &request, const Json &params);
[[nodiscard]] RetryPolicy retryPolicy(const WorkflowRetry &retry);
[[nodiscard]] CacheMode cacheMode(const WorkflowCache &cache, const ChatRequest &request);
//! Empty: those of the provider.
[[nodiscard]] std::optional<Deadlines> deadlines(const WorkflowTimeout &timeout);

//! All of a request that changes its answer, for fingerprints and for a person who looks at it.
[[nodiscard]] Json requestToJson(const QString &provider, const ChatRequest &request, int sample);
//! An answer that goes on: `text`, `tool_calls`, `finish`.
[[nodiscard]] Json answerToJson(const ChatAnswer &answer);
[[nodiscard]] ChatAnswer answerFromJson(const Json &json);
[[nodiscard]] Json usageToJson(const Usage &usage);

//! About what a call takes at most, by the estimate of `tokens()`, and the usage to price it by.
[[nodiscard]] Usage estimatedUsage(const ChatRequest &request);
//! @}

} // namespace kagura
