// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/jsonslice.h"

#include <optional>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype SliceBytes = 256 * 1024 * 1024;

Error malformed(const QString &what, qsizetype offset)
{
    return {Error::Kind::Protocol, u"no valid JSON: %1 at byte %2"_s.arg(what).arg(offset)};
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

//! Walks over JSON text by its brackets and strings alone.
class Walker
{
public:
    Walker(QByteArrayView text, qsizetype at)
        : m_text(text)
        , m_at(at)
    {}

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    //! The next character that is no space; 0 at the end.
    char peek()
    {
        while (!atEnd() && isSpace(m_text.at(m_at)))
            ++m_at;
        return atEnd() ? '\0' : m_text.at(m_at);
    }
    void step() { ++m_at; }

    //! Behind the string that begins here. False: it does not end.
    [[nodiscard]] bool passString()
    {
        for (++m_at; !atEnd(); ++m_at) {
            const char c = m_text.at(m_at);
            if (c == '\\') {
                ++m_at;
            } else if (c == '"') {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    //! Behind the value that begins here. False: it does not end, or there is none.
    [[nodiscard]] bool passValue()
    {
        const char first = peek();
        if (first == '"')
            return passString();
        if (first != '{' && first != '[')
            return passWord();
        int level = 0;
        while (!atEnd()) {
            const char c = m_text.at(m_at);
            if (c == '"') {
                if (!passString())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++level;
            else if ((c == '}' || c == ']') && --level == 0)
                return true;
        }
        return false;
    }

private:
    bool passWord()
    {
        const qsizetype begin = m_at;
        while (!atEnd()) {
            const char c = m_text.at(m_at);
            if (c == ',' || c == ']' || c == '}' || isSpace(c))
                break;
            ++m_at;
        }
        return m_at > begin;
    }

    QByteArrayView m_text;
    qsizetype m_at;
};

std::optional<quint16> unitAt(QByteArrayView text, qsizetype backslash)
{
    if (backslash + 6 > text.size() || text.at(backslash) != '\\' || text.at(backslash + 1) != 'u')
        return std::nullopt;
    bool isHex = false;
    const uint unit = QByteArray(text.sliced(backslash + 2, 4).toByteArray()).toUInt(&isHex, 16);
    return isHex ? std::optional(static_cast<quint16>(unit)) : std::nullopt;
}

// The same text with every escaped half of a surrogate pair that stands alone replaced.
QByteArray withoutHalves(QByteArrayView text)
{
    QByteArray whole = text.toByteArray();
    bool inString = false;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const char c = whole.at(i);
        if (c == '"') {
            inString = !inString;
        } else if (inString && c == '\\') {
            const std::optional<quint16> unit = unitAt(whole, i);
            if (unit && QChar::isHighSurrogate(*unit)) {
                const std::optional<quint16> next = unitAt(whole, i + 6);
                if (next && QChar::isLowSurrogate(*next))
                    i += 6;
                else
                    whole.replace(i + 2, 4, "fffd");
            } else if (unit && QChar::isLowSurrogate(*unit)) {
                whole.replace(i + 2, 4, "fffd");
            }
            i += unit ? 5 : 1;
        }
    }
    return whole;
}

} // namespace

Result<QList<JsonSlice>> sliceJson(QByteArrayView text, qsizetype offset, qsizetype maximum)
{
    // Some editors put a byte order mark in front.
    Walker walker(text, text.startsWith("\xef\xbb\xbf") ? 3 : 0);
    const char open = walker.peek();
    if (open != '[' && open != '{')
        return malformed(u"neither a list nor an object"_s, offset + walker.at());
    const char close = open == '[' ? ']' : '}';
    walker.step();
    QList<JsonSlice> slices;
    bool isFirst = true;
    while (walker.peek() != close) {
        if (!isFirst) {
            if (walker.peek() != ',')
                return malformed(walker.atEnd() ? u"it ends too early"_s : u"a comma is missing"_s,
                                 offset + walker.at());
            walker.step();
            walker.peek();
        }
        isFirst = false;
        JsonSlice slice;
        if (open == '{') {
            const qsizetype begin = walker.at();
            if (walker.peek() != '"' || !walker.passString())
                return malformed(u"a name is missing"_s, offset + begin);
            const Result<Json> key = parseJson(text.sliced(begin, walker.at() - begin));
            if (!key)
                return malformed(u"a name that is none"_s, offset + begin);
            slice.key = toQString(*key);
            if (walker.peek() != ':')
                return malformed(u"a colon is missing"_s, offset + walker.at());
            walker.step();
            walker.peek();
        }
        const qsizetype begin = walker.at();
        if (!walker.passValue() || walker.at() > text.size())
            return malformed(u"a value does not end"_s, offset + begin);
        slice.text = text.sliced(begin, walker.at() - begin);
        slice.offset = offset + begin;
        if (slices.size() >= maximum)
            return malformed(u"more than %1 elements"_s.arg(maximum), slice.offset);
        slices.append(slice);
    }
    walker.step();
    walker.peek();
    if (!walker.atEnd())
        return malformed(u"something behind the end"_s, offset + walker.at());
    return slices;
}

Result<Json> parseSlice(const JsonSlice &slice)
{
    JsonLimits limits;
    limits.bytes = SliceBytes;
    Result<Json> parsed = parseJson(slice.text, limits);
    if (!parsed && slice.text.contains("\\u"))
        parsed = parseJson(withoutHalves(slice.text), limits);
    if (!parsed)
        return Error{Error::Kind::Protocol,
                     u"%1, counted from byte %2 of the file"_s.arg(parsed.error().message)
                         .arg(slice.offset)};
    return parsed;
}

JsonSlice sliceNamed(const QList<JsonSlice> &slices, const QString &key)
{
    for (const JsonSlice &slice : slices) {
        if (slice.key == key)
            return slice;
    }
    return {};
}

} // namespace kagura
