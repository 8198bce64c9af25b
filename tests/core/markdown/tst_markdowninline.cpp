// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/markdowninline.h"
#include "tests/core/markdown/blocktext.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string_view>

using namespace kagura;

class TestMarkdownInline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksBecomeStyles_data();
    void marksBecomeStyles();
    void halfWrittenMarksDoNotFlash_data();
    void halfWrittenMarksDoNotFlash();
    void onlyWebTargetsAreLinks_data();
    void onlyWebTargetsAreLinks();
    void hostileTextTakesLittleTime();
};

namespace {

QString tagged(const QString &raw, MarkdownInline::End end = MarkdownInline::End::Closed)
{
    const MarkdownInline content = MarkdownInline::of(raw, end);
    return test::taggedText(content.text, content.spans);
}

void row(const char *name, const char *raw, const char *shown)
{
    QTest::newRow(name) << QString::fromUtf8(raw) << QString::fromUtf8(shown);
}

} // namespace

void TestMarkdownInline::marksBecomeStyles_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("shown");
    row("strong", "a **b** c", "a <b>b</b> c");
    row("emphasis", "*a* _b_", "<i>a</i> <i>b</i>");
    row("both", "***a***", "<b><i>a</i></b>");
    row("nested", "**a *b* c**", "<b>a </b><b><i>b</i></b><b> c</b>");
    row("strike", "~~a~~ ~b~", "<s>a</s> ~b~");
    row("inside words", "snake_case_name a*b*c", "snake_case_name a<i>b</i>c");
    row("multiplication", "2 * 3 * 4", "2 * 3 * 4");
    row("rule of three", "*foo**bar**baz*", "<i>foo</i><b><i>bar</i></b><i>baz</i>");
    row("unclosed", "**a", "**a");
    row("code", "`a *b*` c", "<c>a *b*</c> c");
    row("code with ticks", "`` a`b ``", "<c>a`b</c>");
    row("ticks that do not close", "`a", "`a");
    row("escapes", "\\*a\\* \\\\ \\q", "*a* \\ \\q");
    row("entities", "&lt;b&gt; &amp; &#65; &unknown; &", "<b> & A &unknown; &");
    row("an entity cannot hide", "a&#x202E;b", "a&#x202E;b");
    row("html is text", "x <b>y</b> std::vector<int> z", "x <b>y</b> std::vector<int> z");
    row("html keeps what follows", "before <img src='x'> after", "before <img src='x'> after");
    row("br breaks", "a<br>b<br/>c", "a\nb\nc");
    row("soft break", "a\n  b", "a b");
    row("hard breaks", "a  \nb\\\nc", "a\nb\nc");
    row("link", "[a **b**](https://x.y/z \"t\") c",
        "<a https://x.y/z>a </a><b><a https://x.y/z>b</a></b> c");
    row("link with parentheses", "[w](https://x.y/a_(b))", "<a https://x.y/a_(b)>w</a>");
    row("link in angles", "[w](<https://x.y/a b>)", "<a https://x.y/a b>w</a>");
    row("bare address", "see https://x.y/z?q=1, ok",
        "see <a https://x.y/z?q=1>https://x.y/z?q=1</a>, ok");
    row("bare address in parentheses", "(https://x.y)", "(<a https://x.y>https://x.y</a>)");
    row("autolink", "<https://x.y> <a@b.cd>",
        "<a https://x.y>https://x.y</a> <a mailto:a@b.cd>a@b.cd</a>");
    row("brackets", "a[0] = [1, 2]", "a[0] = [1, 2]");
    row("reference", "[a][b] [c]", "[a][b] [c]");
    row("image", "x ![a cat](http://x.y/c.png) z", "x <img http://x.y/c.png>Image: a cat</img> z");
    row("local image", "![](file:///etc/passwd)",
        "<img file:///etc/passwd>Image: file:///etc/passwd</img>");
    row("dollars", "so $x^2$ and $$y$$", "so <m>$x^2$</m> and <m>$$y$$</m>");
    row("prices", "from $5 to $10, US$3", "from $5 to $10, US$3");
    row("tex brackets", "\\(a_1\\) \\[b\\]", "<m>\\(a_1\\)</m> <m>\\[b\\]</m>");
    row("marks in mathematics", "$a_1 * b_2 * c$", "<m>$a_1 * b_2 * c$</m>");
    row("right to left", "**\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d** x",
        "<b>\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d</b> x");
    row("empty", "", "");
    row("marks alone", "** ** __", "** ** __");
}

