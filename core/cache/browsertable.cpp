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
constexpr int MostNames = 200;

// Entries in order that are looked at one by one before all of them are asked: some milliseconds.
constexpr int WindowSize = 4000;
constexpr qint64 FirstRanked = 4; // times as many as a page holds; the rest may leave some out

// What is sorted by; an entry that was never used stands last.
QString sortColumn(BrowserTable::Order order)
{
    switch (order) {
    case BrowserTable::Order::LastUsed:
        return u"last_hit_ms"_s;
    case BrowserTable::Order::Largest:
        return u"bytes"_s;
    case BrowserTable::Order::Newest:
    case BrowserTable::Order::BestMatch:
        break;
    }
    return u"id"_s;
}

QString sorting(BrowserTable::Order order)
{
    const QString column = sortColumn(order);
    return column == "id"_L1 ? u"id DESC"_s : column + u" DESC, id DESC"_s;
}

// How the rows are walked in their order, whatever else is asked of them.
QString inOrder(BrowserTable::Order order)
{
    switch (order) {
    case BrowserTable::Order::LastUsed:
        return u"entry INDEXED BY entry_last"_s;
    case BrowserTable::Order::Largest:
        return u"entry INDEXED BY entry_bytes"_s;
    case BrowserTable::Order::Newest:
    case BrowserTable::Order::BestMatch:
        break;
    }
    return u"entry NOT INDEXED"_s;
}

// The rows behind a place; those that were never used are far from any that were.
SqlCondition behind(const std::optional<BrowserTable::Place> &place,
                    BrowserTable::Order order,
                    bool isNear = false)
{
    using Order = BrowserTable::Order;
    if (!place)
        return {};
    if (order == Order::LastUsed && place->value == 0)
        return {u" AND last_hit_ms IS NULL AND id < ?"_s, {place->id}};
    if (order == Order::LastUsed && !isNear)
        return {u" AND ((last_hit_ms, id) < (?, ?) OR last_hit_ms IS NULL)"_s,
                {place->value, place->id}};
    if (sortColumn(order) != "id"_L1)
        return {u" AND (%1, id) < (?, ?)"_s.arg(sortColumn(order)), {place->value, place->id}};
    return {u" AND id < ?"_s, {place->id}};
}

// The rows up to a place, which is of those too.
SqlCondition upTo(const BrowserTable::Place &place, BrowserTable::Order order)
{
    if (sortColumn(order) == "id"_L1)
        return {u" AND id >= ?"_s, {place.id}};
    return {u" AND (%1, id) >= (?, ?)"_s.arg(sortColumn(order)), {place.value, place.id}};
}

SqlCondition both(const SqlCondition &one, const SqlCondition &other)
{
    return {one.text + other.text, one.values + other.values};
}

