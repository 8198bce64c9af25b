// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

namespace kagura {

//! Whether a value follows a JSON Schema, as far as providers let answers be asked for: types, enum and
//! const, properties, required, additionalProperties, items and prefixItems, bounds of numbers, lengths
//! and counts, allOf, anyOf, oneOf, not, and references into the schema itself.
//!
//! Other keywords (pattern, format) are not looked at, so that an answer is never called wrong for a
//! rule that we do not know. Schemas that refer to themselves without end follow nothing.
[[nodiscard]] bool followsSchema(const Json &value, const Json &schema);

} // namespace kagura
