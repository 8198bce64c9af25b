// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/accesstable.h"

#include "core/storage/statement.h"

#include <QByteArray>
#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype KeyBytes = 8; // enough to tell a hundred thousand apart

//! Sums over ranges of places, while single places change: a tree after Fenwick.
class RangeSums final
{
public:
    explicit RangeSums(std::size_t places)
        : m_sums(places + 1)
    {}

    void add(std::size_t place, qint64 bytes)
    {
        for (std::size_t i = place + 1; i < m_sums.size(); i += i & (~i + 1))
            m_sums[i] += bytes;
    }
    //! Of the places before one.
    [[nodiscard]] qint64 before(std::size_t place) const
    {
        qint64 sum = 0;
        for (std::size_t i = place; i > 0; i -= i & (~i + 1))
            sum += m_sums[i];
        return sum;
    }

private:
    std::vector<qint64> m_sums;
};

//! Where a key was used last, and how many bytes it had.
struct Use
{
    std::size_t place = 0;
    qint64 bytes = 0;
};

} // namespace

AccessTable::AccessTable(Connection &connection)
    : m_connection(connection)
{}

Result<void> AccessTable::addStored(const Digest &key, qint64 bytes)
{
    return m_connection.execute(u"INSERT INTO access(key, bytes, hits) VALUES(?,?,0)"_s,
                                key.toBytes().left(KeyBytes), bytes);
}

Result<void> AccessTable::addHits(const Digest &key, qint64 count)
{
    return m_connection.execute(u"INSERT INTO access(key, bytes, hits) "
                                "SELECT ?, bytes, ? FROM entry WHERE key = ? AND state < 2"_s,
                                key.toBytes().left(KeyBytes), count, key.toBytes());
}

Result<void> AccessTable::trim()
{
    return m_connection.execute(
        u"DELETE FROM access WHERE seq <= (SELECT max(seq) FROM access) - ?"_s, Kept);
}

Result<WhatIf> AccessTable::read()
{
    const Result<qint64> count = m_connection.integer(u"SELECT count(*) FROM access"_s);
    if (!count)
        return count.error();
    Statement rows(m_connection, u"SELECT key, bytes, hits FROM access ORDER BY seq LIMIT ?"_s);
    rows.bind(*count);
    RangeSums sums(static_cast<std::size_t>(*count));
    QHash<QByteArray, Use> last;
    std::array<qint64, Budgets> hitsFrom{}; // that need at least this budget, and no smaller one
    WhatIf whatIf;
    for (std::size_t place = 0; rows.next(); ++place) {
        const QByteArray key = rows.bytes(0);
        const qint64 bytes = rows.integer(1);
        const qint64 hits = rows.integer(2);
        const qint64 asked = std::max<qint64>(1, hits);
        const auto before = last.constFind(key);
        if (before != last.cend()) {
            // Itself, and all that was used since.
            const qint64 distance = bytes + sums.before(place) - sums.before(before->place + 1);
            std::size_t budget = 0;
            while (budget < Budgets && (SmallestBudget << budget) < distance)
                ++budget;
            if (budget < Budgets)
                ++hitsFrom.at(budget);
            hitsFrom.front() += asked - 1;
            whatIf.calls += asked;
            whatIf.again += asked;
            sums.add(before->place, -before->bytes);
        } else {
            // A hit that is the first we know of says nothing of how far back the one before it lies.
            const qint64 known = hits > 0 ? hits - 1 : 1;
            hitsFrom.front() += hits > 0 ? hits - 1 : 0;
            whatIf.calls += known;
            whatIf.again += hits > 0 ? hits - 1 : 0;
        }
        sums.add(place, bytes);
        last.insert(key, {place, bytes});
    }
    if (!rows.outcome())
        return rows.outcome().error();
    qint64 hits = 0;
    for (std::size_t budget = 0; budget < Budgets; ++budget) {
        hits += hitsFrom.at(budget);
        whatIf.points.append({SmallestBudget << budget, hits});
    }
    return whatIf;
}

} // namespace kagura
