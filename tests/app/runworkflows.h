// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QByteArray>

namespace kagura::test {

//! A workflow file with the agent `a` on that provider, whose answers are never cached.
[[nodiscard]] QByteArray workflowFile(const char *provider, const Json &nodes, const Json &output);

//! Something of everything that a kill can cut in two: a map, a loop, a router, a vote, a tool that must
//! not happen twice, and a last call that reads it all. Its tool is `builtin:append`.
[[nodiscard]] QByteArray crashWorkflow();

} // namespace kagura::test
