// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/providerlistmodel.h"

#include <algorithm>

namespace kagura {

ProviderListModel::ProviderListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int ProviderListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ProviderListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProviderEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.title + QStringLiteral(", ") + entry.stateWords;
    case StateRole:
        return int(entry.state);
    case StateWordsRole:
        return entry.stateWords;
    default:
        return {};
    }
}

void ProviderListModel::setEntries(const QList<ProviderEntry> &entries)
{
    const bool haveSameRows =
        std::equal(m_entries.cbegin(), m_entries.cend(), entries.cbegin(), entries.cend(),
                   [](const ProviderEntry &left, const ProviderEntry &right) {
                       return left.config.name == right.config.name;
                   });
    if (haveSameRows) {
        m_entries = entries;
        if (!entries.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(entries.size()) - 1));
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int ProviderListModel::rowOf(const QString &provider) const
{
    for (int row = 0; row < int(m_entries.size()); ++row) {
        if (m_entries.at(row).config.name == provider)
            return row;
    }
    return -1;
}

} // namespace kagura
