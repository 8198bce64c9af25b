// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace kagura {

//! SHA-256 in hex: the name of what a journal keeps.
[[nodiscard]] QString contentHash(QByteArrayView bytes);

} // namespace kagura
