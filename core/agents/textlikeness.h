// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace kagura {

//! The words of a text in lower case, without their endings: "Translating" and "translated" are one.
[[nodiscard]] QStringList stemsIn(const QString &text);

//! How alike two texts are in words and letters, from 0 to 1: the cosine of their stems and of three
//! letters each, so that a misspelt word still counts. No model is asked.
[[nodiscard]] double textLikeness(const QString &one, const QString &other);

} // namespace kagura
