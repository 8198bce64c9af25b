// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/cachebrowserbench.h"

#include "app/bench/filledcache.h"
#include "core/cache/browsertable.h"
#include "core/cache/cachequery.h"
#include "core/cache/invalidationtable.h"
#include "core/storage/statement.h"

#include <chrono>

namespace kagura::bench {

namespace {

using namespace Qt::StringLiterals;
using Order = BrowserTable::Order;

constexpr int Repeats = 5;
constexpr int PageSize = 100;
constexpr int ManyEntries = 10'000;
constexpr int CommonWord = 90; // in some six of a hundred entries
constexpr auto UndoWindow = std::chrono::minutes(10);

template <typename Work>
double milliseconds(Work &&work)
{
    return medianOf(Repeats, [&] {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        return took.count();
    });
}

//! Runs a statement to its end, for floors.
double bareMilliseconds(Connection &connection, const QString &sql)
{
    return milliseconds([&] {
        Statement rows(connection, sql);
        while (rows.next())
            static_cast<void>(rows.integer(0));
    });
}

Figure figure(const QString &name, double value, double goal, double floor, const QString &what)
{
    Figure one;
    one.name = name;
    one.unit = u"ms"_s;
    one.value = value;
    one.goal = u"at most %1"_s.arg(goal);
    one.isMet = value <= goal;
    one.floor = floor;
    one.floorName = what;
    return one;
}

CacheQuery parsed(const QString &text)
{
    const Result<CacheQuery> query = CacheQuery::parse(text);
    return query ? *query : CacheQuery();
}

double pageMilliseconds(Connection &connection,
                        const QString &text,
                        Order order = Order::Newest,
                        const std::optional<BrowserTable::Place> &after = std::nullopt)
{
    const SqlCondition condition = parsed(text).condition(FilledCache::now());
    return milliseconds([&] {
        static_cast<void>(BrowserTable(connection).page(condition, order, after, PageSize));
    });
}

double rankedMilliseconds(Connection &connection, const QString &text)
{
    const CacheQuery query = parsed(text);
    const SqlCondition rest = query.condition(FilledCache::now(), CacheQuery::Part::WithoutMatch);
    return milliseconds([&] {
        static_cast<void>(
            BrowserTable(connection).ranked(query.match(), rest, std::nullopt, PageSize));
    });
}

double countMilliseconds(Connection &connection, const QString &text)
{
    const SqlCondition condition = parsed(text).condition(FilledCache::now());
    return milliseconds([&] { static_cast<void>(BrowserTable(connection).count(condition)); });
}

double changeMilliseconds(Connection &connection, const std::function<void()> &change)
{
    return medianOf(Repeats, [&] {
        static_cast<void>(connection.execute(u"BEGIN IMMEDIATE"_s));
        const auto start = std::chrono::steady_clock::now();
        change();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        static_cast<void>(connection.execute(u"ROLLBACK"_s));
        return took.count();
    });
}

Figure invalidateFigure(Connection &connection, const QString &text, const QString &name, int count)
{
    const CacheQuery query = parsed(text);
    const double took = changeMilliseconds(connection, [&] {
        static_cast<void>(InvalidationTable(connection)
                              .invalidate(query, text, InvalidationTable::Kind::Soft,
                                          FilledCache::now(), UndoWindow));
    });
    const SqlCondition condition = query.condition(FilledCache::now());
    const double floor = changeMilliseconds(connection, [&] {
        Statement update(connection,
                         u"UPDATE entry SET visited = 1 WHERE %1"_s.arg(condition.text));
        bindAll(update, condition.values);
        static_cast<void>(update.run());
    });
    return figure(name, took, 200 * std::max(1.0, count / double(ManyEntries)), floor,
                  u"a column that no index has"_s);
}

} // namespace

QList<Figure> benchCacheBrowser(FilledCache &filled, int entries)
{
    const QString of = u" of %L1"_s.arg(entries);
    if (const Result<void> indexed = filled.indexText(); !indexed) {
        Figure missing;
        missing.name = u"browser"_s + of;
        missing.note = indexed.error().message;
        return {missing};
    }
    const auto opened = Connection::open(filled.path(), Connection::Mode::ReadOnly);
    if (!opened)
        return {};
    Connection &reader = **opened;
    const double rows =
        bareMilliseconds(reader, u"SELECT * FROM entry ORDER BY id DESC LIMIT %1"_s.arg(PageSize));
    const QString rowsName = u"the bare rows"_s;
    const BrowserTable::Place middle{0, entries / 2};
    const QString word = FilledCache::word(CommonWord);
    const QString match =
        u"SELECT rowid FROM search WHERE search MATCH '%1' LIMIT %2"_s.arg(word).arg(PageSize);
    const double bareMatch = bareMilliseconds(reader, match);
    const double bareCount =
        bareMilliseconds(reader, u"SELECT count(*) FROM entry WHERE model = 'gpt-4o'"_s);
    return {
        figure(u"page of 100"_s + of, pageMilliseconds(reader, {}), 16, rows, rowsName),
        figure(u"page in the middle"_s + of, pageMilliseconds(reader, {}, Order::Newest, middle),
               16, rows, rowsName),
        figure(u"page by size"_s + of, pageMilliseconds(reader, {}, Order::Largest), 16, rows,
               rowsName),
        figure(u"page of a fifth"_s + of, pageMilliseconds(reader, u"model:gpt-4o age:>7d"_s), 16,
               rows, rowsName),
        figure(u"page of a glob"_s + of, pageMilliseconds(reader, u"model:gpt-4o*"_s), 16, rows,
               rowsName),
        figure(u"page of one in a hundred"_s + of,
               pageMilliseconds(reader, u"model:"_s + FilledCache::rareModel()), 16, rows,
               rowsName),
        figure(u"dry run of a fifth"_s + of, countMilliseconds(reader, u"model:gpt-4o"_s), 200,
               bareCount, u"counting the index"_s),
        figure(u"full text, newest first"_s + of, pageMilliseconds(reader, word), 80, bareMatch,
               u"the bare matches"_s),
        figure(u"full text, ranked"_s + of, rankedMilliseconds(reader, word), 80, bareMatch,
               u"the bare matches"_s),
        invalidateFigure(filled.connection(), u"model:"_s + FilledCache::rareModel(),
                         u"make one in a hundred stale,"_s + of, entries / 100),
        invalidateFigure(filled.connection(), u"model:gpt-4o"_s, u"make a fifth stale,"_s + of,
                         entries / 5),
    };
}

} // namespace kagura::bench
