// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/blocksource.h"

namespace kagura {

BlockSource::~BlockSource() = default;

} // namespace kagura
