// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/markdownhtml.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <algorithm>
#include <array>
#include <md4c.h>
#include <utility>

namespace kagura {

namespace {

using namespace Qt::StringLiterals;

QByteArray escaped(QByteArrayView text)
{
    QByteArray html;
    html.reserve(text.size());
    for (const char c : text) {
        if (c == '<')
            html += "&lt;";
        else if (c == '>')
            html += "&gt;";
        else if (c == '&')
            html += "&amp;";
        else if (c == '"')
            html += "&quot;";
        else if (c == '\'')
            html += "&#39;";
        else
            html += c;
    }
    return html;
}

QByteArrayView view(const char *text, MD_SIZE size)
{
    return {text, static_cast<qsizetype>(size)};
}

// Empty for a link that may lead nowhere. What follows the scheme is escaped, so that a browser reads
// the very text that is checked here.
QByteArray safeTarget(const MD_ATTRIBUTE &target)
{
    QByteArray url = view(target.text, target.size).toByteArray();
    url.replace("&amp;", "&");
    const QByteArray start = url.left(8).toLower();
    if (start.startsWith("http://") || start.startsWith("https://") || start.startsWith("mailto:"))
        return escaped(url);
    return {};
}

//! Collects the HTML while the parser calls.
class Page
{
public:
    static int enterBlock(MD_BLOCKTYPE type, void *detail, void *page)
    {
        static_cast<Page *>(page)->openBlock(type, detail);
        return 0;
    }
    static int leaveBlock(MD_BLOCKTYPE type, void *detail, void *page)
    {
        static_cast<Page *>(page)->closeBlock(type, detail);
        return 0;
    }
    static int enterSpan(MD_SPANTYPE type, void *detail, void *page)
    {
        static_cast<Page *>(page)->openSpan(type, detail);
        return 0;
    }
    static int leaveSpan(MD_SPANTYPE type, void *, void *page)
    {
        static_cast<Page *>(page)->closeSpan(type);
        return 0;
    }
    static int addText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *page)
    {
        static_cast<Page *>(page)->write(type, view(text, size));
        return 0;
    }

    [[nodiscard]] QByteArray html() const { return m_html; }

private:
    static QByteArray blockName(MD_BLOCKTYPE type, void *detail)
    {
        switch (type) {
        case MD_BLOCK_QUOTE:
            return "blockquote";
        case MD_BLOCK_UL:
            return "ul";
        case MD_BLOCK_OL:
            return "ol";
        case MD_BLOCK_LI:
            return "li";
        case MD_BLOCK_H:
            // The page has headings of its own above these.
            return "h"
                + QByteArray::number(
                       std::min(6U, static_cast<MD_BLOCK_H_DETAIL *>(detail)->level + 1));
        case MD_BLOCK_P:
            return "p";
        case MD_BLOCK_TABLE:
            return "table";
        case MD_BLOCK_THEAD:
            return "thead";
        case MD_BLOCK_TBODY:
            return "tbody";
        case MD_BLOCK_TR:
            return "tr";
        case MD_BLOCK_TH:
            return "th";
        case MD_BLOCK_TD:
            return "td";
        case MD_BLOCK_DOC:
        case MD_BLOCK_HR:
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML:
            break;
        }
        return {};
    }

    static QByteArray spanName(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_EM:
            return "em";
        case MD_SPAN_STRONG:
            return "strong";
        case MD_SPAN_CODE:
            return "code";
        case MD_SPAN_DEL:
            return "del";
        default:
            return {};
        }
    }

    void openBlock(MD_BLOCKTYPE type, void *detail)
    {
        if (type == MD_BLOCK_HR) {
            m_html += "<hr>\n";
            return;
        }
        if (type == MD_BLOCK_CODE) {
            m_html += "<pre><code>";
            return;
        }
        const QByteArray name = blockName(type, detail);
        if (name.isEmpty())
            return;
        m_html += '<' + name;
        if (type == MD_BLOCK_OL && static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start != 1)
            m_html += " start=\""
                + QByteArray::number(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start) + '"';
        m_html += '>';
        if (type == MD_BLOCK_LI && static_cast<MD_BLOCK_LI_DETAIL *>(detail)->is_task != 0)
            m_html += static_cast<MD_BLOCK_LI_DETAIL *>(detail)->task_mark == ' ' ? "\xE2\x98\x90 "
                                                                                  : "\xE2\x98\x91 ";
    }

    void closeBlock(MD_BLOCKTYPE type, void *detail)
    {
        if (type == MD_BLOCK_CODE)
            m_html += "</code></pre>\n";
        else if (const QByteArray name = blockName(type, detail); !name.isEmpty())
            m_html += "</" + name + ">\n";
    }

    void openSpan(MD_SPANTYPE type, void *detail)
    {
        if (type == MD_SPAN_A) {
            const QByteArray target = safeTarget(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
            m_links.append(!target.isEmpty());
            if (!target.isEmpty())
                m_html += "<a rel=\"noreferrer\" href=\"" + target + "\">";
        } else if (type == MD_SPAN_IMG) {
            m_html += "[";
        } else if (const QByteArray name = spanName(type); !name.isEmpty()) {
            m_html += '<' + name + '>';
        }
    }

    void closeSpan(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_A) {
            if (!m_links.isEmpty() && m_links.takeLast())
                m_html += "</a>";
        } else if (type == MD_SPAN_IMG) {
            m_html += "]";
        } else if (const QByteArray name = spanName(type); !name.isEmpty()) {
            m_html += "</" + name + '>';
        }
    }

    void write(MD_TEXTTYPE type, QByteArrayView text)
    {
        switch (type) {
        case MD_TEXT_NULLCHAR:
            m_html += "\xEF\xBF\xBD";
            break;
        case MD_TEXT_BR:
            m_html += "<br>\n";
            break;
        case MD_TEXT_SOFTBR:
            m_html += '\n';
            break;
        case MD_TEXT_ENTITY:
            m_html += text; // the parser lets only letters, digits and # be one
            break;
        case MD_TEXT_NORMAL:
        case MD_TEXT_CODE:
        case MD_TEXT_HTML:
        case MD_TEXT_LATEXMATH:
            m_html += escaped(text);
            break;
        }
    }

    QByteArray m_html;
    QList<bool> m_links;
};

} // namespace

QString markdownToHtml(const QString &markdown)
{
    const QByteArray text = markdown.toUtf8();
    MD_PARSER parser = {};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = &Page::enterBlock;
    parser.leave_block = &Page::leaveBlock;
    parser.enter_span = &Page::enterSpan;
    parser.leave_span = &Page::leaveSpan;
    parser.text = &Page::addText;
    Page page;
    if (md_parse(text.constData(), static_cast<MD_SIZE>(text.size()), &parser, &page) != 0)
        return u"<pre>%1</pre>\n"_s.arg(QString::fromUtf8(escaped(text)));
    return QString::fromUtf8(page.html());
}

} // namespace kagura
