// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/inlinescanner.h"

#include <algorithm>

namespace kagura {
namespace {

using Span = MarkdownSpan;

bool isPunctuation(QChar character)
{
    return character.isPunct() || character.isSymbol();
}

bool isAsciiPunctuation(QChar character)
{
    return character.unicode() < 128 && isPunctuation(character);
}

bool isHeldMark(QChar character)
{
    return character == u'*' || character == u'_' || character == u'~' || character == u'`'
        || character == u'\\';
}

} // namespace

InlineScanner::InlineScanner(QStringView raw, MarkdownInline::End end)
    : m_raw(raw)
    , m_isOpen(end == MarkdownInline::End::Open)
{
    while (m_isOpen && !m_raw.isEmpty() && isHeldMark(m_raw.back()))
        m_raw.chop(1);
    // Lines of HTML are lines of source, and run together they could not be read.
    m_keepsLines = m_raw.startsWith(u'<') && !isWebTarget(m_raw.mid(1));
}

QChar InlineScanner::charAt(qsizetype at) const
{
    return at >= 0 && at < m_raw.size() ? m_raw.at(at) : QChar(u'\n');
}

MarkdownInline InlineScanner::scan()
{
    while (m_at < m_raw.size())
        step();
    pairDelimiters(0);
    if (m_isOpen)
        closeOpenEnd();
    return result();
}

void InlineScanner::step()
{
    switch (m_raw.at(m_at).unicode()) {
    case u'\\':
        return takeBackslash();
    case u'`':
        return takeCode();
    case u'$':
        if (takeDollars())
            return;
        break;
    case u'<':
        if (takeAngle())
            return;
        break;
    case u'&':
        if (takeEntity())
            return;
        break;
    case u'h':
    case u'H':
        if (takeUrl())
            return;
        break;
    case u'\n':
        return takeBreak();
    case u'*':
    case u'_':
    case u'~':
        return takeDelimiters();
    case u'[':
        return takeBracket(false);
    case u'!':
        if (charAt(m_at + 1) == u'[')
            return takeBracket(true);
        break;
    case u']':
        return closeBracket();
    default:
        break;
    }
    qsizetype end = m_at + 1;
    while (end < m_raw.size() && !QStringView(u"\\`$<&hH\n*_~[!]").contains(m_raw.at(end)))
        ++end;
    addText(m_raw.mid(m_at, end - m_at));
    m_at = end;
}

void InlineScanner::addText(QStringView text)
{
    const bool isOwn = !m_pieces.empty() && m_pieces.back().styles == Span::Plain
        && (m_delimiters.empty() || m_delimiters.back().piece + 1 != m_pieces.size())
        && (m_brackets.empty() || m_brackets.back().piece + 1 != m_pieces.size());
    if (isOwn)
        m_pieces.back().text.append(text);
    else
        m_pieces.push_back({text.toString()});
}

void InlineScanner::add(const Piece &piece)
{
    m_pieces.push_back(piece);
}

void InlineScanner::takeBackslash()
{
    const QChar next = charAt(m_at + 1);
    if ((next == u'(' && takeMath(u"\\(", u"\\)")) || (next == u'[' && takeMath(u"\\[", u"\\]")))
        return;
    if (m_at + 1 < m_raw.size() && isAsciiPunctuation(next)) {
        addText(m_raw.mid(m_at + 1, 1));
        m_at += 2;
        return;
    }
    if (m_at + 1 < m_raw.size() && next == u'\n') {
        addText(u"\n");
        m_at += 2;
        return;
    }
    addText(u"\\");
    ++m_at;
}

void InlineScanner::takeCode()
{
    const auto runAt = [this](qsizetype at) {
        qsizetype length = 0;
        while (at + length < m_raw.size() && m_raw.at(at + length) == u'`')
            ++length;
        return length;
    };
    const qsizetype run = runAt(m_at);
    const qsizetype start = m_at + run;
    qsizetype close = m_raw.indexOf(u'`', start);
    qsizetype length = 0;
    while (close >= 0) {
        length = runAt(close);
        if (length == run)
            break;
        close = m_raw.indexOf(u'`', close + length);
    }
    if (close < 0 && (!m_isOpen || run > 2 || start >= m_raw.size())) {
        addText(m_raw.mid(m_at, run));
        m_at = start;
        return;
    }
    QString code = m_raw.mid(start, close < 0 ? -1 : close - start).toString();
    code.replace(u'\n', u' ');
    const bool isPadded = code.size() > 2 && code.startsWith(u' ') && code.endsWith(u' ')
        && !QStringView(code).trimmed().isEmpty();
    if (isPadded)
        code = code.mid(1, code.size() - 2);
    add({code, Span::Code});
    m_at = close < 0 ? m_raw.size() : close + length;
}

bool InlineScanner::takeMath(QStringView open, QStringView close)
{
    const qsizetype start = m_at + open.size();
    const qsizetype end = m_raw.indexOf(close, start);
    if (end == start || (end < 0 && (!m_isOpen || start >= m_raw.size())))
        return false;
    const qsizetype behind = end < 0 ? m_raw.size() : end + close.size();
    add({m_raw.mid(m_at, behind - m_at).toString().replace(u'\n', u' '), Span::Math});
    m_at = behind;
    return true;
}

bool InlineScanner::takeDollars()
{
    if (charAt(m_at + 1) == u'$')
        return m_raw.indexOf(QStringView(u"$$"), m_at + 2) >= 0 && takeMath(u"$$", u"$$");
    // Prices are no formulas: no space inside the signs, no digit behind, no letter before.
    if (charAt(m_at + 1).isSpace() || charAt(m_at - 1).isLetterOrNumber())
        return false;
    for (qsizetype end = m_raw.indexOf(u'$', m_at + 2); end >= 0;
         end = m_raw.indexOf(u'$', end + 1)) {
        if (charAt(end - 1).isSpace() || charAt(end - 1) == u'\\' || charAt(end + 1).isDigit())
            continue;
        add({m_raw.mid(m_at, end + 1 - m_at).toString().replace(u'\n', u' '), Span::Math});
        m_at = end + 1;
        return true;
    }
    return false;
}

void InlineScanner::takeBreak()
{
    qsizetype spaces = 0;
    while (charAt(m_at - 1 - spaces) == u' ' && m_at - 1 - spaces >= 0)
        ++spaces;
    if (!m_pieces.empty() && m_pieces.back().styles == Span::Plain) {
        QString &text = m_pieces.back().text;
        while (text.endsWith(u' '))
            text.chop(1);
    }
    ++m_at;
    while (m_at < m_raw.size() && (m_raw.at(m_at) == u' ' || m_raw.at(m_at) == u'\t')
           && !m_keepsLines)
        ++m_at;
    addText(spaces >= 2 || m_keepsLines ? u"\n" : u" ");
}

void InlineScanner::takeDelimiters()
{
    const QChar mark = m_raw.at(m_at);
    qsizetype run = 1;
    while (charAt(m_at + run) == mark)
        ++run;
    const QChar before = charAt(m_at - 1);
    const QChar after = charAt(m_at + run);
    const bool isLeft =
        !after.isSpace() && (!isPunctuation(after) || before.isSpace() || isPunctuation(before));
    const bool isRight =
        !before.isSpace() && (!isPunctuation(before) || after.isSpace() || isPunctuation(after));
    const bool isInner = mark == u'_';
    Delimiter delimiter{m_pieces.size(), mark, run, run};
    delimiter.canOpen = isLeft && (!isInner || !isRight || isPunctuation(before));
    delimiter.canClose = isRight && (!isInner || !isLeft || isPunctuation(after));
    const QStringView text = m_raw.mid(m_at, run);
    m_at += run;
    if ((mark == u'~' && run != 2) || (!delimiter.canOpen && !delimiter.canClose)) {
        addText(text);
        return;
    }
    m_delimiters.push_back(delimiter);
    m_pieces.push_back({text.toString()});
}

std::optional<std::size_t> InlineScanner::openerOf(std::size_t closer, std::size_t bottom) const
{
    const Delimiter &close = m_delimiters.at(closer);
    for (std::size_t i = closer; i-- > bottom;) {
        const Delimiter &open = m_delimiters.at(i);
        if (open.mark != close.mark || !open.canOpen || open.count == 0)
            continue;
        const bool isAmbiguous = open.canClose || close.canOpen;
        const bool isRuledOut = isAmbiguous && (open.original + close.original) % 3 == 0
            && !(open.original % 3 == 0 && close.original % 3 == 0);
        if (close.mark == u'~' || !isRuledOut)
            return i;
    }
    return std::nullopt;
}

void InlineScanner::pairDelimiters(std::size_t bottom)
{
    std::size_t closer = bottom;
    while (closer < m_delimiters.size()) {
        Delimiter &close = m_delimiters[closer];
        if (!close.canClose || close.count == 0) {
            ++closer;
            continue;
        }
        const std::optional<std::size_t> found = openerOf(closer, bottom);
        if (!found) {
            ++closer;
            continue;
        }
        Delimiter &open = m_delimiters[*found];
        const qsizetype used = open.count >= 2 && close.count >= 2 ? 2 : 1;
        const std::uint8_t styles = close.mark == u'~' ? Span::Strike
            : used == 2                                ? Span::Strong
                                                       : Span::Emphasis;
        style(open.piece + 1, close.piece, styles);
        for (std::size_t i = *found + 1; i < closer; ++i)
            m_delimiters[i].count = 0;
        for (Delimiter *side : {&open, &close}) {
            side->count -= used;
            m_pieces[side->piece].text.chop(used);
        }
    }
}

void InlineScanner::style(std::size_t from, std::size_t to, std::uint8_t styles)
{
    for (std::size_t i = from; i < to; ++i)
        m_pieces[i].styles |= styles;
}

void InlineScanner::closeOpenEnd()
{
    for (Delimiter &open : m_delimiters) {
        if (!open.canOpen || open.canClose || open.count == 0 || open.count > 3)
            continue;
        const std::uint8_t styles = open.mark == u'~'
            ? std::uint8_t(Span::Strike)
            : std::uint8_t((open.count >= 2 ? Span::Strong : 0)
                           | (open.count != 2 ? Span::Emphasis : 0));
        style(open.piece + 1, m_pieces.size(), styles);
        m_pieces[open.piece].text.clear();
    }
}

MarkdownInline InlineScanner::result() const
{
    MarkdownInline out;
    for (const Piece &piece : m_pieces) {
        if (piece.text.isEmpty())
            continue;
        if (piece.styles != Span::Plain) {
            const bool joins = !out.spans.isEmpty()
                && out.spans.last().from + out.spans.last().length == out.text.size()
                && out.spans.last().styles == piece.styles
                && out.spans.last().target == piece.target
                && !(piece.styles & (Span::Image | Span::Code | Span::Math));
            if (joins)
                out.spans.last().length += piece.text.size();
            else
                out.spans.append(
                    {out.text.size(), piece.text.size(), piece.styles, piece.target, piece.label});
        }
        out.text += piece.text;
    }
    const bool endsPlain =
        out.spans.isEmpty() || out.spans.last().from + out.spans.last().length < out.text.size();
    while (endsPlain && !out.text.isEmpty() && out.text.back().isSpace()
           && (out.spans.isEmpty()
               || out.spans.last().from + out.spans.last().length < out.text.size()))
        out.text.chop(1);
    return out;
}

} // namespace kagura
