// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/chat/heightindex.h"

#include <algorithm>

namespace kagura {
namespace {

qsizetype lowestBit(qsizetype value)
{
    return value & -value;
}

} // namespace

int HeightIndex::height(qsizetype row) const
{
    return row >= 0 && row < m_heights.size() ? m_heights.at(row) : 0;
}

qint64 HeightIndex::top(qsizetype row) const
{
    qint64 sum = 0;
    for (qsizetype i = std::clamp<qsizetype>(row, 0, count()); i > 0; i -= lowestBit(i))
        sum += m_tree.at(i);
    return sum;
}

qsizetype HeightIndex::rowAt(qint64 y) const
{
    if (m_heights.isEmpty())
        return -1;
    qsizetype step = 1;
    while (step * 2 <= count())
        step *= 2;
    qsizetype found = 0;
    qint64 rest = std::max<qint64>(0, y);
    for (; step > 0; step /= 2) {
        if (found + step <= count() && m_tree.at(found + step) <= rest) {
            found += step;
            rest -= m_tree.at(found);
        }
    }
    return std::min(found, count() - 1);
}

void HeightIndex::reset(const QList<int> &heights)
{
    m_heights = heights;
    rebuild();
}

void HeightIndex::setHeight(qsizetype row, int height)
{
    if (row < 0 || row >= count())
        return;
    const qint64 difference = qint64(height) - m_heights.at(row);
    if (difference == 0)
        return;
    m_heights[row] = height;
    m_total += difference;
    for (qsizetype i = row + 1; i <= count(); i += lowestBit(i))
        m_tree[i] += difference;
}

void HeightIndex::insert(qsizetype first, const QList<int> &heights)
{
    if (first >= count()) {
        for (const int height : heights)
            append(height);
        return;
    }
    m_heights.insert(first, heights.size(), 0);
    std::copy(heights.cbegin(), heights.cend(), m_heights.begin() + first);
    rebuild();
}

void HeightIndex::remove(qsizetype first, qsizetype count)
{
    m_heights.remove(first, count);
    rebuild();
}

void HeightIndex::rebuild()
{
    m_tree.fill(0, count() + 1);
    m_total = 0;
    for (qsizetype i = 1; i <= count(); ++i) {
        m_total += m_heights.at(i - 1);
        m_tree[i] += m_heights.at(i - 1);
        const qsizetype parent = i + lowestBit(i);
        if (parent <= count())
            m_tree[parent] += m_tree.at(i);
    }
}

void HeightIndex::append(int height)
{
    if (m_tree.isEmpty())
        m_tree.append(0);
    m_heights.append(height);
    m_total += height;
    const qsizetype last = count();
    m_tree.append(m_total - top(last - lowestBit(last)));
}

} // namespace kagura
