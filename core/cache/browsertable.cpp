// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/browsertable.h"

#include "core/cache/entrytable.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr int LargestPage = 1000;

// What is sorted by; an entry that was never used stands last.
QString sortColumn(BrowserTable::Order order)
{
    switch (order) {
    case BrowserTable::Order::Newest:
        return u"id"_s;
    case BrowserTable::Order::LastUsed:
        return u"last_hit_ms"_s;
    case BrowserTable::Order::Largest:
        return u"bytes"_s;
    }
    return u"id"_s;
}

} // namespace

void bindAll(Statement &statement, const QList<SqlCondition::Value> &values)
{
    for (const SqlCondition::Value &value : values)
        std::visit([&](const auto &one) { statement.bind(one); }, value);
}

BrowserTable::BrowserTable(Connection &connection)
    : m_connection(connection)
{}

Result<BrowserTable::Page> BrowserTable::page(const SqlCondition &condition,
                                              Order order,
                                              const std::optional<Place> &after,
                                              int limit)
{
    const int count = std::clamp(limit, 1, LargestPage);
    const QString column = sortColumn(order);
    QString where = condition.text;
    if (after && order == Order::Newest)
        where += u" AND id < ?"_s;
    else if (after && order == Order::LastUsed && after->value == 0)
        where += u" AND last_hit_ms IS NULL AND id < ?"_s; // among those that were never used
    else if (after && order == Order::LastUsed)
        where += u" AND ((last_hit_ms, id) < (?, ?) OR last_hit_ms IS NULL)"_s;
    else if (after)
        where += u" AND (%1, id) < (?, ?)"_s.arg(column);
    Statement rows(m_connection,
                   u"SELECT %1 FROM entry WHERE %2 ORDER BY %3 LIMIT ?"_s.arg(
                       EntryTable::columns(), where,
                       order == Order::Newest ? u"id DESC"_s : column + u" DESC, id DESC"_s));
    bindAll(rows, condition.values);
    if (after && order != Order::Newest && !(order == Order::LastUsed && after->value == 0))
        rows.bind(after->value);
    if (after)
        rows.bind(after->id);
    rows.bind(count + 1);
    Page page;
    while (rows.next()) {
        if (page.entries.size() < count) {
            page.entries.append(EntryTable::read(rows));
            continue;
        }
        const CacheEntry &last = page.entries.last();
        page.next = Place{0, last.id};
        if (order == Order::LastUsed && last.lastHit)
            page.next->value = last.lastHit->toMSecsSinceEpoch();
        else if (order == Order::Largest)
            page.next->value = last.bytes;
    }
    if (!rows.outcome())
        return rows.outcome().error();
    return page;
}

Result<BrowserTable::Count> BrowserTable::count(const SqlCondition &condition)
{
    Statement row(m_connection,
                  u"SELECT count(*), coalesce(sum(bytes), 0), "
                  "coalesce(sum(cost_micro_usd), 0), coalesce(sum(pinned), 0) "
                  "FROM entry WHERE %1"_s.arg(condition.text));
    bindAll(row, condition.values);
    Count count;
    if (row.next())
        count = {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    if (!row.outcome())
        return row.outcome().error();
    return count;
}

Result<std::optional<BrowserTable::Whole>> BrowserTable::entry(qint64 id)
{
    Statement row(m_connection,
                  u"SELECT %1, digest, (SELECT answer FROM payload WHERE payload.id = entry.id), "
                  "(SELECT request FROM payload WHERE payload.id = entry.id) "
                  "FROM entry WHERE id = ?"_s.arg(EntryTable::columns()));
    row.bind(id);
    std::optional<Whole> whole;
    if (row.next()) {
        whole.emplace();
        whole->answer = {EntryTable::read(row), row.bytes(34)};
        whole->request = row.bytes(35);
        whole->isSound =
            row.bytes(33) == EntryTable::integrity(whole->answer.entry.key, whole->answer.log);
    }
    if (!row.outcome())
        return row.outcome().error();
    return whole;
}

} // namespace kagura
