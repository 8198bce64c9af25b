// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/runs/runvalues.h"

#include <QHash>
#include <QSet>

#include <array>
#include <vector>

namespace kagura {

//! The nodes of a run as the rows of an outline: what is open, what is folded away, what a filter keeps.
//!
//! A map's items stand in a strip under it. When there are many, those that are busy or need attention
//! have rows, and the others are counted in one; a row that is there stays until its place is needed, so
//! that nothing jumps. Rows are made anew only when rows() is asked for after a change.
//!
//! Thread: one. Lifetime: its owner's. Errors: a node whose parent is unknown stands at the top.
class RunOutline
{
public:
    struct Row
    {
        enum class Kind : std::uint8_t { Node, Strip, Fold };

        Kind kind = Kind::Node;
        int node = -1; //!< of nodes(); of a strip and of a fold the parent
        int depth = 0;

        bool operator==(const Row &) const = default;
    };
    struct Entry
    {
        ShownNode node;
        int parent = -1;
        int depth = 0;
        std::vector<int> children;
    };

    void clear();
    //! New nodes and new states of known ones; the indices of those that are known already.
    [[nodiscard]] QList<int> apply(const QList<ShownNode> &nodes);

    [[nodiscard]] const std::vector<Entry> &nodes() const { return m_nodes; }
    [[nodiscard]] const Entry &at(int node) const { return m_nodes[std::size_t(node)]; }
    [[nodiscard]] int find(const QString &path) const { return m_byPath.value(path, -1); }
    [[nodiscard]] bool isOpen(int node) const;
    void setOpen(int node, bool isOpen);
    void unfold(int node); //!< all items of that map have rows from now on
    void setFilter(std::optional<RunMark> mark);
    [[nodiscard]] std::optional<RunMark> filter() const { return m_filter; }
    void reveal(int node); //!< opens what it is in, and gives it a row

    [[nodiscard]] bool isStale() const { return m_isStale; } //!< rows() will make them anew
    [[nodiscard]] const QList<Row> &rows();
    [[nodiscard]] int rowOf(int node); //!< -1: it has none now

    //! How many nodes without others in them are in each state.
    [[nodiscard]] const std::array<int, RunMarkCount> &counts() const { return m_counts; }
    //! The next one of that state after node, around the end; -1: there is none.
    [[nodiscard]] int next(RunMark mark, int node) const;
    //! "20 done, 7 cached" of the items of that map which have no row.
    [[nodiscard]] QString foldedWords(int node) const;
    [[nodiscard]] int foldedCount(int node) const;
    //! The states of a map's items in order, with Pending for those that are yet to come.
    [[nodiscard]] std::vector<RunMark> strip(int node) const;

private:
    [[nodiscard]] bool isFolding(const Entry &entry) const;
    void insert(const ShownNode &shown);
    void count(const Entry &entry, int by);
    void keepShown(int parent, int child);
    void append(int node);
    void appendFiltered();

    std::vector<Entry> m_nodes;
    QHash<QString, int> m_byPath;
    std::vector<int> m_top;
    QHash<int, bool> m_isOpen; //!< where it is not what it is by itself
    QSet<int> m_unfolded;
    QHash<int, QList<int>> m_shownItems; //!< of a folding map, the oldest first
    std::optional<RunMark> m_filter;
    std::array<int, RunMarkCount> m_counts{};
    QList<Row> m_rows;
    QHash<int, int> m_rowOf;
    bool m_isStale = false;
};

} // namespace kagura
