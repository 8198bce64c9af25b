// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/shortcutentry.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace kagura {

//! Commands with their keys, and who has which.
//!
//! Thread: the GUI thread. Lifetime: its parent's. Errors: none.
class ShortcutModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Command, Keys, ColumnCount };

    explicit ShortcutModel(QObject *parent = nullptr);

    //! reserved: keys that no command can have, each with what it does; they are no rows.
    void setEntries(const QList<ShortcutEntry> &entries, const QList<ShortcutEntry> &reserved);
    //! Only commands with these letters in their name or their keys are rows.
    void setTyped(const QString &typed);

    [[nodiscard]] std::optional<ShortcutEntry> entryAt(int row) const;
    [[nodiscard]] int rowOf(const QString &id) const; //!< -1: it is not shown
    [[nodiscard]] bool isAnyChanged() const;

    //! Who has these keys, but for that command; a sequence that begins like them has them, too.
    [[nodiscard]] std::optional<ShortcutEntry> ownerOf(const QKeySequence &keys,
                                                       const QString &exceptId) const;
    [[nodiscard]] std::optional<ShortcutEntry> reservedFor(const QKeySequence &keys) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

private:
    void refresh();

    QList<ShortcutEntry> m_entries;
    QList<ShortcutEntry> m_reserved;
    QList<ShortcutEntry> m_rows;
    QString m_typed;
};

} // namespace kagura
