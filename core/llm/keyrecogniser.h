// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret.h"

#include <QString>

#include <optional>

namespace kagura {

//! Which provider a pasted key belongs to, judged by its prefix: "anthropic" for sk-ant-…. Empty where
//! the form says nothing, as with Mistral, or fits several.
[[nodiscard]] std::optional<QString> recogniseKey(const Secret &key);

//! A pasted text as a key: without white space, quotes, and a leading NAME= or "Bearer ". Empty when
//! what remains cannot be a key (too short, too long, or not printable ASCII).
[[nodiscard]] Secret cleanPastedKey(const QString &text);

} // namespace kagura
