// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kagura {

//! Where the control socket of a data folder is: in the folder, or, when that path is too long for a
//! socket (107 bytes), in the user's runtime folder under a name made from the folder's.
[[nodiscard]] QString controlSocketPath(const QString &folder);

//! The largest request or answer, in bytes with its line break.
inline constexpr qsizetype ControlLineLimit = 1024 * 1024;

} // namespace kagura
