// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>

namespace kagura::test {

//! A text of pieces that models write and of pieces that they should not, some of them right to left.
[[nodiscard]] QString generatedAnswer(QRandomGenerator &random);

} // namespace kagura::test
