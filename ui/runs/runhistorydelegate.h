// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace kagura {

//! Draws a run in the history: title and cost above, state, progress and count below.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class RunHistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RunHistoryDelegate(QObject *parent = nullptr);

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
