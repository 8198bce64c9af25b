// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/shortcutmodel.h"

#include <algorithm>

namespace kagura {

namespace {

bool meet(const QKeySequence &a, const QKeySequence &b)
{
    return !a.isEmpty() && !b.isEmpty()
        && (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

std::optional<ShortcutEntry> holderIn(const QList<ShortcutEntry> &entries,
                                      const QKeySequence &keys,
                                      const QString &exceptId)
{
    const auto found =
        std::find_if(entries.cbegin(), entries.cend(), [&](const ShortcutEntry &entry) {
            return (exceptId.isEmpty() || entry.id != exceptId) && meet(entry.keys, keys);
        });
    return found == entries.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

ShortcutModel::ShortcutModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void ShortcutModel::setEntries(const QList<ShortcutEntry> &entries,
                               const QList<ShortcutEntry> &reserved)
{
    m_entries = entries;
    m_reserved = reserved;
    refresh();
}

void ShortcutModel::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    refresh();
}

void ShortcutModel::refresh()
{
    QList<ShortcutEntry> rows;
    for (const ShortcutEntry &entry : std::as_const(m_entries)) {
        if (entry.name.contains(m_typed, Qt::CaseInsensitive)
            || entry.keys.toString(QKeySequence::NativeText).contains(m_typed, Qt::CaseInsensitive))
            rows.append(entry);
    }
    const bool isSameRows =
        std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                   [](const ShortcutEntry &a, const ShortcutEntry &b) { return a.id == b.id; });
    if (isSameRows) {
        m_rows = rows; // so that the selection stays
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

std::optional<ShortcutEntry> ShortcutModel::entryAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? std::optional(m_rows.at(row)) : std::nullopt;
}

int ShortcutModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&id](const ShortcutEntry &entry) { return entry.id == id; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

bool ShortcutModel::isAnyChanged() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [](const ShortcutEntry &entry) { return entry.isChanged(); });
}

std::optional<ShortcutEntry> ShortcutModel::ownerOf(const QKeySequence &keys,
                                                    const QString &exceptId) const
{
    return holderIn(m_entries, keys, exceptId);
}

std::optional<ShortcutEntry> ShortcutModel::reservedFor(const QKeySequence &keys) const
{
    return holderIn(m_reserved, keys, {});
}

int ShortcutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShortcutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShortcutEntry &entry = m_rows.at(index.row());
    const QString keys = entry.keys.toString(QKeySequence::NativeText);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Command)
            return entry.name;
        return entry.isChanged() ? tr("%1  (changed)").arg(keys.isEmpty() ? tr("none") : keys)
                                 : keys;
    case Qt::AccessibleTextRole:
        if (index.column() == Command)
            return entry.name;
        return keys.isEmpty() ? tr("no keys") : keys;
    default:
        return {};
    }
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == Command ? tr("Command") : tr("Keys");
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace kagura
