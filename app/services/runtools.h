// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/transport.h"
#include "core/tools/hostresolver.h"
#include "core/tools/toolregistry.h"

namespace kagura {

//! The tools that a run may use, with what they work with.
//!
//! Thread: the engine thread. Lifetime: the transport outlives it, it outlives the runs. Errors: none.
class RunTools final
{
public:
    explicit RunTools(Transport &transport);

    [[nodiscard]] ToolRegistry &registry() { return m_registry; }

private:
    SystemResolver m_resolver; // outlives the tool that asks it
    ToolRegistry m_registry;
};

} // namespace kagura
