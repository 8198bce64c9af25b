// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace kagura {

//! A section of the settings: its icon and its name.
//!
//! Thread: the GUI thread. Lifetime: its view's. Errors: none.
class SectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int IconRole = Qt::UserRole + 1; //!< a name of Theme::icon()

    explicit SectionDelegate(QObject *parent = nullptr);

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
