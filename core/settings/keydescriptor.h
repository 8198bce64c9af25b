// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <chrono>

namespace kagura {

//! Reads a key from an inherited file descriptor up to its end or first line break, and closes it.
//! Blocks for at most limit; meant for the start of the command line, before any window.
//! Errors: BadRequest: no such descriptor, nothing in it, more than 16 KiB, or no end in time.
[[nodiscard]] Result<Secret> readKeyDescriptor(
    int descriptor, std::chrono::milliseconds limit = std::chrono::seconds(5));

} // namespace kagura
