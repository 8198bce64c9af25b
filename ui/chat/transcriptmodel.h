// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/chat/transcriptmessage.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>

namespace kagura {

//! The messages of one conversation, oldest first, as they were told to it; holds no truth of its own.
//!
//! Text that arrives is added with appendText() and appendReasoning(), which cost what the piece
//! costs; a change of anything else replaces the row.
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none; an unknown id is ignored, since
//! its message may have been removed while the news was on its way.
class TranscriptModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, AuthorRole, StateRole, TextRole };

    explicit TranscriptModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const TranscriptMessage &message(int row) const { return m_messages.at(row); }
    [[nodiscard]] int rowOf(const QString &id) const; //!< -1 when there is none
    //! The answer that is being waited for or arriving; -1 when none is.
    [[nodiscard]] int liveRow() const;

    void reset(const QList<TranscriptMessage> &messages);
    void insert(int row, const QList<TranscriptMessage> &messages);
    void append(const TranscriptMessage &message);
    void remove(int first, int count);
    void replace(const TranscriptMessage &message); //!< by its id
    void appendText(const QString &id, const QString &piece);
    void appendReasoning(const QString &id, const QString &piece);

private:
    void reindex(int from);

    QList<TranscriptMessage> m_messages;
    QHash<QString, int> m_places; // row minus m_front
    int m_front = 0; // so many rows were put in front since the places were counted
};

} // namespace kagura
