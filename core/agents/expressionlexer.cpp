// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionlexer.h"

#include <array>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

const std::array Signs = {"||"_L1, "&&"_L1, "=="_L1, "!="_L1, "<="_L1, ">="_L1, "<"_L1, ">"_L1,
                          "+"_L1,  "-"_L1,  "*"_L1,  "/"_L1,  "%"_L1,  "!"_L1,  "?"_L1, ":"_L1,
                          "."_L1,  ","_L1,  "("_L1,  ")"_L1,  "["_L1,  "]"_L1,  "{"_L1, "}"_L1};

bool beginsName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

ExpressionLexer::ExpressionLexer(QStringView source, qsizetype begin)
    : m_source(source)
    , m_place(begin)
{
    advance();
}

void ExpressionLexer::fail(const QString &message, qsizetype position)
{
    if (!m_message.isEmpty())
        return; // the first one is the reason
    m_message = message;
    m_failedAt = position;
}

Error ExpressionLexer::failure() const
{
    return {Error::Kind::BadRequest, u"%1 (character %2)"_s.arg(m_message).arg(m_failedAt + 1)};
}

void ExpressionLexer::advance()
{
    while (m_place < m_source.size() && m_source.at(m_place).isSpace())
        ++m_place;
    m_token = {Token::Kind::End, m_place, m_place, u"end"_s};
    if (m_place >= m_source.size())
        return;
    const QChar c = m_source.at(m_place);
    if (beginsName(c)) {
        readName();
    } else if (isDigit(c)) {
        readNumber();
    } else if (c == u'"' || c == u'\'') {
        readText(c);
    } else {
        for (const QLatin1StringView sign : Signs) {
            if (m_source.sliced(m_place).startsWith(sign)) {
                m_token.kind = Token::Kind::Sign;
                m_token.text = sign;
                m_place += sign.size();
                m_token.end = m_place;
                return;
            }
        }
        fail(u"`%1` means nothing in an expression"_s.arg(c), m_place);
    }
    m_token.end = m_place;
}

void ExpressionLexer::readName()
{
    const qsizetype begin = m_place;
    while (m_place < m_source.size()
           && (beginsName(m_source.at(m_place)) || isDigit(m_source.at(m_place))))
        ++m_place;
    m_token.kind = Token::Kind::Name;
    m_token.text = m_source.sliced(begin, m_place - begin).toString();
}

void ExpressionLexer::readNumber()
{
    const qsizetype begin = m_place;
    const auto digits = [this] {
        while (m_place < m_source.size() && isDigit(m_source.at(m_place)))
            ++m_place;
    };
    digits();
    if (m_place + 1 < m_source.size() && m_source.at(m_place) == u'.'
        && isDigit(m_source.at(m_place + 1))) {
        ++m_place;
        digits();
    }
    if (m_place < m_source.size()
        && (m_source.at(m_place) == u'e' || m_source.at(m_place) == u'E')) {
        ++m_place;
        if (m_place < m_source.size()
            && (m_source.at(m_place) == u'+' || m_source.at(m_place) == u'-'))
            ++m_place;
        digits();
    }
    m_token.kind = Token::Kind::Number;
    m_token.text = m_source.sliced(begin, m_place - begin).toString();
}

void ExpressionLexer::readText(QChar quote)
{
    const qsizetype begin = m_place++;
    m_token.kind = Token::Kind::Text;
    m_token.text.clear();
    while (m_place < m_source.size()) {
        const QChar c = m_source.at(m_place++);
        if (c == quote)
            return;
        if (c != u'\\')
            m_token.text += c;
        else if (!readEscape(m_token.text))
            return;
    }
    fail(u"this text has no end"_s, begin);
}

bool ExpressionLexer::readEscape(QString &text)
{
    const qsizetype begin = m_place - 1;
    const QChar c = m_place < m_source.size() ? m_source.at(m_place++) : QChar();
    switch (c.unicode()) {
    case u'n':
        text += u'\n';
        return true;
    case u't':
        text += u'\t';
        return true;
    case u'r':
        text += u'\r';
        return true;
    case u'\\':
    case u'"':
    case u'\'':
        text += c;
        return true;
    case u'u': {
        bool isNumber = false;
        const uint code =
            m_source.size() - m_place >= 4 ? m_source.sliced(m_place, 4).toUInt(&isNumber, 16) : 0;
        if (isNumber) {
            text += QChar(static_cast<char16_t>(code));
            m_place += 4;
            return true;
        }
        break;
    }
    default:
        break;
    }
    fail(u"there are the escapes \\n \\t \\r \\\\ \\\" \\' and \\uXXXX"_s, begin);
    return false;
}

bool ExpressionLexer::accept(QLatin1StringView sign)
{
    // `in` is the one sign that is written as a word.
    const auto kind = beginsName(QChar(sign.front())) ? Token::Kind::Name : Token::Kind::Sign;
    if (m_token.kind != kind || m_token.text != sign)
        return false;
    advance();
    return true;
}

bool ExpressionLexer::expect(QLatin1StringView sign)
{
    if (accept(sign))
        return true;
    fail(u"`%1` is expected here"_s.arg(sign), m_token.begin);
    return false;
}

} // namespace kagura
