// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the scanner makes of angle brackets, entities, addresses, links and images.

#include "core/markdown/inlinescanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace kagura {
namespace {

using Span = MarkdownSpan;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(kagura::MarkdownInline)
};

//! The characters that models write as entities; others stay as they were written.
QChar namedEntity(QStringView name)
{
    struct Entity
    {
        QStringView name;
        char16_t character = 0;
    };
    static constexpr Entity names[] = {
        {u"amp", u'&'},         {u"lt", u'<'},          {u"gt", u'>'},
        {u"quot", u'"'},        {u"apos", u'\''},       {u"nbsp", u'\u00A0'},
        {u"copy", u'\u00A9'},   {u"reg", u'\u00AE'},    {u"trade", u'\u2122'},
        {u"hellip", u'\u2026'}, {u"mdash", u'\u2014'},  {u"ndash", u'\u2013'},
        {u"lsquo", u'\u2018'},  {u"rsquo", u'\u2019'},  {u"ldquo", u'\u201C'},
        {u"rdquo", u'\u201D'},  {u"laquo", u'\u00AB'},  {u"raquo", u'\u00BB'},
        {u"times", u'\u00D7'},  {u"divide", u'\u00F7'}, {u"deg", u'\u00B0'},
        {u"plusmn", u'\u00B1'}, {u"micro", u'\u00B5'},  {u"middot", u'\u00B7'},
        {u"bull", u'\u2022'},   {u"larr", u'\u2190'},   {u"uarr", u'\u2191'},
        {u"rarr", u'\u2192'},   {u"darr", u'\u2193'},   {u"harr", u'\u2194'},
        {u"euro", u'\u20AC'},   {u"pound", u'\u00A3'},  {u"yen", u'\u00A5'},
        {u"cent", u'\u00A2'},   {u"sect", u'\u00A7'},   {u"para", u'\u00B6'},
        {u"le", u'\u2264'},     {u"ge", u'\u2265'},     {u"ne", u'\u2260'},
        {u"infin", u'\u221E'},  {u"asymp", u'\u2248'},  {u"minus", u'\u2212'},
        {u"sum", u'\u2211'},    {u"radic", u'\u221A'},  {u"check", u'\u2713'},
    };
    for (const Entity &entity : names) {
        if (entity.name == name)
            return entity.character;
    }
    return {};
}

//! Of "#x41" and "#65"; empty for what must not appear unseen.
QString numericEntity(QStringView body)
{
    bool isNumber = false;
    const bool isHex = body.size() > 1 && (body.at(1) == u'x' || body.at(1) == u'X');
    const uint point = body.mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
    if (!isNumber || point == 0 || point > QChar::LastValidCodePoint)
        return {};
    switch (QChar::category(char32_t(point))) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return {};
    default:
        return QStringView(QChar::fromUcs4(char32_t(point))).toString();
    }
}

//! Where a bare address that starts the text ends.
qsizetype urlLength(QStringView text)
{
    qsizetype end = 0;
    while (end < text.size() && !text.at(end).isSpace() && text.at(end) != u'<'
           && text.at(end) != u'`' && text.at(end) != u'"')
        ++end;
    for (;;) {
        const QStringView url = text.left(end);
        const QChar last = url.isEmpty() ? QChar() : url.back();
        const bool isUnbalanced = (last == u')' && url.count(u')') > url.count(u'('))
            || (last == u']' && url.count(u']') > url.count(u'['));
        if (url.isEmpty() || !(isUnbalanced || QStringView(u"?!.,:;*_~'|").contains(last)))
            return end;
        --end;
    }
}

} // namespace

bool InlineScanner::takeAngle()
{
    const qsizetype close = m_raw.indexOf(u'>', m_at);
    if (close < 0)
        return false;
    const QStringView inside = m_raw.mid(m_at + 1, close - m_at - 1);
    const QStringView name = inside.endsWith(u'/') ? inside.chopped(1) : inside;
    if (name.trimmed().compare(u"br", Qt::CaseInsensitive) == 0) {
        addText(u"\n");
        m_at = close + 1;
        while (m_at < m_raw.size() && m_raw.at(m_at) == u'\n')
            ++m_at;
        return true;
    }
    const bool hasSpace =
        std::any_of(inside.begin(), inside.end(), [](QChar c) { return c.isSpace() || c == u'<'; });
    if (hasSpace)
        return false;
    const qsizetype sign = inside.indexOf(u'@');
    const bool isAddress = sign > 0 && inside.indexOf(u'.', sign) > sign && !inside.contains(u':')
        && !inside.contains(u'/');
    if (!isWebTarget(inside) && !isAddress)
        return false;
    const QString target =
        isAddress ? QStringLiteral("mailto:") + inside.toString() : inside.toString();
    add({inside.toString(), Span::Link, target});
    m_at = close + 1;
    return true;
}

