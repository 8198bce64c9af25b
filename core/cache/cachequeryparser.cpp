// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/cachequeryparser.h"

#include "core/llm/chatevent.h"

#include <array>
#include <cmath>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype LongestQuery = 4096;

struct Unit
{
    const char *name;
    double factor;
};

constexpr std::array TimeUnits = {
    Unit{"s", 1000.0},       Unit{"m", 60'000.0},      Unit{"h", 3'600'000.0},
    Unit{"d", 86'400'000.0}, Unit{"w", 604'800'000.0},
};
constexpr std::array SizeUnits = {
    Unit{"k", 1024.0},
    Unit{"M", 1024.0 * 1024},
    Unit{"G", 1024.0 * 1024 * 1024},
};

template <std::size_t N>
double takeUnit(QString &text, const std::array<Unit, N> &units)
{
    for (const Unit &unit : units) {
        if (text.endsWith(QLatin1String(unit.name))) {
            text.chop(1);
            return unit.factor;
        }
    }
    return 0;
}

} // namespace

CacheQueryParser::CacheQueryParser(const QString &text)
    : m_text(text)
{}

Result<CacheQuery> CacheQueryParser::parse(int *column)
{
    if (m_text.size() > LongestQuery)
        fail(LongestQuery, u"the query is longer than %1 characters"_s.arg(LongestQuery));
    while (!m_error) {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            break;
        readTerm();
    }
    if (column)
        *column = static_cast<int>(m_errorAt + 1);
    if (m_error)
        return *m_error;
    return m_query;
}

void CacheQueryParser::readTerm()
{
    const qsizetype begin = m_at;
    Term term;
    if (m_text.at(m_at) == u'-') {
        term.isNegated = true;
        ++m_at;
    }
    term.field = readField();
    const bool isKnown = term.field.isEmpty() || CacheQuery::fields().contains(term.field);
    if (!isKnown) {
        fail(begin,
             u"there is no field \"%1\"; known are %2. To search for the text, put it in quotes"_s
                 .arg(term.field, CacheQuery::fields().join(u", "_s)));
        return;
    }
    bool wasQuoted = false;
    m_valueAt = m_at;
    term.text = readValue(&wasQuoted);
    if (!m_error && term.text.isEmpty())
        fail(m_valueAt,
             term.field.isEmpty() ? u"there is nothing to search for"_s
                                  : u"\"%1:\" needs a value"_s.arg(term.field));
    if (m_error)
        return;
    switch (measureOf(term.field)) {
    case Measure::Text:
        readText(term, wasQuoted);
        break;
    case Measure::State:
        readState(term);
        break;
    case Measure::Time:
    case Measure::Size:
    case Measure::Number:
        readNumber(term, measureOf(term.field));
        break;
    }
    if (!m_error)
        m_query.m_terms.append(term);
}

// Letters and a colon; anything else is no field.
QString CacheQueryParser::readField()
{
    qsizetype end = m_at;
    while (end < m_text.size() && m_text.at(end) >= u'a' && m_text.at(end) <= u'z')
        ++end;
    if (end == m_at || end >= m_text.size() || m_text.at(end) != u':')
        return {};
    const QString field = m_text.mid(m_at, end - m_at);
    m_at = end + 1;
    return field;
}

QString CacheQueryParser::readValue(bool *wasQuoted)
{
    QString value;
    if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
        *wasQuoted = true;
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        if (end < 0) {
            fail(m_at, u"the quote is not closed"_s);
            return {};
        }
        value = m_text.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return value;
    }
    while (m_at < m_text.size() && !m_text.at(m_at).isSpace())
        value += m_text.at(m_at++);
    return value;
}

CacheQueryParser::Measure CacheQueryParser::measureOf(const QString &field) const
{
    if (field == "is"_L1)
        return Measure::State;
    if (field == "age"_L1 || field == "idle"_L1 || field == "ttl"_L1)
        return Measure::Time;
    if (field == "size"_L1)
        return Measure::Size;
    const QStringList numbers = {u"hits"_s,   u"cost"_s,        u"input"_s, u"output"_s,
                                 u"sample"_s, u"temperature"_s, u"id"_s};
    return numbers.contains(field) ? Measure::Number : Measure::Text;
}

