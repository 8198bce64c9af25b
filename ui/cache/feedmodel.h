// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachingprovider.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace kagura {

//! What the cache did for one call, as the live view shows it.
struct FeedRow
{
    quint64 number = 0; //!< counts up
    QDateTime at;
    CacheNote note;
    bool canExplain = false; //!< of a miss: its request is still known

    bool operator==(const FeedRow &other) const { return number == other.number; }
};

//! What the cache did lately, newest first; what is older than the last thousand is forgotten.
//!
//! Thread: the GUI thread. Lifetime: outlives its views. Errors: none.
class FeedModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Outcome, Why, Model, Agent, Saved, Key, ColumnCount };
    static constexpr int MostRows = 1000;

    explicit FeedModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    void add(const FeedRow &row);
    void clear();
    [[nodiscard]] const FeedRow &row(int row) const { return m_rows.at(std::size_t(row)); }

    [[nodiscard]] static QString outcomeText(const CacheNote &note);
    [[nodiscard]] static QString whyText(const CacheNote &note);

private:
    std::deque<FeedRow> m_rows;
};

} // namespace kagura
