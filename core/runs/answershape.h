// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/json.h"

#include <optional>

namespace kagura {

//! The JSON that a model answered with: the text as a whole, or what stands in its only fence.
//! Errors: Protocol.
[[nodiscard]] Result<Json> jsonOfAnswer(const QString &text);

//! Why a value does not follow a schema, BadRequest with one sentence; empty: it does.
[[nodiscard]] std::optional<Error> schemaFault(const Json &schema, const Json &value);

} // namespace kagura
