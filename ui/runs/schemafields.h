// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "ui/runs/runvalues.h"

namespace kagura {

//! \name Fields from JSON Schema, and values from what was typed into them
//! @{

//! The field for a value of that schema. What a form cannot ask for in parts is asked for as JSON.
[[nodiscard]] ShownField fieldOfSchema(const QString &name, const Json &schema);

//! What a field holds as it is typed and shown: one line of a list is one item.
[[nodiscard]] QString fieldText(const ShownField &field);

//! The value that typed text means for that field; null where nothing was typed and nothing has to be.
//! Errors: BadRequest in words for the person.
[[nodiscard]] Result<Json> fieldValue(const ShownField &field, const QString &text);
//! @}

} // namespace kagura