void TestMarkdownInline::marksBecomeStyles()
{
    QFETCH(QString, raw);
    QFETCH(QString, shown);
    QCOMPARE(tagged(raw), shown);
}

void TestMarkdownInline::halfWrittenMarksDoNotFlash_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("shown");
    row("strong", "a **bo", "a <b>bo</b>");
    row("strong that ends", "a **bold*", "a <b>bold</b>");
    row("marks that begin", "a **", "a");
    row("code", "a `co", "a <c>co</c>");
    row("link", "see [the page](https://exam", "see <a>the page</a>");
    row("multiplication", "2 * 3", "2 * 3");
    row("price", "for $5", "for $5");
}

void TestMarkdownInline::halfWrittenMarksDoNotFlash()
{
    QFETCH(QString, raw);
    QFETCH(QString, shown);
    QCOMPARE(tagged(raw, MarkdownInline::End::Open), shown);
}

void TestMarkdownInline::onlyWebTargetsAreLinks_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isLink");
    for (const char *target : {"http://a.b", "https://a.b", "HTTPS://a.b", "mailto:a@b.c"})
        QTest::newRow(target) << QString::fromLatin1(target) << true;
    for (const char *target : {"javascript:alert(1)",
                               "JaVaScRiPt:x",
                               "file:///etc/passwd",
                               "data:text/html,x",
                               "vbscript:x",
                               "ftp://a.b",
                               "ssh://a.b",
                               "smb://a/b",
                               "\\\\host\\share",
                               "//a.b/c",
                               "/etc/passwd",
                               "a.md",
                               "#part",
                               "?q",
                               "tel:123",
                               "sms:1",
                               "x-apple:1",
                               "ms-settings:x",
                               "steam://run/1",
                               "vscode://file/x",
                               "about:blank",
                               "chrome://x",
                               "view-source:http://a",
                               "blob:http://a",
                               "intent://a",
                               "jar:http://a!/b",
                               "ldap://a",
                               "telnet://a",
                               "gopher://a",
                               "news:a",
                               "irc://a",
                               "magnet:?x",
                               "ws://a",
                               "http:a",
                               "https:/a",
                               "http",
                               "mailto",
                               "\thttp//a",
                               "h ttp://a",
                               "javascript\x3a//http://a"})
        QTest::newRow(target) << QString::fromLatin1(target) << false;
}

void TestMarkdownInline::onlyWebTargetsAreLinks()
{
    QFETCH(QString, target);
    QFETCH(bool, isLink);
    const QString raw = QStringLiteral("[x](%1)").arg(target);
    const MarkdownInline content = MarkdownInline::of(raw);
    bool hasTarget = false;
    for (const MarkdownSpan &span : content.spans)
        hasTarget = hasTarget || (span.target == target && (span.styles & MarkdownSpan::Link));
    QCOMPARE(hasTarget, isLink);
    if (!isLink) // and it can be seen where it would have led
        QVERIFY(
            content.text.contains(QStringView(target).last(target.size() - 1).trimmed().last(1)));
}

void TestMarkdownInline::hostileTextTakesLittleTime()
{
    for (const std::string_view unit : {"*", "a*", "*a", "[", "![", "](", "`", "``` `", "<", "$",
                                        "$a", "_a*", "[a](", "\\(", "&", "~~a", "**a *b "}) {
        const QString raw = QString::fromLatin1(QByteArrayView(unit))
                                .repeated(6000 / std::max(qsizetype(unit.size()), qsizetype(1)));
        for (const auto end : {MarkdownInline::End::Closed, MarkdownInline::End::Open}) {
            QElapsedTimer timer;
            timer.start();
            const MarkdownInline content = MarkdownInline::of(raw, end);
            QVERIFY2(timer.elapsed() < kagura::test::patiently(400), unit.data());
            QVERIFY(content.text.size() <= raw.size());
        }
    }
}

KAGURA_TEST(TestMarkdownInline)
#include "tst_markdowninline.moc"
