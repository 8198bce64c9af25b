// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/schema.h"

namespace kagura {

//! The tables of the cache. What is listed and counted stands apart from what is large (payload): a
//! count over a million rows must not read their answers.
[[nodiscard]] Schema cacheSchema();

} // namespace kagura
