// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cachearguments.h"

#include "core/settings/settingkeys.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;
using Action = CacheArguments::Action;
using std::chrono::milliseconds;

//! What stands behind the name of an action.
enum class Takes : std::uint8_t { Nothing, MaybeQuery, Query, QueryAndValue, MaybeNumber, Mode };

struct ActionName
{
    const char *name;
    Action action;
    Takes takes;
};

constexpr std::array Actions = {
    ActionName{"list", Action::List, Takes::MaybeQuery},
    ActionName{"count", Action::Count, Takes::MaybeQuery},
    ActionName{"show", Action::Show, Takes::Query},
    ActionName{"invalidate", Action::Invalidate, Takes::Query},
    ActionName{"undo", Action::Undo, Takes::MaybeNumber},
    ActionName{"operations", Action::Operations, Takes::Nothing},
    ActionName{"erase", Action::Erase, Takes::Query},
    ActionName{"pin", Action::Pin, Takes::Query},
    ActionName{"unpin", Action::Unpin, Takes::Query},
    ActionName{"tag", Action::Tag, Takes::QueryAndValue},
    ActionName{"untag", Action::Untag, Takes::QueryAndValue},
    ActionName{"expire", Action::Expire, Takes::QueryAndValue},
    ActionName{"note", Action::Note, Takes::QueryAndValue},
    ActionName{"stats", Action::Stats, Takes::Nothing},
    ActionName{"mode", Action::Mode, Takes::Mode},
};

Error usage(const QString &message)
{
    return {Error::Kind::BadRequest, message};
}

QString actionNames()
{
    QStringList names;
    for (const ActionName &one : Actions)
        names.append(QString::fromLatin1(one.name));
    names += {u"refresh"_s, u"export"_s,  u"import"_s,
              u"budget"_s,  u"what-if"_s, u"team"_s}; // whose arguments are read elsewhere
    return names.join(u", "_s);
}

// A number is an entry's, hex digits begin its key: both are quicker to type than a query.
QString queryOf(const QString &given)
{
    static const QRegularExpression number(u"^[0-9]{1,18}$"_s);
    static const QRegularExpression key(u"^[0-9a-f]{6,64}$"_s);
    if (number.match(given).hasMatch())
        return u"id:"_s + given;
    return key.match(given).hasMatch() ? u"key:"_s + given : given;
}

Result<void> readQuery(CacheArguments &cache, const QString &given)
{
    cache.typed = queryOf(given);
    const Result<CacheQuery> query = CacheQuery::parse(cache.typed);
    if (!query)
        return query.error();
    cache.query = *query;
    return {};
}

// "7d", "90m", "now", "never".
Result<void> readLifetime(CacheArguments &cache)
{
    static const QRegularExpression form(u"^([0-9]{1,6})(s|m|h|d|w)$"_s);
    if (cache.value == "never"_L1)
        return {};
    if (cache.value == "now"_L1) {
        cache.lifetime = milliseconds(0);
        return {};
    }
    const QRegularExpressionMatch match = form.match(cache.value);
    if (!match.hasMatch())
        return usage(u"expire takes a time from now such as 90m, 12h, 7d or 2w, or now, or never, "
                     "not %1"_s.arg(cache.value));
    const QString unit = match.captured(2);
    const std::chrono::seconds one = unit == "s"_L1 ? std::chrono::seconds(1)
        : unit == "m"_L1                            ? std::chrono::minutes(1)
        : unit == "h"_L1                            ? std::chrono::hours(1)
        : unit == "d"_L1                            ? std::chrono::hours(24)
                                                    : std::chrono::hours(24 * 7);
    cache.lifetime = one * match.captured(1).toLongLong();
    return {};
}

Result<void> readMode(CacheArguments &cache, const QString &given)
{
    cache.value = given;
    if (!given.isEmpty() && !settings::CacheModeName.allows(given))
        return usage(u"the mode is %1, not %2"_s.arg(
            QString::fromLatin1(settings::CacheModeName.choices).replace(u"|"_s, u", "_s), given));
    return {};
}

Result<void> readUndo(CacheArguments &cache, const QString &given)
{
    bool isNumber = true;
    cache.operation = given.isEmpty() ? 0 : given.toLongLong(&isNumber);
    if (!isNumber || (!given.isEmpty() && cache.operation < 1))
        return usage(u"undo takes the number of an operation; `cache operations` lists them"_s);
    return {};
}

Result<void> readTarget(CacheArguments &cache, Takes takes, const QStringList &given)
{
    const qsizetype most = takes == Takes::Nothing ? 0 : takes == Takes::QueryAndValue ? 2 : 1;
    const qsizetype least = takes == Takes::QueryAndValue ? 2 : takes == Takes::Query ? 1 : 0;
    if (given.size() > most)
        return usage(u"that is too much: `%1`; put a query in quotes"_s.arg(given.at(most)));
    if (given.size() < least)
        return usage(
            takes == Takes::Query
                ? u"say which entries: a query such as 'model:gpt-4o* age:>7d', the number "
                  "of an entry, or the beginning of its key"_s
                : u"say which entries, and what they get"_s);
    if (takes == Takes::MaybeNumber)
        return readUndo(cache, given.value(0));
    if (takes == Takes::Mode)
        return readMode(cache, given.value(0));
    if (const Result<void> query = readQuery(cache, given.value(0)); !query)
        return query;
    cache.value = given.value(1);
    if (takes == Takes::QueryAndValue && cache.value.isEmpty() && cache.action != Action::Note)
        return usage(u"a tag is not empty"_s);
    // Everything at once is seldom meant; who means it can say so.
    if (takes != Takes::MaybeQuery && takes != Takes::Nothing && cache.query.isEmpty())
        return usage(u"an empty query means every entry; write 'size:>=0' for that"_s);
    return cache.action == Action::Expire ? readLifetime(cache) : Result<void>();
}

