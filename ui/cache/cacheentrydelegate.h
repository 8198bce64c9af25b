// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QStringList>
#include <QStyledItemDelegate>

namespace kagura {

struct CacheEntry;

//! A row of the table of entries: its state as a shape, words that are searched for marked.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class CacheEntryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CacheEntryDelegate(QObject *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }
    void setMarkedWords(const QStringList &words) { m_words = words; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    //! Beginnings of words of text that the searched words begin, too; begin and length.
    [[nodiscard]] static QList<std::pair<int, int>> marks(const QString &text,
                                                          const QStringList &words);

private:
    void paintState(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintExcerpt(QPainter &painter, const QRect &words, const QModelIndex &index) const;
    [[nodiscard]] ColorToken inkOf(const CacheEntry &entry, const QModelIndex &index) const;

    Theme m_theme;
    QStringList m_words;
};

} // namespace kagura
