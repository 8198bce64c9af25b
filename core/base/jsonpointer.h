// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace kagura {

//! A JSON Pointer (RFC 6901) one step deeper: where in a file something stands, for messages.
[[nodiscard]] QString joinedPointer(const QString &pointer, const QString &key);

} // namespace kagura
