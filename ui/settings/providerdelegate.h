// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace kagura {

//! A provider's row: its letter in a box, its title over its state, and a dot that repeats the state.
//!
//! Thread: the GUI thread. Lifetime: its view's. Errors: none.
class ProviderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ProviderDelegate(QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    Theme m_theme;
};

} // namespace kagura
