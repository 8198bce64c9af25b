// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

namespace kagura::test {

//! What is wrong with the visible widgets below root, as sentences: a part without an object name, one
//! that can be used and has no name for a screen reader, one that the Tab key does not reach, and a
//! place that the Tab key does not leave.
[[nodiscard]] QStringList accessFaults(QWidget &root);

} // namespace kagura::test
