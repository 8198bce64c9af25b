// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/cache/entrydetail.h"
#include "ui/theme/theme.h"

#include <QDialog>

namespace kagura {

//! Two entries beside each other: in what their requests differ, and how one answer becomes the other.
//!
//! Thread: the GUI thread. Lifetime: closes itself away. Errors: none.
class DiffDialog final : public QDialog
{
    Q_OBJECT

public:
    DiffDialog(const EntryPair &pair, const Theme &theme, QWidget *parent = nullptr);

private:
    [[nodiscard]] static QString nameOf(const CacheEntry &entry);
};

} // namespace kagura
