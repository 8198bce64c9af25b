// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <compare>
#include <optional>

namespace kagura {

//! \name Values of expressions: JSON, whose whole numbers have 64 bits
//! @{

//! Empty: no whole number, or one that 64 bits do not hold.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(const Json &value);
//! By value, so that 1 equals 1.0; \pre both are numbers.
[[nodiscard]] std::partial_ordering compareNumbers(const Json &one, const Json &other);
//! Numbers by value at any depth; other types are only equal to their own.
[[nodiscard]] bool valuesEqual(const Json &one, const Json &other);
//! Equal values have equal marks, and others do not.
[[nodiscard]] std::string valueMark(const Json &value);
//! As it is put into a text: texts as they are, null as nothing, all else as JSON.
[[nodiscard]] std::string insertedText(const Json &value);
//! "text", "list", "map", "number", "true or false", "null": for messages.
[[nodiscard]] QString valueTypeName(const Json &value);
//! @}

} // namespace kagura
