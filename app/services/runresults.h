// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runs/runtable.h"

namespace kagura {

//! A value of a run as far as it is at hand, else `{"$blob":"sha256","bytes":n}`.
[[nodiscard]] Json storedValue(const StoredRun &run, const RunValueRef &ref);

} // namespace kagura
