// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runoutline.h"

#include "ui/runs/runwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t FoldAbove = 12; // items
constexpr qsizetype ShownItems = 10; // of a map that folds

bool needsEyes(RunMark mark)
{
    return mark == RunMark::Running || mark == RunMark::AsksYou || mark == RunMark::Failed
        || mark == RunMark::InDoubt || mark == RunMark::Waiting;
}

} // namespace

void RunOutline::clear()
{
    *this = RunOutline();
}

QList<int> RunOutline::apply(const QList<ShownNode> &nodes)
{
    QList<int> changed;
    for (const ShownNode &shown : nodes) {
        const int known = find(shown.path);
        if (known < 0) {
            insert(shown);
            continue;
        }
        Entry &entry = m_nodes[std::size_t(known)];
        const bool isMarkSame = entry.node.mark == shown.mark;
        const bool isCountSame = entry.node.itemCount == shown.itemCount;
        if (!isMarkSame)
            count(entry, -1);
        const QString parent = entry.node.parent;
        entry.node = shown;
        entry.node.parent = parent;
        changed.append(known);
        if (!isMarkSame) {
            count(entry, 1);
            if (entry.parent >= 0 && needsEyes(shown.mark))
                keepShown(entry.parent, known);
            m_isStale = m_isStale || m_filter.has_value();
        }
        m_isStale = m_isStale || !isCountSame;
    }
    return changed;
}

void RunOutline::insert(const ShownNode &shown)
{
    const int index = int(m_nodes.size());
    const int parent = shown.parent.isEmpty() ? -1 : find(shown.parent);
    Entry entry{shown, parent, 0, {}};
    if (parent >= 0) {
        Entry &above = m_nodes[std::size_t(parent)];
        if (above.children.empty())
            count(above, -1); // it is no leaf any more
        entry.depth = above.depth + 1;
        // Items may be announced in any order, and stand in that of the list.
        auto place = above.children.end();
        if (shown.item >= 0)
            place = std::upper_bound(
                above.children.begin(), above.children.end(), shown.item,
                [this](int item, int child) { return item < at(child).node.item; });
        above.children.insert(place, index);
    } else {
        m_top.push_back(index);
    }
    m_nodes.push_back(std::move(entry));
    m_byPath.insert(shown.path, index);
    count(m_nodes.back(), 1);
    if (parent >= 0 && shown.item >= 0
        && (needsEyes(shown.mark) || m_shownItems[parent].size() < 6))
        keepShown(parent, index);
    m_isStale = true;
}

void RunOutline::count(const Entry &entry, int by)
{
    if (entry.children.empty())
        m_counts[std::size_t(entry.node.mark)] += by;
}

void RunOutline::keepShown(int parent, int child)
{
    QList<int> &shown = m_shownItems[parent];
    if (shown.contains(child))
        return;
    if (shown.size() >= ShownItems) {
        const auto quiet = std::find_if(shown.cbegin(), shown.cend(), [this](int one) {
            return !needsEyes(at(one).node.mark) && !m_isOpen.value(one);
        });
        if (quiet == shown.cend())
            return;
        shown.erase(quiet);
    }
    shown.append(child);
    m_isStale = true;
}

bool RunOutline::isFolding(const Entry &entry) const
{
    return entry.children.size() > FoldAbove && at(entry.children.front()).node.item >= 0;
}

bool RunOutline::isOpen(int node) const
{
    // The parts of a map's item are looked for, those of everything else are looked at.
    return m_isOpen.value(node, at(node).node.item < 0);
}

void RunOutline::setOpen(int node, bool isOpen)
{
    m_isOpen.insert(node, isOpen);
    if (!isOpen)
        m_unfolded.remove(node);
    m_isStale = true;
}

void RunOutline::unfold(int node)
{
    m_unfolded.insert(node);
    m_isStale = true;
}

void RunOutline::setFilter(std::optional<RunMark> mark)
{
    m_filter = mark;
    m_isStale = true;
}

void RunOutline::reveal(int node)
{
    for (int child = node, above = at(node).parent; above >= 0;
         child = above, above = at(above).parent) {
        if (!isOpen(above))
            setOpen(above, true);
        if (isFolding(at(above)) && !m_unfolded.contains(above)) {
            QList<int> &shown = m_shownItems[above];
            if (!shown.contains(child)) {
                shown.append(child);
                m_isStale = true;
            }
        }
    }
}

