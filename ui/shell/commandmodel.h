// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/fuzzymatch.h"

#include <QAbstractListModel>
#include <QList>

class QAction;

namespace kagura {

//! The commands that fit what was typed, the best first; those that cannot be used now are left out.
//!
//! The keys of a command are those of its action or, where a page holds them itself, the key sequence
//! in its data().
//!
//! Thread: the GUI thread. Lifetime: the actions outlive it. Errors: none.
class CommandModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { MatchedRole = Qt::UserRole + 1, KeysRole };

    explicit CommandModel(QObject *parent = nullptr);

    void setCommands(const QList<QAction *> &commands);
    void setTyped(const QString &typed);

    [[nodiscard]] QAction *commandAt(const QModelIndex &index) const; //!< null for no row

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        QAction *command = nullptr;
        FuzzyMatch match;
    };

    void refresh();

    QList<QAction *> m_commands;
    QString m_typed;
    QList<Row> m_rows;
};

} // namespace kagura
