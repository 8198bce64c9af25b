// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json.hpp>

namespace kagura::bench {

//! A conversation of that many messages into the database of KAGURA_DATA_DIR; what main() returns.
[[nodiscard]] int fillConversation(int messages);

//! That conversation through engine and controller into the page, until it is painted, and then
//! scrolled through in steps, in leaps and at random.
[[nodiscard]] nlohmann::json measureOpening();

} // namespace kagura::bench
