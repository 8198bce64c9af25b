// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/textdiff.h"
#include "ui/theme/theme.h"

#include <QString>

class QTextCursor;

namespace kagura {

//! \name Changes as marked text: what went is struck out, what came stands on green
//! @{
void insertDiff(QTextCursor &cursor, const QList<TextChange> &changes, const Theme &theme);
void insertPlain(QTextCursor &cursor, const QString &text, const Theme &theme, ColorToken ink);
//! @}

//! The same with long stretches that both have in common cut down to what is near a change.
[[nodiscard]] QList<TextChange> shortened(const QList<TextChange> &changes);

} // namespace kagura
