// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/chatstyle.h"

#include <QStyledItemDelegate>

namespace kagura {

//! A hit: the title of its conversation and when, below it the line with what was found in bold.
//!
//! Thread: the GUI thread. Lifetime: its view's. Errors: none.
class SearchHitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SearchHitDelegate(QObject *parent = nullptr);

    void setChatStyle(const ChatStyle &style) { m_style = style; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintExcerpt(QPainter &painter, const QRect &line, const QModelIndex &index) const;

    ChatStyle m_style;
};

} // namespace kagura
