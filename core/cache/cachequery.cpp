// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachequery.h"

#include "core/cache/cacheentry.h"
#include "core/cache/cachequeryparser.h"

#include <algorithm>
#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

struct Column
{
    const char *field;
    const char *sql;
};

// NOW is the time of the query in milliseconds.
constexpr std::array TextColumns = {
    Column{"model", "model"},     Column{"provider", "provider"}, Column{"served", "served_model"},
    Column{"agent", "agent"},     Column{"finish", "finish"},     Column{"space", "space"},
    Column{"dialect", "dialect"}, Column{"origin", "origin"},     Column{"key", "lower(hex(key))"},
    Column{"note", "note"},
};
constexpr std::array NumberColumns = {
    Column{"age", "NOW - created_ms"},
    Column{"idle", "NOW - coalesce(last_hit_ms, created_ms)"},
    Column{"ttl", "expires_ms - NOW"},
    Column{"size", "bytes"},
    Column{"hits", "hits"},
    Column{"cost", "cost_micro_usd / 1000000.0"},
    Column{"input", "input_tokens"},
    Column{"output", "output_tokens"},
    Column{"sample", "sample"},
    Column{"temperature", "temperature"},
    Column{"id", "id"},
};
constexpr std::array StateColumns = {
    Column{"pinned", "pinned = 1"},
    Column{"stale", "state = 1"},
    Column{"trash", "state = 2"},
    Column{"expired", "pinned = 0 AND expires_ms < NOW"},
    Column{"fresh", "state = 0 AND (pinned = 1 OR expires_ms IS NULL OR expires_ms >= NOW)"},
    Column{"tools", "flags & 1 > 0"},
    Column{"files", "flags & 2 > 0"},
    Column{"structured", "flags & 8 > 0"},
    Column{"used", "hits > 0"},
};
static_assert(CacheEntry::HasTools == 1 && CacheEntry::HasFiles == 2
              && CacheEntry::IsStructured == 8);

template <std::size_t N>
QString columnOf(const std::array<Column, N> &columns, const QString &field, const QDateTime &now)
{
    for (const Column &column : columns) {
        if (field == QLatin1String(column.field))
            return QString::fromLatin1(column.sql)
                .replace("NOW"_L1, QString::number(now.toMSecsSinceEpoch()));
    }
    return {};
}

template <std::size_t N>
QStringList namesOf(const std::array<Column, N> &columns)
{
    QStringList names;
    for (const Column &column : columns)
        names.append(QString::fromLatin1(column.field));
    return names;
}

// Only the star is ours; SQLite's other marks stand for themselves.
QString globPattern(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (c == u'[' || c == u'?')
            pattern += u'[' + QString(c) + u']';
        else
            pattern += c;
    }
    return pattern;
}

// In quotes everything is text to FTS5, also its operators.
QString searchPattern(const QString &text, bool isPrefix)
{
    QString quoted = text;
    quoted.replace(u"\""_s, u"\"\""_s);
    return u'"' + quoted + (isPrefix ? u"\" *"_s : u"\""_s);
}

} // namespace

Result<CacheQuery> CacheQuery::parse(const QString &text, int *column)
{
    return CacheQueryParser(text).parse(column);
}

QStringList CacheQuery::fields()
{
    return namesOf(TextColumns) + namesOf(NumberColumns) + QStringList{u"tag"_s, u"is"_s};
}

QStringList CacheQuery::states()
{
    return namesOf(StateColumns);
}

QString CacheQuery::match() const
{
    QStringList parts;
    for (const Term &term : m_terms) {
        if (term.field.isEmpty() && !term.isNegated)
            parts.append(searchPattern(term.text, term.compare == Compare::Glob));
    }
    return parts.join(u" AND "_s);
}

SqlCondition CacheQuery::condition(const QDateTime &now, Part part) const
{
    SqlCondition all;
    QStringList parts;
    bool namesTrash = false;
    for (const Term &term : m_terms) {
        if (part == Part::WithoutMatch && term.field.isEmpty() && !term.isNegated)
            continue;
        const SqlCondition one = termCondition(term, now);
        parts.append(term.isNegated ? u"NOT coalesce(%1, 0)"_s.arg(one.text) : one.text);
        all.values += one.values;
        namesTrash = namesTrash || (term.field == "is"_L1 && term.text == "trash"_L1);
    }
    if (!namesTrash)
        parts.prepend(u"state < 2"_s);
    all.text = parts.join(u" AND "_s);
    return all;
}

SqlCondition CacheQuery::termCondition(const Term &term, const QDateTime &now)
{
    if (term.field.isEmpty())
        return {u"(id IN (SELECT rowid FROM search WHERE search MATCH ?))"_s,
                {searchPattern(term.text, term.compare == Compare::Glob)}};
    if (term.field == "is"_L1)
        return {u'(' + columnOf(StateColumns, term.text, now) + u')', {}};
    const QString compare = term.compare == Compare::Glob ? u"GLOB ?"_s : u"= ?"_s;
    const QString value = term.compare == Compare::Glob ? globPattern(term.text) : term.text;
    if (term.field == "tag"_L1)
        return {u"(id IN (SELECT tag.id FROM tag WHERE tag %1))"_s.arg(compare), {value}};
    if (const QString column = columnOf(TextColumns, term.field, now); !column.isEmpty())
        return {u"(%1 %2)"_s.arg(column, compare), {value}};
    const QString column = columnOf(NumberColumns, term.field, now);
    switch (term.compare) {
    case Compare::Less:
        return {u"(%1 < ?)"_s.arg(column), {term.low}};
    case Compare::AtMost:
        return {u"(%1 <= ?)"_s.arg(column), {term.low}};
    case Compare::Greater:
        return {u"(%1 > ?)"_s.arg(column), {term.low}};
    case Compare::AtLeast:
        return {u"(%1 >= ?)"_s.arg(column), {term.low}};
    case Compare::Range:
        return {u"(%1 BETWEEN ? AND ?)"_s.arg(column), {term.low, term.high}};
    case Compare::OneOf: {
        SqlCondition one{u"(%1 IN (?%2))"_s.arg(column, u",?"_s.repeated(term.choices.size() - 1)),
                         {}};
        for (const double choice : term.choices)
            one.values.append(choice);
        return one;
    }
    case Compare::Equal:
    case Compare::Glob:
        break;
    }
    return {u"(%1 = ?)"_s.arg(column), {term.low}};
}

} // namespace kagura