const QList<RunOutline::Row> &RunOutline::rows()
{
    if (!m_isStale)
        return m_rows;
    m_isStale = false;
    m_rows.clear();
    if (m_filter)
        appendFiltered();
    else
        for (const int node : m_top)
            append(node);
    m_rowOf.clear();
    m_rowOf.reserve(m_rows.size());
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows.at(row).kind == Row::Kind::Node)
            m_rowOf.insert(m_rows.at(row).node, row);
    return m_rows;
}

int RunOutline::rowOf(int node)
{
    static_cast<void>(rows());
    return m_rowOf.value(node, -1);
}

void RunOutline::append(int node)
{
    const Entry &entry = at(node);
    m_rows.append({Row::Kind::Node, node, entry.depth});
    if (entry.node.itemCount > 1)
        m_rows.append({Row::Kind::Strip, node, entry.depth + 1});
    if (entry.children.empty() || !isOpen(node))
        return;
    if (!isFolding(entry) || m_unfolded.contains(node)) {
        for (const int child : entry.children)
            append(child);
        return;
    }
    QList<int> shown = m_shownItems.value(node);
    std::sort(shown.begin(), shown.end(),
              [this](int a, int b) { return at(a).node.item < at(b).node.item; });
    for (const int child : std::as_const(shown))
        append(child);
    if (shown.size() < qsizetype(entry.children.size()))
        m_rows.append({Row::Kind::Fold, node, entry.depth + 1});
}

void RunOutline::appendFiltered()
{
    // What matches, below what it is in.
    std::vector<bool> isKept(m_nodes.size(), false);
    for (std::size_t index = 0; index < m_nodes.size(); ++index) {
        if (m_nodes[index].node.mark != *m_filter || !m_nodes[index].children.empty())
            continue;
        for (int one = int(index); one >= 0 && !isKept[std::size_t(one)]; one = at(one).parent)
            isKept[std::size_t(one)] = true;
    }
    std::vector<int> todo(m_top.rbegin(), m_top.rend());
    while (!todo.empty()) {
        const int node = todo.back();
        todo.pop_back();
        if (!isKept[std::size_t(node)])
            continue;
        m_rows.append({Row::Kind::Node, node, at(node).depth});
        const std::vector<int> &children = at(node).children;
        todo.insert(todo.end(), children.rbegin(), children.rend());
    }
}

int RunOutline::next(RunMark mark, int node) const
{
    // In the order of the outline, not in that of arrival: the tree is walked once.
    std::vector<int> order;
    std::vector<int> todo(m_top.rbegin(), m_top.rend());
    qsizetype place = -1;
    while (!todo.empty()) {
        const int one = todo.back();
        todo.pop_back();
        if (one == node)
            place = qsizetype(order.size());
        if (at(one).node.mark == mark && at(one).children.empty() && one != node)
            order.push_back(one);
        const std::vector<int> &children = at(one).children;
        todo.insert(todo.end(), children.rbegin(), children.rend());
    }
    if (order.empty())
        return node >= 0 && at(node).node.mark == mark ? node : -1;
    return place < 0 || place >= qsizetype(order.size()) ? order.front()
                                                         : order[std::size_t(place)];
}

int RunOutline::foldedCount(int node) const
{
    return int(at(node).children.size()) - int(m_shownItems.value(node).size());
}

QString RunOutline::foldedWords(int node) const
{
    const QList<int> shownItems = m_shownItems.value(node);
    const QSet<int> shown(shownItems.cbegin(), shownItems.cend());
    std::array<int, RunMarkCount> counts{};
    for (const int child : at(node).children)
        if (!shown.contains(child))
            ++counts[std::size_t(at(child).node.mark)];
    QStringList parts;
    for (const RunMark mark : {RunMark::Failed, RunMark::InDoubt, RunMark::AsksYou, RunMark::Done,
                               RunMark::Cached, RunMark::Running, RunMark::Waiting, RunMark::Queued,
                               RunMark::Pending, RunMark::Skipped, RunMark::Cancelled})
        if (const int count = counts[std::size_t(mark)]; count > 0)
            parts.append(u"%1 %2"_s.arg(QString::number(count), runMarkWords(mark)));
    return parts.join(u", "_s);
}

std::vector<RunMark> RunOutline::strip(int node) const
{
    const Entry &entry = at(node);
    std::vector<RunMark> marks(std::size_t(std::max(0, entry.node.itemCount)), RunMark::Pending);
    for (const int child : entry.children) {
        const int item = at(child).node.item;
        if (item >= 0 && std::size_t(item) < marks.size())
            marks[std::size_t(item)] = at(child).node.mark;
    }
    return marks;
}

} // namespace kagura
