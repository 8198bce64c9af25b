// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/blockwriter.h"
#include "core/markdown/markdownparser.h"
#include "tests/core/markdown/blocktext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestBlockWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownReadsBackTheSame_data();
    void markdownReadsBackTheSame();
    void aPartOfABlockStandsAlone();
    void plainTextKeepsListsAndCells();
    void htmlIsEscapedAndNested();
};

namespace {

using Format = BlockWriter::Format;

QList<MarkdownBlock> blocksOf(const QString &text)
{
    MarkdownParser parser;
    parser.append(text);
    parser.finish();
    return parser.blocks();
}

QString whole(const QString &text, Format format)
{
    const QList<MarkdownBlock> blocks = blocksOf(text);
    return BlockWriter(blocks, {0, 0}, {blocks.size(), 0}).text(format);
}

} // namespace

void TestBlockWriter::markdownReadsBackTheSame_data()
{
    QTest::addColumn<QString>("text");
    int number = 1;
    for (const char *text : {"plain",
                             "a **b *c* d** e ~~f~~ `g` [h **i**](https://j.k/l) $m$",
                             "# A\n\n## B `c`",
                             "- a\n- b\n  - c\n\n    d\n- e",
                             "3. a\n4. b\n   ```cpp\n   x\n\n   y\n   ```",
                             "- [ ] a\n- [x] b",
                             "> a\n>\n> > b\n>\n> - c\n\nd",
                             "```py\n``` x\n```",
                             "````\n```\n````",
                             "| a | b |\n|:--|--:|\n| **1** | `2` |\n| x\\|y | z<br>w |",
                             "a\n\n---\n\nb",
                             "$$\nx\n$$\n\n\\[ y \\]",
                             "2 * 3 * 4 and snake_case_name",
                             "\\*a\\* \\# b",
                             "\\- no list",
                             "1986\\. A year",
                             "\\# no heading",
                             "<b>x</b> a < b",
                             "a\\\nb",
                             "![alt](x.png) https://a.b/c",
                             "&amp;lt; \\$5\\$"})
        QTest::addRow("text %d", number++) << QString::fromUtf8(text);
}

void TestBlockWriter::markdownReadsBackTheSame()
{
    QFETCH(QString, text);
    const QString out = whole(text, Format::Markdown);
    QVERIFY2(test::linesOf(blocksOf(out)) == test::linesOf(blocksOf(text)),
             qPrintable(out + QStringLiteral("\n--\n") + test::linesOf(blocksOf(out)).join(u'\n')));
}

void TestBlockWriter::aPartOfABlockStandsAlone()
{
    const QList<MarkdownBlock> blocks =
        blocksOf(QStringLiteral("one **two** three\n\n```\nint a;\nint b;\n```\n\n- item here"));
    QCOMPARE(BlockWriter(blocks, {0, 4}, {0, 9}).text(Format::Markdown),
             QStringLiteral("**two** t"));
    QCOMPARE(BlockWriter(blocks, {1, 4}, {1, 5}).text(Format::Markdown), QStringLiteral("a"));
    QCOMPARE(BlockWriter(blocks, {0, 8}, {1, 6}).text(Format::Plain),
             QStringLiteral("three\n\nint a;"));
    QCOMPARE(BlockWriter(blocks, {2, 5}, {2, 9}).text(Format::Plain).trimmed(),
             QStringLiteral("here"));
}

void TestBlockWriter::plainTextKeepsListsAndCells()
{
    QCOMPARE(whole(QStringLiteral("a\n- b\n- **c**\n  1. d\n\n|x|y|\n|-|-|\n|1|2|"), Format::Plain),
             QStringLiteral("a\n- b\n- c\n  1. d\n\nx\ty\n1\t2"));
}

void TestBlockWriter::htmlIsEscapedAndNested()
{
    QCOMPARE(
        whole(QStringLiteral("# A\n- b\n  - c\n- <script>\n\n1. x\n\n> q **r**"), Format::Html),
        QStringLiteral("<h1>A</h1><ul><li><p>b</p><ul><li><p>c</p></li></ul></li><li>"
                       "<p>&lt;script&gt;</p></li></ul><ol><li><p>x</p></li></ol>"
                       "<blockquote><p>q <strong>r</strong></p></blockquote>"));
    QCOMPARE(whole(QStringLiteral("|a|\n|-|\n|b|\n\n[x](javascript:y) [z](https://a.b/?c&d)"),
                   Format::Html),
             QStringLiteral("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"
                            "<p>[x](javascript:y) <a href=\"https://a.b/?c&amp;d\">z</a></p>"));
}

KAGURA_TEST(TestBlockWriter)
#include "tst_blockwriter.moc"
