// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/cache/querytokens.h"

#include "core/cache/cachequery.h"

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

//! One term as it is written.
struct WrittenTerm
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isNegated = false;
    QString field; //!< without the colon; empty: it has none
    qsizetype valueBegin = 0;
};

bool isSign(QChar c)
{
    return c == u'<' || c == u'>' || c == u'=';
}

QList<WrittenTerm> termsOf(const QString &query)
{
    QList<WrittenTerm> terms;
    qsizetype at = 0;
    while (at < query.size()) {
        if (query.at(at).isSpace()) {
            ++at;
            continue;
        }
        WrittenTerm term;
        term.begin = at;
        term.isNegated = query.at(at) == u'-';
        if (term.isNegated)
            ++at;
        qsizetype letters = at;
        while (letters < query.size() && query.at(letters) >= u'a' && query.at(letters) <= u'z')
            ++letters;
        if (letters > at && letters < query.size() && query.at(letters) == u':') {
            term.field = query.mid(at, letters - at);
            at = letters + 1;
        }
        term.valueBegin = at;
        if (at < query.size() && query.at(at) == u'"') {
            const qsizetype close = query.indexOf(u'"', at + 1);
            at = close < 0 ? query.size() : close + 1;
        } else {
            while (at < query.size() && !query.at(at).isSpace())
                ++at;
        }
        term.end = at;
        terms.append(term);
    }
    return terms;
}

QString unquoted(QString value)
{
    if (value.startsWith(u'"'))
        value.remove(0, 1);
    if (value.endsWith(u'"'))
        value.chop(1);
    return value;
}

} // namespace

QList<QueryToken> queryTokens(const QString &query)
{
    using Kind = QueryToken::Kind;
    QList<QueryToken> tokens;
    const QStringList fields = CacheQuery::fields();
    for (const WrittenTerm &term : termsOf(query)) {
        qsizetype at = term.begin;
        const auto add = [&](qsizetype end, Kind kind) {
            if (end > at)
                tokens.append({at, end - at, kind});
            at = end;
        };
        add(term.begin + (term.isNegated ? 1 : 0), Kind::Operator);
        if (term.field.isEmpty()) {
            add(term.end, Kind::Word);
            continue;
        }
        add(at + term.field.size(), fields.contains(term.field) ? Kind::Field : Kind::Word);
        qsizetype value = term.valueBegin;
        while (value < term.end && isSign(query.at(value)))
            ++value;
        add(value, Kind::Operator);
        const bool isNumber =
            value < term.end && (query.at(value).isDigit() || query.at(value) == u'.');
        add(term.end, isNumber ? Kind::Number : Kind::Text);
    }
    return tokens;
}

QStringList searchedWords(const QString &query)
{
    QStringList words;
    for (const WrittenTerm &term : termsOf(query)) {
        QString word = unquoted(query.mid(term.valueBegin, term.end - term.valueBegin));
        while (word.endsWith(u'*'))
            word.chop(1);
        if (term.field.isEmpty() && !term.isNegated && !word.isEmpty())
            words.append(word);
    }
    return words;
}

QString withField(const QString &query, const QString &field, const QString &value)
{
    const bool needsQuotes = value.contains(u' ') && !value.startsWith(u'"');
    const QString written =
        value.isEmpty() ? QString() : field + u':' + (needsQuotes ? u'"' + value + u'"' : value);
    QStringList parts;
    bool isPlaced = written.isEmpty();
    for (const WrittenTerm &term : termsOf(query)) {
        if (term.field != field || term.isNegated) {
            parts.append(query.mid(term.begin, term.end - term.begin));
        } else if (!isPlaced) {
            parts.append(written);
            isPlaced = true;
        }
    }
    if (!isPlaced)
        parts.append(written);
    return parts.join(u' ');
}

QString fieldValue(const QString &query, const QString &field)
{
    for (const WrittenTerm &term : termsOf(query)) {
        if (term.field == field && !term.isNegated)
            return unquoted(query.mid(term.valueBegin, term.end - term.valueBegin));
    }
    return {};
}

} // namespace kagura