template <typename T, std::size_t N>
Result<T> choice(const QCommandLineParser &parser,
                 const QString &option,
                 const std::array<std::pair<const char *, T>, N> &choices)
{
    if (!parser.isSet(option))
        return choices.front().second;
    QStringList names;
    for (const auto &[name, value] : choices) {
        if (parser.value(option) == QLatin1String(name))
            return value;
        names.append(QString::fromLatin1(name));
    }
    return usage(u"--%1 is %2, not %3"_s.arg(option, names.join(u", "_s), parser.value(option)));
}

Result<int> count(const QCommandLineParser &parser, const QString &option, int fallback, int most)
{
    if (!parser.isSet(option))
        return fallback;
    bool isNumber = false;
    const int given = parser.value(option).toInt(&isNumber);
    if (!isNumber || given < 1 || given > most)
        return usage(u"--%1 takes a whole number from 1 to %2"_s.arg(option).arg(most));
    return given;
}

} // namespace

void CacheArguments::declare(QCommandLineParser &parser)
{
    parser.addOptions({
        {"sort"_L1, u"Order of list: newest, used or largest first."_s, u"order"_s},
        {"limit"_L1, u"How many entries or operations are listed; 50 where it is not given."_s,
         u"count"_s},
        {"dry-run"_L1, u"Say what would be done, and do nothing."_s},
        {"hard"_L1,
         u"With invalidate: take the entries away. Without it they are asked anew at their next use."_s},
        {"yes"_L1, u"With erase and team clear: yes, for good. With refresh: yes, ask."_s},
        {"by"_L1, u"What stats are grouped by: outcome, hour, model or agent."_s, u"field"_s},
        {"days"_L1, u"How far back stats go; 30 where it is not given."_s, u"count"_s},
        {"json"_L1, u"Print one JSON object a line."_s},
    });
    parser.addPositionalArgument(u"action"_s, u"One of "_s + actionNames() + u'.');
    parser.addPositionalArgument(
        u"query"_s, u"Which entries: a query, the number of one, or the beginning of its key."_s,
        u"[query]"_s);
    parser.addPositionalArgument(
        u"value"_s, u"The tag, the note, or when they expire (7d, now, never)."_s, u"[value]"_s);
}

Result<CacheArguments> CacheArguments::read(const QCommandLineParser &parser)
{
    return readFor(parser, parser.positionalArguments().value(0));
}

Result<CacheArguments> CacheArguments::readFor(const QCommandLineParser &parser,
                                               const QString &name)
{
    const QStringList given = parser.positionalArguments().mid(1);
    const auto *const action =
        std::find_if(Actions.cbegin(), Actions.cend(),
                     [&name](const ActionName &one) { return name == QLatin1String(one.name); });
    if (action == Actions.cend())
        return usage(u"cache takes one of %1"_s.arg(actionNames()));
    CacheArguments cache;
    cache.action = action->action;
    cache.isDryRun = parser.isSet(u"dry-run"_s);
    cache.isConfirmed = parser.isSet(u"yes"_s);
    cache.json = parser.isSet(u"json"_s);
    cache.kind =
        parser.isSet(u"hard"_s) ? InvalidationTable::Kind::Hard : InvalidationTable::Kind::Soft;
    if (const Result<void> target = readTarget(cache, action->takes, given); !target)
        return target.error();

    using Order = BrowserTable::Order;
    const auto order = choice<Order, 3>(
        parser, u"sort"_s,
        {{{"newest", Order::Newest}, {"used", Order::LastUsed}, {"largest", Order::Largest}}});
    using By = StatTable::By;
    const auto by = choice<By, 4>(parser, u"by"_s,
                                  {{{"outcome", By::Outcome},
                                    {"hour", By::Hour},
                                    {"model", By::Model},
                                    {"agent", By::Agent}}});
    const Result<int> limit = count(parser, u"limit"_s, cache.limit, 1'000'000);
    const Result<int> days = count(parser, u"days"_s, cache.days, 3650);
    for (const std::optional<Error> &error : {order ? std::nullopt : std::optional(order.error()),
                                              by ? std::nullopt : std::optional(by.error()),
                                              limit ? std::nullopt : std::optional(limit.error()),
                                              days ? std::nullopt : std::optional(days.error())}) {
        if (error)
            return *error;
    }
    cache.order = *order;
    cache.by = *by;
    cache.limit = *limit;
    cache.days = *days;
    return cache;
}

} // namespace kagura
