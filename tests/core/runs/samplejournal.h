// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runevent.h"

namespace kagura::test {

//! The events of a small run with something of everything: a map of two items, a cached call, one that
//! was repeated, a tool that was approved, a person who answered, a skipped node.
[[nodiscard]] QList<RunEvent> sampleJournal();

} // namespace kagura::test
