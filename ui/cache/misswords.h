// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachereason.h"
#include "core/cache/explanationtable.h"

#include <QString>

namespace kagura {

//! \name Why the cache did what it did, in words
//! @{
[[nodiscard]] QString reasonText(CacheReason reason); //!< "never seen"
//! What stands out among all reasons: "parameter changed".
[[nodiscard]] QString missTitle(const CacheExplanation &explanation);
//! One or two sentences for a person.
[[nodiscard]] QString missSentence(const CacheExplanation &explanation);
//! One line for logs, after RFC 9211: "kagura; fwd=miss; detail=param_changed(temperature)".
[[nodiscard]] QString missStatusLine(const CacheExplanation &explanation);
//! @}

} // namespace kagura
