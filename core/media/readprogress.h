// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>

namespace kagura {

//! What the thread that reads a file and the one that waits for it tell each other.
//!
//! Thread: any. Lifetime: shared by both. Errors: none.
struct ReadProgress
{
    std::atomic<bool> isCancelled = false; //!< the waiting one has lost interest
    std::atomic<int> permille = 0;
};

} // namespace kagura
