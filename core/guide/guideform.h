// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <QString>

namespace kagura {

//! A JSON value that follows a schema, as far as a search can fill in a form: its texts are sentences of
//! the answer, its numbers the least that is allowed, its choices the first, its truths true. With it
//! workflows that ask for structured answers run on the Guide.
//!
//! Follows types, enum, const, properties, items, bounds, references within the schema and the first of
//! several alternatives; patterns are not looked at.
[[nodiscard]] Json filledForm(const Json &schema, const QString &answer);

} // namespace kagura
