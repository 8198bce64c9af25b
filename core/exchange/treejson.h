// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/chat/conversationtree.h"

namespace kagura {

//! \name A conversation as JSON that loses nothing
//! One object with every branch, every part (pictures in base64), models, usage, cost, times and
//! failures. Left out are what holds in one data folder only: the folder of the list, and the process
//! that was streaming, whose answers are interrupted ones.
//! @{

constexpr int TreeJsonVersion = 1;

[[nodiscard]] Json treeToJson(const ConversationTree &tree);

//! Fields that are missing have their default, unknown ones are ignored, so that files of later
//! versions with the same number can be read.
//! Errors: Protocol with the field for what has no id, follows a message that does not stand before it,
//! or says an id twice.
[[nodiscard]] Result<ConversationTree> treeFromJson(const Json &object);
//! @}

} // namespace kagura
