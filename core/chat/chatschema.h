// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/schema.h"

namespace kagura {

//! The tables of conversations: a conversation is a tree of messages whose shown branch ends at
//! active_leaf. Rows have a number of their own (seq), so that a full-text index can name them.
[[nodiscard]] Schema chatSchema();

} // namespace kagura
