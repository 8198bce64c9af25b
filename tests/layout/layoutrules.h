// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/layout/roomtable.h"

namespace kagura::layout {

// Each rule of the house is a function from a tree to its faults, `path:line: what and what instead`.
// None of them reads the disk, so that a test can show each catching a planted fault.

//! Includes against the tables: arrows between rooms, Qt modules and libraries, rooms without a row.
QStringList includeFaults(const SourceTree &tree, const RoomTable &table, const QtHeaders &qt);

//! Files of more than 600 lines, tests included.
QStringList sizeFaults(const SourceTree &tree);

//! File names that are not their class in lower case, and names that say nothing.
QStringList nameFaults(const SourceTree &tree);

//! .cpp files of core without a tst_ file in the mirrored folder. `covered` maps those that need none
//! to the reason, which is either words or the path of the test that drives them; an entry without
//! its file, or that has a test by now, is a fault too.
QStringList testFaults(const SourceTree &tree, const QMap<QString, QString> &covered);

//! Sources that no CMakeLists.txt names: they would be built by nobody.
QStringList unlistedFaults(const SourceTree &tree);

//! Calls that block, race or open a hole, outside the places that may have them.
QStringList callFaults(const SourceTree &tree);

//! Missing SPDX lines and `#pragma once`, and notes of unfinished work.
QStringList textFaults(const SourceTree &tree);

//! Colours written down in ui or app outside ui/theme.
QStringList colourFaults(const SourceTree &tree);

//! Names at the top of the tree that were not agreed on. Names that begin with a dot are not looked at.
QStringList topLevelFaults(const QStringList &names);

} // namespace kagura::layout
