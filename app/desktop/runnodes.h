// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runstate.h"

#include <vector>

namespace kagura {

//! Which nodes of a run stand in which, kept up as they are heard of.
//!
//! Thread: one. Lifetime: none; of one run. Errors: none.
class RunNodes
{
public:
    //! What a node that consists of others has in it, as far as it is heard of.
    struct Held
    {
        int children = 0;
        int ended = 0;
        qint64 tokens = 0;
        qint64 costMicroUsd = 0;
        bool hasCalls = false;
    };

    RunNodes() = default;
    explicit RunNodes(const RunState &state) { update(state); }

    void update(const RunState &state); //!< takes what has come to it
    [[nodiscard]] Held heldBy(const RunState &state, int node) const;

private:
    std::vector<std::vector<int>> m_children; //!< by node
};

} // namespace kagura
