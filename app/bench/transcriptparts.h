// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace kagura::bench {

//! One measurement of the transcript in a process of its own, so that neither the memory nor the warm
//! fonts of another one are in it. Prints one JSON object of numbers and returns what main() does.
//!
//! reply                  16,000 characters into the view
//! peer                   the same into a QTextBrowser, every fourth update
//! streams RATE           eight answers from a server, for some seconds
//! block KIND             the end of an open block of 100,000 characters: 0 to 3, see BlockKind
//! fill COUNT             a conversation of that many messages into KAGURA_DATA_DIR
//! open                   that conversation in the page, and scrolling through it
int runTranscriptPart(int argc, char *argv[]);

} // namespace kagura::bench