BrowserTable::Page pageOf(QList<CacheEntry> entries, BrowserTable::Order order, int count)
{
    BrowserTable::Page page;
    const bool goesOn = entries.size() > count;
    if (goesOn)
        entries.resize(count);
    page.entries = std::move(entries);
    if (!goesOn)
        return page;
    const CacheEntry &last = page.entries.last();
    page.next = BrowserTable::Place{0, last.id};
    if (order == BrowserTable::Order::LastUsed && last.lastHit)
        page.next->value = last.lastHit->toMSecsSinceEpoch();
    else if (order == BrowserTable::Order::Largest)
        page.next->value = last.bytes;
    return page;
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

// Most queries mean entries that are not rare: a walk over the next rows finds a page of them at once,
// while an index of what is asked for would first have all of them sorted. Where the walk finds too
// few, SQLite chooses.
Result<BrowserTable::Page> BrowserTable::page(const SqlCondition &condition,
                                              Order order,
                                              const std::optional<Place> &after,
                                              int limit)
{
    const int count = std::clamp(limit, 1, LargestPage);
    const bool isOfUsed = order != Order::LastUsed || !after || after->value != 0;
    // What is searched for in the text has an index that gives few.
    if (isOfUsed && !condition.text.contains("MATCH"_L1)) {
        const Result<std::optional<Place>> end = windowEnd(order, after);
        if (!end)
            return end.error();
        if (*end) {
            const SqlCondition window = both(behind(after, order, true), upTo(**end, order));
            Result<QList<CacheEntry>> near =
                rows(inOrder(order), both(condition, window), order, count + 1);
            if (!near)
                return near.error();
            if (near->size() > count)
                return pageOf(std::move(near).value(), order, count);
        }
    }
    Result<QList<CacheEntry>> found =
        rows(u"entry"_s, both(condition, behind(after, order)), order, count + 1);
    if (!found)
        return found.error();
    return pageOf(std::move(found).value(), order, count);
}

//! Empty: there are not as many rows as that.
Result<std::optional<BrowserTable::Place>> BrowserTable::windowEnd(
    Order order, const std::optional<Place> &after)
{
    const SqlCondition rest = behind(after, order, true);
    Statement row(m_connection,
                  u"SELECT %1, id FROM %2 WHERE 1%3 ORDER BY %4 LIMIT 1 OFFSET %5"_s
                      .arg(sortColumn(order), inOrder(order), rest.text, sorting(order))
                      .arg(WindowSize));
    bindAll(row, rest.values);
    std::optional<Place> end;
    if (row.next() && !row.isNull(0))
        end = Place{row.integer(0), row.integer(1)};
    if (!row.outcome())
        return row.outcome().error();
    return end;
}

//! Sorts ids alone: entries are read whole only when it is known which ones.
Result<QList<CacheEntry>> BrowserTable::rows(const QString &source,
                                             const SqlCondition &condition,
                                             Order order,
                                             int limit)
{
    Statement rows(m_connection,
                   u"SELECT %1 FROM entry WHERE id IN (SELECT id FROM %2 WHERE %3 ORDER BY %4 "
                   "LIMIT ?) ORDER BY %4"_s.arg(EntryTable::columns(), source, condition.text,
                                                sorting(order)));
    bindAll(rows, condition.values);
    rows.bind(limit);
    QList<CacheEntry> entries;
    while (rows.next())
        entries.append(EntryTable::read(rows));
    if (!rows.outcome())
        return rows.outcome().error();
    return entries;
}

Result<BrowserTable::Page> BrowserTable::ranked(const QString &match,
                                                const SqlCondition &rest,
                                                const std::optional<Place> &after,
                                                int limit)
{
    const qint64 skipped = after ? after->value : 0;
    const qint64 wanted = skipped + std::clamp(limit, 1, LargestPage);
    // The best alone are asked what else they are; where too few of them remain, more.
    for (qint64 most = FirstRanked * wanted;; most *= FirstRanked) {
        QList<qint64> ids;
        Statement best(m_connection,
                       u"SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"_s);
        best.bind(match);
        best.bind(most);
        while (best.next())
            ids.append(best.integer(0));
        if (!best.outcome())
            return best.outcome().error();
        Result<QList<CacheEntry>> entries = thoseOf(ids, rest, wanted + 1);
        if (!entries)
            return entries.error();
        if (entries->size() <= wanted && ids.size() == most)
            continue;
        Page page;
        page.entries = entries->mid(skipped, wanted - skipped);
        if (entries->size() > wanted)
            page.next = Place{wanted, page.entries.last().id};
        return page;
    }
}

Result<QList<CacheEntry>> BrowserTable::thoseOf(const QList<qint64> &ids,
                                                const SqlCondition &condition,
                                                qint64 most)
{
    const QString sql =
        u"SELECT %1 FROM entry WHERE id = ? AND %2"_s.arg(EntryTable::columns(), condition.text);
    QList<CacheEntry> entries;
    for (const qint64 id : ids) {
        if (entries.size() == most)
            break;
        Statement row(m_connection, sql);
        row.bind(id);
        bindAll(row, condition.values);
        if (row.next())
            entries.append(EntryTable::read(row));
        if (!row.outcome())
            return row.outcome().error();
    }
    return entries;
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

Result<BrowserTable::Names> BrowserTable::names()
{
    Names names;
    struct Source
    {
        QString table;
        QString column;
        QStringList *names;
    };
    for (const Source &source :
         {Source{u"entry"_s, u"model"_s, &names.models},
          Source{u"entry"_s, u"agent"_s, &names.agents}, Source{u"tag"_s, u"tag"_s, &names.tags}}) {
        const Result<QStringList> found = distinct(source.table, source.column);
        if (!found)
            return found.error();
        *source.names = *found;
    }
    // Without an index of its own: of the latest entries.
    Statement rows(m_connection,
                   u"SELECT DISTINCT provider FROM (SELECT provider FROM entry ORDER BY id DESC "
                   "LIMIT ?) ORDER BY provider"_s);
    rows.bind(WindowSize);
    while (rows.next())
        names.providers.append(rows.text(0));
    if (!rows.outcome())
        return rows.outcome().error();
    return names;
}

//! From one name to the next by the index: as many steps as there are names, whatever the rows.
Result<QStringList> BrowserTable::distinct(const QString &table, const QString &column)
{
    Statement rows(m_connection,
                   u"WITH RECURSIVE name(n) AS (SELECT min(%2) FROM %1 UNION ALL SELECT (SELECT "
                   "min(%2) FROM %1 WHERE %2 > n) FROM name WHERE n IS NOT NULL) SELECT n FROM "
                   "name WHERE n IS NOT NULL AND n <> '' LIMIT ?"_s.arg(table, column));
    rows.bind(MostNames);
    QStringList names;
    while (rows.next())
        names.append(rows.text(0));
    if (!rows.outcome())
        return rows.outcome().error();
    return names;
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
