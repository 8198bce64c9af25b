// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/code/codelexer.h"

namespace kagura {

struct CodeLexer::Pass
{
    QStringView text;
    qsizetype at = 0;
    State state = nothingOpen;
    QList<CodeToken> tokens;

    [[nodiscard]] QChar charAt(qsizetype place) const
    {
        return place >= 0 && place < text.size() ? text.at(place) : QChar(u'\n');
    }
    [[nodiscard]] bool startsLine() const { return charAt(at - 1) == u'\n'; }
    [[nodiscard]] qsizetype lineEnd() const
    {
        const qsizetype end = text.indexOf(u'\n', at);
        return end < 0 ? text.size() : end;
    }
    void add(qsizetype end, CodeToken::Kind kind)
    {
        if (end > at && kind != CodeToken::Kind::Plain)
            tokens.append({at, end - at, kind});
        at = end;
    }
};

QList<CodeToken> CodeLexer::tokens(QStringView text, State &state) const
{
    Pass pass;
    pass.text = text;
    pass.state = state;
    while (pass.at < text.size())
        step(pass);
    state = pass.state;
    return pass.tokens;
}

void CodeLexer::step(Pass &pass) const
{
    if (takeOpen(pass) || takeMark(pass) || takeDelimited(pass) || takeString(pass)
        || takeNumber(pass) || takeName(pass))
        return;
    ++pass.at;
}

bool CodeLexer::takeOpen(Pass &pass) const
{
    if (pass.state < 0 || pass.state + 1 >= m_language.delimiters.size())
        return false;
    const QString &close = m_language.delimiters.at(pass.state + 1);
    const bool isComment = pass.state < m_language.commentDelimiters;
    const qsizetype end = pass.text.indexOf(close, pass.at);
    if (end >= 0)
        pass.state = nothingOpen;
    pass.add(end < 0 ? pass.text.size() : end + close.size(),
             isComment ? CodeToken::Kind::Comment : CodeToken::Kind::String);
    return true;
}

bool CodeLexer::takeMark(Pass &pass) const
{
    if (!pass.startsLine())
        return false;
    const QChar mark = pass.charAt(pass.at);
    if (m_language.hasPreprocessor && mark == u'#') {
        qsizetype end = pass.at + 1;
        while (pass.charAt(end).isLetter() || pass.charAt(end) == u' ')
            ++end;
        while (pass.charAt(end - 1) == u' ')
            --end;
        qsizetype word = pass.at + 1;
        while (pass.charAt(word) == u' ')
            ++word;
        while (pass.charAt(word).isLetter())
            ++word;
        pass.add(std::min(end, word), CodeToken::Kind::Keyword);
        return true;
    }
    if (!m_language.hasMarks)
        return false;
    const CodeToken::Kind kind = mark == u'+' ? CodeToken::Kind::String
        : mark == u'-'                        ? CodeToken::Kind::Number
        : mark == u'@'                        ? CodeToken::Kind::Function
                                              : CodeToken::Kind::Plain;
    pass.add(std::max(pass.lineEnd(), pass.at + 1), kind);
    return true;
}

bool CodeLexer::takeDelimited(Pass &pass) const
{
    const QStringView rest = pass.text.mid(pass.at);
    for (qsizetype i = 0; i + 1 < m_language.delimiters.size(); i += 2) {
        const QString &open = m_language.delimiters.at(i);
        if (!rest.startsWith(open))
            continue;
        const qsizetype from = pass.at;
        pass.at += open.size();
        pass.state = State(i);
        if (pass.at >= pass.text.size() || !takeOpen(pass)) {
            pass.tokens.append({from, pass.text.size() - from,
                                i < m_language.commentDelimiters ? CodeToken::Kind::Comment
                                                                 : CodeToken::Kind::String});
            pass.at = pass.text.size();
            return true;
        }
        pass.tokens.last().length += pass.tokens.last().from - from;
        pass.tokens.last().from = from;
        return true;
    }
    for (const QString &comment : m_language.lineComments) {
        const bool isWord = comment.front().isLetter();
        if (!rest.startsWith(comment, isWord ? Qt::CaseInsensitive : Qt::CaseSensitive))
            continue;
        // "#" begins a comment only where a word could begin: not in "a#b" or "$#".
        const QChar before = pass.charAt(pass.at - 1);
        const bool isApart = before.isSpace() || comment.size() > 1 || !(comment == u"#");
        if (!isApart || (isWord && !pass.charAt(pass.at + comment.size()).isSpace())
            || (comment == u"//" && before == u':'))
            continue;
        pass.add(pass.lineEnd(), CodeToken::Kind::Comment);
        return true;
    }
    return false;
}

bool CodeLexer::takeString(Pass &pass) const
{
    const QChar quote = pass.charAt(pass.at);
    if (quote.isNull() || !m_language.quotes.contains(quote) || quote == u' ')
        return false;
    const qsizetype lineEnd = pass.lineEnd();
    qsizetype end = pass.at + 1;
    while (end < lineEnd && pass.text.at(end) != quote)
        end += pass.text.at(end) == u'\\' ? 2 : 1;
    const bool isClosed = end < lineEnd;
    if (!isClosed && quote == u'\'') {
        ++pass.at; // an apostrophe, or a lifetime
        return true;
    }
    end = std::min(end + 1, lineEnd);
    qsizetype behind = end;
    while (pass.charAt(behind) == u' ')
        ++behind;
    const bool isKey = m_language.hasKeys && isClosed && pass.charAt(behind) == u':';
    pass.add(end, isKey ? CodeToken::Kind::Function : CodeToken::Kind::String);
    return true;
}

bool CodeLexer::takeNumber(Pass &pass) const
{
    if (!pass.charAt(pass.at).isDigit())
        return false;
    qsizetype end = pass.at + 1;
    for (;; ++end) {
        const QChar character = pass.charAt(end);
        const bool isFraction = character == u'.' && pass.charAt(end + 1).isDigit();
        const bool isSign = (character == u'-' || character == u'+')
            && QStringView(u"eE").contains(pass.charAt(end - 1)) && pass.charAt(end + 1).isDigit()
            && pass.charAt(pass.at + 1) != u'x';
        if (!character.isLetterOrNumber() && character != u'_' && !isFraction && !isSign)
            break;
    }
    pass.add(end, CodeToken::Kind::Number);
    return true;
}

bool CodeLexer::isNameCharacter(QChar character) const
{
    return character.isLetterOrNumber() || character == u'_'
        || m_language.glyphs.contains(character);
}

bool CodeLexer::takeName(Pass &pass) const
{
    const QChar first = pass.charAt(pass.at);
    if (!isNameCharacter(first) && first != u'@')
        return false;
    qsizetype end = pass.at + 1;
    while (isNameCharacter(pass.charAt(end)))
        ++end;
    const QString name = pass.text.mid(pass.at, end - pass.at).toString();
    qsizetype behind = end;
    while (pass.charAt(behind) == u' ')
        ++behind;
    const QChar before = pass.charAt(pass.at - 1);
    const QChar after = pass.charAt(behind);
    CodeToken::Kind kind = CodeToken::Kind::Plain;
    if (m_language.hasTags && (before == u'<' || before == u'/'))
        kind = CodeToken::Kind::Keyword;
    else if (m_language.words.contains(m_language.ignoresCase ? name.toLower() : name))
        kind = CodeToken::Kind::Keyword;
    else if ((m_language.hasKeys && (after == u':' || after == u'='))
             || (m_language.hasTags && after == u'='))
        kind = CodeToken::Kind::Function;
    else if (pass.charAt(end) == u'(')
        kind = CodeToken::Kind::Function;
    pass.add(end, kind);
    return true;
}

} // namespace kagura
