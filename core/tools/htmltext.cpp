// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/htmltext.h"

#include <QHash>
#include <QSet>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

//! Their content is nothing to read.
const QSet<QString> &skippedTags()
{
    static const QSet<QString> tags = {u"script"_s, u"style"_s,    u"noscript"_s,
                                       u"svg"_s,    u"template"_s, u"head"_s};
    return tags;
}

bool isBlock(const QString &tag)
{
    static const QSet<QString> tags = {
        u"p"_s,    u"div"_s,        u"br"_s,      u"li"_s,      u"tr"_s,     u"h1"_s,
        u"h2"_s,   u"h3"_s,         u"h4"_s,      u"h5"_s,      u"h6"_s,     u"ul"_s,
        u"ol"_s,   u"table"_s,      u"pre"_s,     u"hr"_s,      u"dt"_s,     u"dd"_s,
        u"dl"_s,   u"nav"_s,        u"section"_s, u"article"_s, u"header"_s, u"footer"_s,
        u"main"_s, u"blockquote"_s, u"figure"_s,  u"form"_s,    u"title"_s};
    return tags.contains(tag);
}

QString namedEntity(const QString &name)
{
    static const QHash<QString, QString> entities = {
        {u"amp"_s, u"&"_s},        {u"lt"_s, u"<"_s},         {u"gt"_s, u">"_s},
        {u"quot"_s, u"\""_s},      {u"apos"_s, u"'"_s},       {u"nbsp"_s, u" "_s},
        {u"ndash"_s, u"\u2013"_s}, {u"mdash"_s, u"\u2014"_s}, {u"hellip"_s, u"\u2026"_s},
        {u"lsquo"_s, u"\u2018"_s}, {u"rsquo"_s, u"\u2019"_s}, {u"ldquo"_s, u"\u201c"_s},
        {u"rdquo"_s, u"\u201d"_s}, {u"copy"_s, u"\u00a9"_s},  {u"euro"_s, u"\u20ac"_s}};
    return entities.value(name);
}

//! The character of "&#233;" or "&eacute;", without its signs; empty: it is none.
QString entity(QStringView name)
{
    if (!name.startsWith(u'#'))
        return namedEntity(name.toString());
    bool isNumber = false;
    const bool isHex = name.size() > 1 && name.at(1).toLower() == u'x';
    const uint code =
        isHex ? name.sliced(2).toUInt(&isNumber, 16) : name.sliced(1).toUInt(&isNumber, 10);
    const auto character = static_cast<char32_t>(code);
    if (!isNumber || code == 0 || code > 0x10ffff || QChar::isSurrogate(character))
        return {};
    return QString::fromUcs4(&character, 1);
}

class Reader
{
public:
    explicit Reader(const QString &html)
        : m_html(html)
    {}

    QString text()
    {
        while (m_place < m_html.size()) {
            const QChar c = m_html.at(m_place);
            if (c == u'<')
                readTag();
            else if (c == u'&')
                readEntity();
            else
                addCharacter(c, 1);
        }
        while (m_text.endsWith(u'\n') || m_text.endsWith(u' '))
            m_text.chop(1);
        return m_text;
    }

private:
    void readTag()
    {
        if (QStringView(m_html).sliced(m_place).startsWith(u"<!--")) {
            skipBehind(u"-->"_s);
            return;
        }
        qsizetype begin = m_place + 1;
        const bool isEnd = begin < m_html.size() && m_html.at(begin) == u'/';
        begin += isEnd ? 1 : 0;
        qsizetype end = begin;
        while (end < m_html.size()
               && (m_html.at(end).isLetter() || (end > begin && m_html.at(end).isDigit())))
            ++end;
        const QString tag = m_html.sliced(begin, end - begin).toLower();
        if (tag.isEmpty() && (begin >= m_html.size() || (m_html.at(begin) != u'!' && !isEnd))) {
            addCharacter(u'<', 1); // a sign of a text and no tag
            return;
        }
        skipBehind(u">"_s);
        if (!isEnd && skippedTags().contains(tag))
            skipContent(tag);
        else if (isBlock(tag))
            endLine();
    }

    void skipContent(const QString &tag)
    {
        const qsizetype end = m_html.indexOf(u"</"_s + tag, m_place, Qt::CaseInsensitive);
        m_place = end < 0 ? m_html.size() : end;
        if (end >= 0)
            skipBehind(u">"_s);
    }

    void skipBehind(const QString &mark)
    {
        const qsizetype end = m_html.indexOf(mark, m_place);
        m_place = end < 0 ? m_html.size() : end + mark.size();
    }

    void readEntity()
    {
        constexpr qsizetype Longest = 10;
        const qsizetype end = QStringView(m_html).mid(m_place, Longest + 2).indexOf(u';');
        const QString character =
            end > 1 ? entity(QStringView(m_html).sliced(m_place + 1, end - 1)) : QString();
        if (character.isEmpty()) {
            addCharacter(u'&', 1);
            return;
        }
        m_text += character == u' ' && (m_text.isEmpty() || m_text.back().isSpace()) ? QString()
                                                                                     : character;
        m_place += end + 1;
    }

    void addCharacter(QChar c, qsizetype units)
    {
        m_place += units;
        if (!c.isSpace())
            m_text += c;
        else if (!m_text.isEmpty() && !m_text.back().isSpace())
            m_text += u' ';
    }

    void endLine()
    {
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        if (!m_text.isEmpty() && !m_text.endsWith(u"\n\n"))
            m_text += u'\n';
    }

    const QString &m_html;
    QString m_text;
    qsizetype m_place = 0;
};

} // namespace

QString htmlText(const QString &html)
{
    return Reader(html).text();
}

} // namespace kagura
