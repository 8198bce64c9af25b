// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/querycompletion.h"

#include "core/cache/cachequery.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MostCandidates = 12;

QStringList valuesOf(const QString &field, const CacheNames &names)
{
    if (field == "model"_L1 || field == "served"_L1)
        return names.models;
    if (field == "agent"_L1)
        return names.agents;
    if (field == "tag"_L1)
        return names.tags;
    if (field == "provider"_L1)
        return names.providers;
    if (field == "is"_L1)
        return CacheQuery::states();
    if (field == "finish"_L1)
        return {u"stop"_s, u"length"_s, u"tool_calls"_s, u"content_filter"_s, u"refusal"_s};
    if (field == "age"_L1 || field == "idle"_L1)
        return {u">1h"_s, u">1d"_s, u">7d"_s, u">4w"_s, u"<1h"_s, u"<1d"_s};
    if (field == "ttl"_L1)
        return {u"<1h"_s, u"<1d"_s, u"<7d"_s};
    if (field == "size"_L1)
        return {u">10k"_s, u">100k"_s, u">1M"_s};
    if (field == "hits"_L1)
        return {u"0"_s, u"<3"_s, u">10"_s};
    return {};
}

QString inQuotes(const QString &value)
{
    return value.contains(u' ') ? u'"' + value + u'"' : value;
}

} // namespace

QueryCompletion completeQuery(const QString &query, qsizetype cursor, const CacheNames &names)
{
    qsizetype begin = cursor;
    while (begin > 0 && !query.at(begin - 1).isSpace())
        --begin;
    if (begin < cursor && query.at(begin) == u'-')
        ++begin;
    const QString typed = query.mid(begin, cursor - begin);
    const qsizetype colon = typed.indexOf(u':');
    QueryCompletion completion;
    if (typed.isEmpty())
        return completion;
    if (colon < 0) {
        for (const QString &field : CacheQuery::fields()) {
            if (field.startsWith(typed))
                completion.candidates.append(field + u':');
        }
        completion.begin = begin;
        completion.length = typed.size();
        return completion;
    }
    const QString value = typed.mid(colon + 1);
    for (const QString &candidate : valuesOf(typed.left(colon), names)) {
        if (candidate.isEmpty() || candidate == value
            || !candidate.startsWith(value, Qt::CaseInsensitive))
            continue;
        completion.candidates.append(inQuotes(candidate));
        if (completion.candidates.size() == MostCandidates)
            break;
    }
    completion.begin = begin + colon + 1;
    completion.length = value.size();
    return completion;
}

} // namespace kagura
