// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace kagura::test {

//! The bound of a test that says "at once", for a machine that is busy with other things: what it takes
//! there is no speed, and speeds are measured by kagura-bench. Milliseconds.
[[nodiscard]] constexpr qint64 patiently(qint64 milliseconds)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return milliseconds * 12;
#else
    return milliseconds * 4;
#endif
}

} // namespace kagura::test
