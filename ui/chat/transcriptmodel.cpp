// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/transcriptmodel.h"

#include <algorithm>

namespace kagura {

TranscriptModel::TranscriptModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TranscriptMessage &shown = m_messages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return shown.text;
    case IdRole:
        return shown.id;
    case AuthorRole:
        return int(shown.author);
    case StateRole:
        return int(shown.state);
    default:
        return {};
    }
}

QHash<int, QByteArray> TranscriptModel::roleNames() const
{
    return {{IdRole, "id"}, {AuthorRole, "author"}, {StateRole, "state"}, {TextRole, "text"}};
}

int TranscriptModel::rowOf(const QString &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? -1 : *found + m_front;
}

int TranscriptModel::liveRow() const
{
    // An answer that arrives is among the last messages.
    for (int row = int(m_messages.size()) - 1; row >= 0 && row > int(m_messages.size()) - 8;
         --row) {
        if (m_messages.at(row).isLive())
            return row;
    }
    return -1;
}

void TranscriptModel::reset(const QList<TranscriptMessage> &messages)
{
    beginResetModel();
    m_messages = messages;
    m_places.clear();
    m_front = 0;
    reindex(0);
    endResetModel();
}

void TranscriptModel::insert(int row, const QList<TranscriptMessage> &messages)
{
    if (messages.isEmpty())
        return;
    row = std::clamp(row, 0, int(m_messages.size()));
    beginInsertRows({}, row, row + int(messages.size()) - 1);
    m_messages.insert(row, messages.size(), TranscriptMessage{});
    std::copy(messages.cbegin(), messages.cend(), m_messages.begin() + row);
    if (row == 0) {
        // What is below keeps its place, so that a long conversation grows upwards at little cost.
        m_front += int(messages.size());
        for (int i = 0; i < int(messages.size()); ++i)
            m_places.insert(messages.at(i).id, i - m_front);
    } else {
        reindex(row);
    }
    endInsertRows();
}

void TranscriptModel::append(const TranscriptMessage &message)
{
    insert(int(m_messages.size()), {message});
}

void TranscriptModel::remove(int first, int count)
{
    if (first < 0 || count <= 0 || first + count > m_messages.size())
        return;
    beginRemoveRows({}, first, first + count - 1);
    for (int row = first; row < first + count; ++row)
        m_places.remove(m_messages.at(row).id);
    m_messages.remove(first, count);
    reindex(first);
    endRemoveRows();
}

void TranscriptModel::replace(const TranscriptMessage &message)
{
    const int row = rowOf(message.id);
    if (row < 0 || m_messages.at(row) == message)
        return;
    m_messages[row] = message;
    Q_EMIT dataChanged(index(row), index(row));
}

void TranscriptModel::appendText(const QString &id, const QString &piece)
{
    const int row = rowOf(id);
    if (row < 0 || piece.isEmpty())
        return;
    TranscriptMessage &shown = m_messages[row];
    shown.text.append(piece);
    if (shown.state == TranscriptMessage::State::Waiting)
        shown.state = TranscriptMessage::State::Streaming;
    Q_EMIT dataChanged(index(row), index(row), {Qt::DisplayRole, TextRole, StateRole});
}

void TranscriptModel::appendReasoning(const QString &id, const QString &piece)
{
    const int row = rowOf(id);
    if (row < 0 || piece.isEmpty())
        return;
    TranscriptMessage &shown = m_messages[row];
    shown.reasoning.append(piece);
    if (shown.state == TranscriptMessage::State::Waiting)
        shown.state = TranscriptMessage::State::Streaming;
    Q_EMIT dataChanged(index(row), index(row), {StateRole});
}

void TranscriptModel::reindex(int from)
{
    for (int row = from; row < m_messages.size(); ++row)
        m_places.insert(m_messages.at(row).id, row - m_front);
}

} // namespace kagura
