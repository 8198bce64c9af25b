// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace kagura {

//! Thirty-two random bytes that belong to a data folder and never leave it: what is derived with them is
//! the same in every process of this folder, and means nothing anywhere else.
//!
//! Made at the first call, for its owner only. Of several processes that make it at once, all get the
//! same. A file that is no such key is replaced.
//! Thread: any. Errors: Storage, with the path.
[[nodiscard]] Result<Secret> installationKey(const QString &path);

//! One that is good for this process alone.
[[nodiscard]] Secret temporaryKey();

} // namespace kagura
