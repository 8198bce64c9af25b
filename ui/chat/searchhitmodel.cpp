// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/searchhitmodel.h"

#include "ui/chat/displaytext.h"

namespace kagura {

SearchHitModel::SearchHitModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int SearchHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant SearchHitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHitRow &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return DisplayText::line(hit.title + QStringLiteral(": ") + hit.excerpt);
    case RowRole:
        return QVariant::fromValue(hit);
    default:
        return {};
    }
}

bool SearchHitModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isWaiting;
}

void SearchHitModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isWaiting = true;
    Q_EMIT wanted(m_text, rowCount());
}

void SearchHitModel::setHits(const QString &text,
                             int offset,
                             const QList<SearchHitRow> &hits,
                             bool hasMore)
{
    if (text != m_text || (offset > 0 && offset != rowCount()))
        return;
    m_isWaiting = false;
    m_hasMore = hasMore;
    if (offset == 0) {
        beginResetModel();
        m_hits = hits;
        endResetModel();
    } else if (!hits.isEmpty()) {
        beginInsertRows({}, offset, offset + int(hits.size()) - 1);
        m_hits.append(hits);
        endInsertRows();
    }
}

void SearchHitModel::setText(const QString &text)
{
    const QString wantedText = text.simplified();
    if (wantedText == m_text)
        return;
    m_text = wantedText;
    m_hasMore = false;
    m_isWaiting = !m_text.isEmpty();
    if (m_text.isEmpty()) {
        beginResetModel();
        m_hits.clear();
        endResetModel();
        return;
    }
    // What was found before stays until the answer is here, so that nothing flickers while one types.
    Q_EMIT wanted(m_text, 0);
}

} // namespace kagura
