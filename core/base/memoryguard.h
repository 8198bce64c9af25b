// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace kagura {

//! Keeps what is in memory, keys above all, out of core files and from other programs of the same user:
//! no core file is written, and nobody but root may look into the process.
//!
//! Where KAGURA_ALLOW_DUMPS is set, and inside of Flatpak, whose portals have to look, nothing is done.
//!
//! Thread: any, before others begin. Lifetime: the process's; not handed on to programs that it starts.
//! Errors: none; false where the system does not know of this, or it was not wanted.
//! Source: prctl(2), PR_SET_DUMPABLE; setrlimit(2), RLIMIT_CORE.
bool closeMemory();

} // namespace kagura
