// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async/streambuffer.h"

#include <memory>

namespace kagura {

//! The words of an answer while it arrives, for whoever shows them once a frame.
//!
//! Thread: any. Lifetime: shared. Errors: none.
struct LiveText
{
    StreamBuffer text;
    StreamBuffer reasoning;
};

using LiveTextPointer = std::shared_ptr<LiveText>;

} // namespace kagura
