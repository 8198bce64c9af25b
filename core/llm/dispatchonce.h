// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/llm/calloptions.h"

#include <memory>

namespace kagura {

//! Keeps CallOptions::beforeDispatch from running twice where one call becomes several attempts, and
//! tells a refusal by the hook from a failure of the attempt: no other attempt can cure the first.
//!
//! Thread: the engine thread. Lifetime: any; copies of the options share the state. Errors: none.
class DispatchOnce
{
public:
    //! Replaces the hook of these options by one that runs it at its first call only.
    explicit DispatchOnce(CallOptions &options);

    [[nodiscard]] bool hasRefused() const { return *m_hasRefused; }

private:
    std::shared_ptr<bool> m_hasRefused = std::make_shared<bool>(false);
};

} // namespace kagura
