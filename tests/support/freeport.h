// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace kagura::test {

//! A port on loopback that nobody listens on at the moment, and that no other connection is given in the
//! meantime: it lies below those that Linux hands out by itself (32768 and up). From that range, another
//! test would be given the port now and then, and a connection to a port of it where nobody listens can
//! even reach itself. 0 where none was found.
[[nodiscard]] quint16 freePort();

} // namespace kagura::test
