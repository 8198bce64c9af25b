// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/commandmodel.h"

#include <QAction>
#include <QKeySequence>

#include <algorithm>

namespace kagura {

CommandModel::CommandModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void CommandModel::setCommands(const QList<QAction *> &commands)
{
    m_commands = commands;
    refresh();
}

void CommandModel::setTyped(const QString &typed)
{
    m_typed = typed;
    refresh();
}

void CommandModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    for (QAction *command : std::as_const(m_commands)) {
        const std::optional<FuzzyMatch> match = FuzzyMatch::of(m_typed, command->text());
        if (match && command->isEnabled())
            m_rows.append({command, *match});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.match.score > b.match.score; });
    endResetModel();
}

QAction *CommandModel::commandAt(const QModelIndex &index) const
{
    return index.isValid() && checkIndex(index) ? m_rows.at(index.row()).command : nullptr;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    const QAction *command = commandAt(index);
    if (command == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return command->text();
    case MatchedRole:
        return QVariant::fromValue(m_rows.at(index.row()).match.positions);
    case KeysRole: {
        const QKeySequence keys = command->shortcut().isEmpty()
            ? command->data().value<QKeySequence>()
            : command->shortcut();
        return keys.toString(QKeySequence::NativeText);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(MatchedRole, "matched");
    names.insert(KeysRole, "keys");
    return names;
}

} // namespace kagura
