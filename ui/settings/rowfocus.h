// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

class QPainter;
class QStyleOptionViewItem;

namespace kagura {

//! The ring around the row of a list that the keyboard is in; nothing while the pointer leads.
void paintRowFocus(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme);

} // namespace kagura