void CacheQueryParser::readText(Term &term, bool wasQuoted)
{
    if (term.field.isEmpty()) {
        // A word means its beginning, too; a phrase is meant as it stands.
        term.compare = wasQuoted ? Compare::Equal : Compare::Glob;
        while (!wasQuoted && term.text.endsWith(u'*'))
            term.text.chop(1);
        const bool hasWord = std::any_of(term.text.cbegin(), term.text.cend(), [](QChar c) {
            return c.isLetterOrNumber() || c.isSurrogate();
        });
        if (!hasWord)
            fail(m_valueAt, u"there is no word to search for"_s);
        return;
    }
    if (term.field == "key"_L1) {
        term.text = term.text.toLower() + (term.text.endsWith(u'*') ? QString() : u"*"_s);
        wasQuoted = false;
    }
    if (term.field == "finish"_L1 && !term.text.contains(u'*') && !finishReasonFromName(term.text))
        fail(m_valueAt,
             u"\"%1\" is no way to finish; known are stop, length, tool_calls, "
             "content_filter, refusal and other"_s.arg(term.text));
    if (!wasQuoted && term.text.contains(u'*'))
        term.compare = Compare::Glob;
}

void CacheQueryParser::readState(Term &term)
{
    if (!CacheQuery::states().contains(term.text))
        fail(m_valueAt, u"\"is:\" knows %1"_s.arg(CacheQuery::states().join(u", "_s)));
}

void CacheQueryParser::readNumber(Term &term, Measure measure)
{
    QString text = std::exchange(term.text, QString());
    if (const qsizetype dots = text.indexOf(u".."_s); dots >= 0) {
        term.compare = Compare::Range;
        const std::optional<double> low = number(text.left(dots), measure);
        const std::optional<double> high = number(text.mid(dots + 2), measure);
        if (!low || !high)
            return;
        term.low = *low;
        term.high = *high;
        if (term.low > term.high)
            fail(m_valueAt, u"the range ends before it begins"_s);
        return;
    }
    if (measure == Measure::Number && text.contains(u',')) {
        term.compare = Compare::OneOf;
        for (const QString &choice : text.split(u',')) {
            const std::optional<double> value = number(choice, measure);
            if (!value)
                return;
            term.choices.append(*value);
        }
        return;
    }
    struct Sign
    {
        const char *text;
        Compare compare;
    };
    constexpr std::array Signs = {Sign{">=", Compare::AtLeast}, Sign{"<=", Compare::AtMost},
                                  Sign{">", Compare::Greater}, Sign{"<", Compare::Less},
                                  Sign{"=", Compare::Equal}};
    for (const Sign &sign : Signs) {
        if (text.startsWith(QLatin1String(sign.text))) {
            term.compare = sign.compare;
            text = text.mid(static_cast<qsizetype>(qstrlen(sign.text)));
            break;
        }
    }
    if (term.compare == Compare::Equal && (measure == Measure::Time || measure == Measure::Size)) {
        fail(m_valueAt, u"say %1:>%2 or %1:<%2"_s.arg(term.field, text));
        return;
    }
    if (const std::optional<double> value = number(text, measure))
        term.low = *value;
}

std::optional<double> CacheQueryParser::number(const QString &text, Measure measure)
{
    QString digits = text;
    double factor = 1;
    if (measure == Measure::Time)
        factor = takeUnit(digits, TimeUnits);
    else if (measure == Measure::Size)
        factor = std::max(1.0, takeUnit(digits, SizeUnits));
    bool isNumber = false;
    const double value = digits.toDouble(&isNumber);
    if (factor == 0 || !isNumber || !std::isfinite(value)) {
        fail(m_valueAt,
             measure == Measure::Time
                 ? u"\"%1\" is no time; write it like 90s, 15m, 2h, 7d or 4w"_s.arg(text)
                 : measure == Measure::Size
                 ? u"\"%1\" is no size; write it like 500, 100k, 2M or 1G"_s.arg(text)
                 : u"\"%1\" is no number"_s.arg(text));
        return std::nullopt;
    }
    return value * factor;
}

void CacheQueryParser::fail(qsizetype at, const QString &message)
{
    if (m_error)
        return;
    m_errorAt = at;
    m_error = Error{Error::Kind::BadRequest, u"column %1: %2"_s.arg(at + 1).arg(message)};
}

} // namespace kagura
