// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agents/workflow.h"

#include <functional>

namespace kagura {

using ExpressionVisit = std::function<void(const Expression &)>;

//! \name What a node mentions, and the order that follows from it
//! @{

//! Every expression of a node and of the bodies in it.
void visitExpressions(const WorkflowNode &node, const ExpressionVisit &visit);
//! The graph that a map or a loop repeats; null: it holds none.
[[nodiscard]] const WorkflowGraph *workflowBody(const WorkflowNode &node);
//! The ids of a graph, each behind all that it waits for. Without recursion: a file may hold thousands of
//! nodes in a row. \pre none of them wait for each other in a circle
[[nodiscard]] QStringList workflowOrder(const WorkflowGraph &graph);
//! `agent`, `map` …
[[nodiscard]] QString nodeKindName(const WorkflowNode &node);
//! @}

} // namespace kagura
