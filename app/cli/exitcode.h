// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

namespace kagura {

//! What every kagura program returns; scripts rely on it.
enum ExitCode : int {
    ExitSucceeded = 0,
    ExitFailed = 1,
    ExitUsage = 2, //!< wrong arguments or an invalid file
    ExitWaitsForPerson = 4,
    ExitBudget = 5,
    ExitCancelled = 130, //!< as a shell reports SIGINT
};

[[nodiscard]] inline int exitCodeFor(const Error &error)
{
    return error.kind == Error::Kind::Cancelled ? ExitCancelled : ExitFailed;
}

} // namespace kagura
