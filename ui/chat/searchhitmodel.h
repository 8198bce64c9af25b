// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

namespace kagura {

//! A message in which something was found.
struct SearchHitRow
{
    QString conversation = {};
    QString message = {};
    QString title = {}; //!< of the conversation
    QString excerpt = {}; //!< a line around what was found
    QList<std::pair<int, int>> marks = {}; //!< begin and length in the excerpt
    QDateTime created = {};

    bool operator==(const SearchHitRow &) const = default;
};

//! What a search through all messages has found so far.
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none.
class SearchHitModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1 }; //!< a SearchHitRow

    explicit SearchHitModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    //! The hits for that text; those of a text that is no longer searched for are left alone. An offset
    //! above zero appends.
    void setHits(const QString &text, int offset, const QList<SearchHitRow> &hits, bool hasMore);
    //! What is searched for from now on; empty: nothing.
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

Q_SIGNALS:
    void wanted(const QString &text, int offset); //!< setHits() answers

private:
    QString m_text;
    QList<SearchHitRow> m_hits;
    bool m_hasMore = false;
    bool m_isWaiting = false;
};

} // namespace kagura

Q_DECLARE_METATYPE(kagura::SearchHitRow)
