// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/markdownhtml.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestMarkdownHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownBecomesHtml_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("html");
        QTest::newRow("a paragraph") << u"a *b* **c** `d` ~~e~~"_s
                                     << u"<p>a <em>b</em> <strong>c</strong> <code>d</code> "
                                        "<del>e</del></p>\n"_s;
        QTest::newRow("a heading, one lower") << u"# T"_s << u"<h2>T</h2>\n"_s;
        QTest::newRow("code") << u"```c\na < b && c\n```"_s
                              << u"<pre><code>a &lt; b &amp;&amp; c\n</code></pre>\n"_s;
        QTest::newRow("a list of tasks")
            << u"- [x] done\n- [ ] open"_s
            << u"<ul><li>\u2611 done</li>\n<li>\u2610 open</li>\n</ul>\n"_s;
        QTest::newRow("a list that begins later")
            << u"3. c"_s << u"<ol start=\"3\"><li>c</li>\n</ol>\n"_s;
        QTest::newRow("a table")
            << u"|a|b|\n|---|---|\n|c|d|"_s
            << u"<table><thead><tr><th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody><tr><td>c</td>\n"
               "<td>d</td>\n</tr>\n</tbody>\n</table>\n"_s;
        QTest::newRow("a link")
            << u"[x](https://example.com/?a=1&amp;b=2)"_s
            << u"<p><a rel=\"noreferrer\" href=\"https://example.com/?a=1&amp;b=2\">x</a></p>\n"_s;
        QTest::newRow("an entity") << u"a &copy; b"_s << u"<p>a &copy; b</p>\n"_s;
        QTest::newRow("a picture")
            << u"![a cat](https://example.com/c.png)"_s << u"<p>[a cat]</p>\n"_s;
        QTest::newRow("HTML is text") << u"a <b>c</b>"_s << u"<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"_s;
    }
    void markdownBecomesHtml()
    {
        QFETCH(const QString, markdown);
        QFETCH(const QString, html);
        QCOMPARE(markdownToHtml(markdown), html);
    }

    void nothingHostileComesThrough_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const QString &text : {u"<script>alert(1)</script>"_s,
                                    u"<img src=x onerror=alert(1)>"_s,
                                    u"[a](javascript:alert(1))"_s,
                                    u"[a](JaVaScRiPt:alert(1))"_s,
                                    u"[a](javascript&colon;alert(1))"_s,
                                    u"[a](data:text/html;base64,PHNjcmlwdD4=)"_s,
                                    u"[a](vbscript:x)"_s,
                                    u"[a](file:///etc/passwd)"_s,
                                    u"[a](//example.com)"_s,
                                    u"[a](\x01javascript:alert(1))"_s,
                                    u"<javascript:alert(1)>"_s,
                                    u"![x](file:///etc/passwd)"_s,
                                    u"![x](https://example.com/t.png \"onload=\")"_s,
                                    u"[a]: javascript:alert(1)\n\n[a]"_s,
                                    u"```\"><script>\nx\n```"_s,
                                    u"<style>@import 'x'</style>"_s,
                                    u"&lt;script&gt;"_s,
                                    u"<svg/onload=alert(1)>"_s,
                                    u"[a](https://x\" onmouseover=\"alert(1))"_s,
                                    u"<iframe src=//x></iframe>"_s,
                                    u"<!-- x --><b>"_s,
                                    u"| <script> | b |\n|---|---|\n| <img src=x> | d |"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void nothingHostileComesThrough()
    {
        QFETCH(const QString, markdown);
        static const QRegularExpression tag(u"<(/?)([a-zA-Z!?][^\\s>]*)([^>]*)>"_s);
        static const QStringList allowed = {
            u"p"_s,     u"em"_s,    u"strong"_s, u"code"_s, u"pre"_s, u"del"_s,        u"a"_s,
            u"table"_s, u"thead"_s, u"tbody"_s,  u"tr"_s,   u"th"_s,  u"td"_s,         u"ul"_s,
            u"ol"_s,    u"li"_s,    u"h2"_s,     u"br"_s,   u"hr"_s,  u"blockquote"_s,
        };
        const QString html = markdownToHtml(markdown);
        QRegularExpressionMatchIterator found = tag.globalMatch(html);
        while (found.hasNext()) {
            const QRegularExpressionMatch one = found.next();
            QVERIFY2(allowed.contains(one.captured(2)), qPrintable(html));
            if (one.captured(3).isEmpty())
                continue;
            static const QRegularExpression link(
                u"^ rel=\"noreferrer\" href=\"(?:https?://|mailto:)[^\"<>]*\"$"_s);
            QVERIFY2(link.match(one.captured(3)).hasMatch(), qPrintable(html));
        }
    }
};

KAGURA_TEST(TestMarkdownHtml)
#include "tst_markdownhtml.moc"
