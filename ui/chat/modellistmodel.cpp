// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/modellistmodel.h"

#include "ui/chat/displaytext.h"

#include <algorithm>

namespace kagura {

ModelListModel::ModelListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModelChoice &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return DisplayText::line(row.title.isEmpty() ? row.providerTitle : row.title);
    case IsHeadingRole:
        return row.title.isEmpty();
    case IsNoteRole:
        return row.isEmpty() && !row.title.isEmpty();
    case ProviderRole:
        return row.provider;
    case ModelRole:
        return row.model;
    default:
        return {};
    }
}

Qt::ItemFlags ModelListModel::flags(const QModelIndex &index) const
{
    if (choiceAt(index).isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> ModelListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{IsHeadingRole, "isHeading"},
                  {IsNoteRole, "isNote"},
                  {ProviderRole, "provider"},
                  {ModelRole, "model"}});
    return names;
}

void ModelListModel::setChoices(const QList<ModelChoice> &choices)
{
    m_choices = choices;
    rebuild();
}

void ModelListModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild();
}

ModelChoice ModelListModel::choiceAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows.at(index.row()) : ModelChoice{};
}

QModelIndex ModelListModel::indexOf(const ModelChoice &choice) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (!m_rows.at(row).isEmpty() && m_rows.at(row).provider == choice.provider
            && m_rows.at(row).model == choice.model)
            return index(row);
    }
    return {};
}

QModelIndex ModelListModel::firstChoice() const
{
    const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [](const ModelChoice &row) { return !row.isEmpty(); });
    return first == m_rows.cend() ? QModelIndex() : index(int(first - m_rows.cbegin()));
}

void ModelListModel::rebuild()
{
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_rows.clear();
    QString provider;
    for (const ModelChoice &choice : std::as_const(m_choices)) {
        const QString name = choice.title + u' ' + choice.providerTitle;
        const bool matches = std::all_of(words.begin(), words.end(), [&name](const QString &word) {
            return name.contains(word, Qt::CaseInsensitive);
        });
        if (!matches || (choice.isEmpty() && !words.isEmpty()))
            continue;
        if (m_rows.isEmpty() || choice.provider != provider)
            m_rows.append({.provider = choice.provider, .providerTitle = choice.providerTitle});
        provider = choice.provider;
        m_rows.append(choice);
    }
    if (m_rows.isEmpty() && !words.isEmpty())
        m_rows.append({.title = tr("No model has that in its name.")});
    endResetModel();
}

} // namespace kagura
