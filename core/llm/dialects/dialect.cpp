// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/dialects/dialect.h"

namespace kagura {

ReplyDecoder::~ReplyDecoder() = default;
Dialect::~Dialect() = default;

} // namespace kagura
