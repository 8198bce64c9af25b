// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace kagura {

//! \name TCP connections of this process to a port that a server pours into faster than we read
//! A header without end fills the kernel's buffer, since Qt reads headers byte by byte. Qt offers no way
//! to reach the socket of a manager whose thread is caught in there; the process's own table of open
//! files does.
//!
//! Thread: any. Errors: 0 where the platform has no such table (all but Linux): nothing is cut there.
//! @{
[[nodiscard]] int unreadConnections(quint16 peerPort);

//! Shuts them down, so that whoever reads them sees the end; says how many.
int cutUnreadConnections(quint16 peerPort);
//! @}

} // namespace kagura
