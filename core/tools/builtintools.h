// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/transport.h"
#include "core/tools/hostresolver.h"
#include "core/tools/toolregistry.h"

namespace kagura {

//! `builtin:list_files`, `builtin:read_file` and `builtin:fetch_url`. Lifetime: transport and resolver
//! outlive the registry.
void addBuiltinTools(ToolRegistry &registry, Transport &transport, HostResolver &resolver);

} // namespace kagura
