// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <utility>

namespace kagura {

//! The heights of a long column of rows: where a row begins and which row is at a place, each in
//! O(log n), so that one row may grow sixty times a second below a hundred thousand others.
//!
//! A Fenwick tree over heights in pixels, none negative.
//!
//! Thread: one. Lifetime: a value. Errors: none; rows and places outside are clamped.
class HeightIndex
{
public:
    [[nodiscard]] qsizetype count() const { return m_heights.size(); }
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] int height(qsizetype row) const;

    //! Sum of the heights before row.
    [[nodiscard]] qint64 top(qsizetype row) const;

    //! The row that covers y, the last one below the end; -1 when there are none.
    [[nodiscard]] qsizetype rowAt(qint64 y) const;

    void reset(const QList<int> &heights);
    void setHeight(qsizetype row, int height);

    //! At the end in O(log n) a row, elsewhere in O(n).
    void insert(qsizetype first, const QList<int> &heights);
    void remove(qsizetype first, qsizetype count); //!< O(n)

private:
    void rebuild();
    void append(int height);

    QList<int> m_heights;
    QList<qint64> m_tree; // m_tree[i] covers the rows (i - lowest bit of i, i], counted from 1
    qint64 m_total = 0;
};

} // namespace kagura