bool InlineScanner::takeEntity()
{
    const qsizetype close = m_raw.indexOf(u';', m_at);
    if (close < 0 || close - m_at > 10 || close - m_at < 3)
        return false;
    const QStringView body = m_raw.mid(m_at + 1, close - m_at - 1);
    const QChar named = namedEntity(body);
    const QString text = body.startsWith(u'#') ? numericEntity(body)
        : named.isNull()                       ? QString()
                                               : QString(named);
    if (text.isEmpty())
        return false;
    addText(text);
    m_at = close + 1;
    return true;
}

bool InlineScanner::takeUrl()
{
    const QStringView rest = m_raw.mid(m_at);
    if (charAt(m_at - 1).isLetterOrNumber()
        || !(rest.startsWith(u"https://", Qt::CaseInsensitive)
             || rest.startsWith(u"http://", Qt::CaseInsensitive)))
        return false;
    const qsizetype length = urlLength(rest);
    const QString url = rest.left(length).toString();
    if (!isWebTarget(url))
        return false;
    add({url, Span::Link, url});
    m_at += length;
    return true;
}

void InlineScanner::takeBracket(bool isImage)
{
    const qsizetype length = isImage ? 2 : 1;
    m_brackets.push_back({m_pieces.size(), m_delimiters.size(), isImage});
    m_pieces.push_back({m_raw.mid(m_at, length).toString()});
    m_at += length;
}

void InlineScanner::closeBracket()
{
    const std::optional<Destination> destination =
        m_brackets.empty() ? std::nullopt : destinationAt(m_at + 1);
    if (m_brackets.empty()) {
        addText(u"]");
        ++m_at;
        return;
    }
    const Bracket bracket = m_brackets.back();
    m_brackets.pop_back();
    const bool isArriving = destination && destination->end < 0;
    const bool isTaken = destination && bracket.isActive
        && (bracket.isImage || isArriving || isWebTarget(destination->target));
    if (!isTaken) {
        // A bracket that came to nothing is text from now on, and text may be added to it.
        m_pieces.push_back({QStringLiteral("]")});
        ++m_at;
        return;
    }
    if (bracket.isImage) {
        closeImage(bracket, *destination);
    } else {
        pairDelimiters(bracket.delimiters);
        m_delimiters.resize(std::min(m_delimiters.size(), bracket.delimiters));
        for (std::size_t i = bracket.piece + 1; i < m_pieces.size(); ++i) {
            m_pieces[i].styles |= Span::Link;
            m_pieces[i].target = destination->target;
        }
        m_pieces[bracket.piece].text.clear();
        m_pieces.push_back({}); // so that text behind the link does not join it
        for (Bracket &outer : m_brackets)
            outer.isActive = outer.isActive && outer.isImage;
    }
    m_at = isArriving ? m_raw.size() : destination->end;
}

void InlineScanner::closeImage(const Bracket &bracket, const Destination &destination)
{
    QString label;
    for (std::size_t i = bracket.piece + 1; i < m_pieces.size(); ++i)
        label += m_pieces.at(i).text;
    label = label.simplified();
    m_pieces.resize(bracket.piece);
    m_delimiters.resize(std::min(m_delimiters.size(), bracket.delimiters));
    const QString name = label.isEmpty() ? destination.target : label;
    add({Words::tr("Image: %1").arg(name), Span::Image, destination.target, label});
}

std::optional<InlineScanner::Destination> InlineScanner::destinationAt(qsizetype at) const
{
    if (charAt(at) != u'(')
        return std::nullopt;
    const auto skipSpace = [this](qsizetype from) {
        while (from < m_raw.size() && m_raw.at(from).isSpace())
            ++from;
        return from;
    };
    qsizetype from = skipSpace(at + 1);
    qsizetype to = from;
    QString target;
    if (charAt(from) == u'<') {
        to = m_raw.indexOf(u'>', from);
        if (to < 0)
            return m_isOpen ? std::optional(Destination{{}, -1}) : std::nullopt;
        target = m_raw.mid(from + 1, to - from - 1).toString();
        ++to;
    } else {
        int depth = 0;
        for (; to < m_raw.size() && !m_raw.at(to).isSpace(); ++to) {
            if (m_raw.at(to) == u'(')
                ++depth;
            else if (m_raw.at(to) == u')' && --depth < 0)
                break;
        }
        target = m_raw.mid(from, to - from).toString();
    }
    to = skipSpace(to);
    const QChar quote = charAt(to);
    if (quote == u'"' || quote == u'\'') {
        const qsizetype end = m_raw.indexOf(quote, to + 1);
        to = end < 0 ? m_raw.size() : skipSpace(end + 1);
    }
    if (to >= m_raw.size())
        return m_isOpen ? std::optional(Destination{{}, -1}) : std::nullopt;
    if (m_raw.at(to) != u')')
        return std::nullopt;
    return Destination{target, to + 1};
}

} // namespace kagura
