// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/markdown/markdownblock.h"

namespace kagura {

//! What the transcript lays out one by one.
using MessageBlock = MarkdownBlock;

} // namespace kagura
