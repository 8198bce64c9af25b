// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/llm/provider.h"

namespace kagura {

Provider::~Provider() = default;

} // namespace kagura
