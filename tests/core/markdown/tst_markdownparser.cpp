// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/markdownparser.h"
#include "tests/core/markdown/blocktext.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace kagura;

class TestMarkdownParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesBlocks_data();
    void textBecomesBlocks();
    void anyCutGivesTheSameBlocks();
    void closedBlocksNeverChange();
    void whatStandsKeepsItsKind_data();
    void whatStandsKeepsItsKind();
    void halfWrittenLinesAreHeldBack();
    void workOfAnAppendIsBounded_data();
    void workOfAnAppendIsBounded();
    void nothingIsDropped();
    void hugeBlocksAreCut();
};

namespace {

QList<MarkdownBlock> blocksOf(const QString &text)
{
    MarkdownParser parser;
    parser.append(text);
    parser.finish();
    return parser.blocks();
}

void row(const char *name, const char *text, const QStringList &blocks)
{
    QTest::newRow(name) << QString::fromUtf8(text) << blocks;
}

QStringList list(std::initializer_list<const char *> lines)
{
    QStringList out;
    for (const char *line : lines)
        out += QString::fromUtf8(line);
    return out;
}

//! A text of pieces that models write, and of pieces that they should not.
QString generated(QRandomGenerator &random)
{
    static const QStringList pieces = list({"# Title\n",
                                            "## Two `code`\n",
                                            "Text with **strong** and *weak* words.",
                                            "\n",
                                            "\n\n",
                                            "- item\n",
                                            "  - inner **x**\n",
                                            "    - deeper\n",
                                            "1. one\n",
                                            "2. two\n",
                                            "   more\n",
                                            "- [ ] open\n",
                                            "- [x] done\n",
                                            "> quoted\n",
                                            "> > twice\n",
                                            ">\n",
                                            "```cpp\n",
                                            "```\n",
                                            "    indented\n",
                                            "int a = 1; // x\n",
                                            "| a | b |\n",
                                            "|---|:-:|\n",
                                            "| 1 | `2` |\n",
                                            "a | b\n",
                                            "-|-\n",
                                            "---\n",
                                            "***\n",
                                            "===\n",
                                            "$$\n",
                                            "x^2\n",
                                            "\\[ a \\]\n",
                                            "so $x$ is \\(y\\)",
                                            "[l](https://a.b/c) ",
                                            "<b>html</b> ",
                                            "a<br>b ",
                                            "~~~\n",
                                            " ",
                                            "word ",
                                            "**",
                                            "`",
                                            "|",
                                            "-",
                                            "\t",
                                            "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d ",
                                            "\xf0\x9f\x98\x80",
                                            "![i](x) ",
                                            "\\",
                                            "1",
                                            "10) ten\n",
                                            "+ plus\n",
                                            "longword",
                                            "title\n---\n",
                                            "* a\n\n  b\n"});
    QString text;
    for (int i = 0, count = 3 + random.bounded(40); i < count; ++i)
        text += pieces.at(random.bounded(int(pieces.size())));
    return text;
}

} // namespace

void TestMarkdownParser::textBecomesBlocks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("blocks");
    row("paragraphs", "one\ntwo\n\n\nthree", list({"p: one two", "p: three"}));
    row("headings", "# A\n### B ###\n#no\nC\n===\nD\n---",
        list({"h1: A", "h3: B", "h1: #no C", "h2: D"}));
    row("lists", "- a\n- b\n  - c\n\n  d\n- e",
        list({"- p: a", "- p: b", "- p: c", "p: d", "- p: e"}));
    row("numbers go on", "3. a\n3. b\n3. c", list({"3. p: a", "4. p: b", "5. p: c"}));
    row("a number in a sentence", "born\n1986. A year", list({"p: born 1986. A year"}));
    row("another mark, another list", "- a\n+ b\n1. c\n1) d",
        list({"- p: a", "- p: b", "1. p: c", "1. p: d"}));
    row("tasks", "- [ ] a\n- [x] b\n- [y] c", list({"- [ ] p: a", "- [x] p: b", "- p: [y] c"}));
    row("code in a list", "1. a\n   ```sh\n   ls\n     -l\n   ```\n2. b",
        list({"1. p: a", "code sh: ls\\n  -l", "2. p: b"}));
    row("an empty line of code in a list", "- a\n  ```\n  x\n  \n  y\n  ```",
        list({"- p: a", "code: x\\n\\ny"}));
    row("quotes", "> a\nlazy\n>\n> - b\n\nc", list({"> p: a lazy", "> - p: b", "p: c"}));
    row("nested quotes", "> > a\n> b", list({"> > p: a b"}));
    row("rules", "a\n\n***\n- - -\nb", list({"p: a", "hr:", "hr:", "p: b"}));
    row("fences", "```py\nx\n\ny\n```\n~~~\n```\n~~~\nz",
        list({"code py: x\\n\\ny", "code: ```", "p: z"}));
    row("a fence that stays open", "a\n````\n```\nb", list({"p: a", "code: ```\\nb"}));
    row("indented code", "    a\n\n    b\nc", list({"code: a\\n\\nb", "p: c"}));
    row("table", "| a | b |\n|---|--:|\n| 1 | **2** |\n| 3 |\n\nx",
        list({"th: a | b", "tr: 1 | <b>2</b>", "tr: 3 |", "p: x"}));
    row("table behind text", "Look:\na|b\n-|-\n1|2\nend",
        list({"p: Look:", "th: a | b", "tr: 1 | 2", "p: end"}));
    row("table with a bar in code", "|a|\n|-|\n|`x\\|y`|", list({"th: a", "tr: <c>x|y</c>"}));
    row("a row that is too long", "|a|b|\n|-|-|\n|1|2|3|", list({"th: a | b", "tr: 1 | 2 | 3"}));
    row("no table", "| a | b |\n| c | d |", list({"p: | a | b | | c | d |"}));
    row("table in a list", "- x\n\n  |a|\n  |-|\n  |1|", list({"- p: x", "th: a", "tr: 1"}));
    row("mathematics", "so\n$$\nx^2\n$$\nand\n\\[ y \\]\n\\[\nz\n\\]",
        list({"p: so", "math: $$\\nx^2\\n$$", "p: and", "math: \\[ y \\]", "math: \\[\\nz\\n\\]"}));
    row("dollars that are money", "$$$ cheap\n\n$$ a\n\nb",
        list({"p: $$$ cheap", "math: $$ a", "p: b"}));
    row("html", "<div>\n<p>x\n</div>\n\ny", list({"p: <div>\\n<p>x\\n</div>", "p: y"}));
    row("an empty item", "- \n- b", list({"- p:", "- p: b"}));
    row("definitions stay", "[1]: https://a.b", list({"p: [1]: <a https://a.b>https://a.b</a>"}));
}

void TestMarkdownParser::textBecomesBlocks()
{
    QFETCH(QString, text);
    QFETCH(QStringList, blocks);
    QCOMPARE(test::linesOf(blocksOf(text)), blocks);
}

void TestMarkdownParser::anyCutGivesTheSameBlocks()
{
    QRandomGenerator random(7);
    for (int sample = 0; sample < 1500; ++sample) {
        QString text = generated(random);
        if (sample % 50 == 0)
            text += QString(7000, u'w') + text + QStringLiteral("long line ").repeated(900);
        const QList<MarkdownBlock> whole = blocksOf(text);
        MarkdownParser parser;
        const int most = sample % 3 == 0 ? 1 : 1 + random.bounded(30);
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype size =
                text.size() > 2000 ? 1 + random.bounded(700) : 1 + random.bounded(most);
            parser.append(QStringView(text).mid(from, size));
            from += size;
        }
        parser.finish();
        QVERIFY2(parser.blocks() == whole, qPrintable(text));
        QCOMPARE(parser.firstOpen(), parser.blocks().size());
    }
}

void TestMarkdownParser::closedBlocksNeverChange()
{
    QRandomGenerator random(11);
    for (int sample = 0; sample < 300; ++sample) {
        const QString text = generated(random);
        MarkdownParser parser;
        QList<MarkdownBlock> closed;
        for (qsizetype at = 0; at < text.size(); ++at) {
            parser.append(QStringView(text).mid(at, 1));
            QVERIFY(parser.firstOpen() >= closed.size());
            QVERIFY2(parser.blocks().first(closed.size()) == closed, qPrintable(text));
            closed = parser.blocks().first(std::min(parser.firstOpen(), parser.blocks().size()));
        }
    }
}

void TestMarkdownParser::whatStandsKeepsItsKind_data()
{
    QTest::addColumn<QString>("text");
    int number = 1;
    for (const char *text :
         {"# Title\n\nText with **strong** and `code`.\n\n- a\n- **b**: c\n  1. d\n\n---\n\nend",
          "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nafter",
          "Intro:\n\n```cpp\nint a;\n```\n\nmore\n\n> quote\n> more\n\n- [ ] task\n- [x] done",
          "$$\nx = 1\n$$\n\n\\[ y \\]\n\nSo $x$.\n\n***\n\n1. a\n2. b\n\n~~~\nx\n~~~"})
        QTest::addRow("text %d", number++) << QString::fromUtf8(text);
}

void TestMarkdownParser::whatStandsKeepsItsKind()
{
    QFETCH(QString, text);
    MarkdownParser parser;
    QList<MarkdownBlock> before;
    for (qsizetype at = 0; at < text.size(); ++at) {
        parser.append(QStringView(text).mid(at, 1));
        const QList<MarkdownBlock> now = parser.blocks();
        QVERIFY(now.size() >= before.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(now.at(i).kind, before.at(i).kind);
            QCOMPARE(now.at(i).containers, before.at(i).containers);
            QVERIFY2(now.at(i).text.startsWith(before.at(i).text),
                     qPrintable(before.at(i).text + QStringLiteral(" -> ") + now.at(i).text));
        }
        before = now;
    }
}

void TestMarkdownParser::halfWrittenLinesAreHeldBack()
{
    MarkdownParser parser;
    parser.append(u"title\n-");
    QCOMPARE(test::linesOf(parser.blocks()), list({"p: title"}));
    parser.append(u" x");
    QCOMPARE(test::linesOf(parser.blocks()), list({"p: title", "- p: x"}));
    parser.append(u"\n\n| a | b |\n|--");
    QCOMPARE(test::linesOf(parser.blocks()), list({"p: title", "- p: x"}));
    parser.append(u"-|---|\n| 1");
    QCOMPARE(test::linesOf(parser.blocks()), list({"p: title", "- p: x", "th: a | b"}));
    parser.append(u" **o");
    QCOMPARE(parser.blocks().last().text, QStringLiteral("1 o\t"));
    parser.append(u"**\n\n```cp");
    QCOMPARE(parser.blocks().last().kind, MarkdownBlock::Kind::TableRow);
    parser.append(u"p\nint a;\n``");
    QCOMPARE(parser.blocks().last().text, QStringLiteral("int a;"));
    parser.append(u"`\n");
    QCOMPARE(parser.firstOpen(), parser.blocks().size());
}

void TestMarkdownParser::workOfAnAppendIsBounded_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("unit");
    QTest::newRow("paragraph") << QString() << QStringLiteral("words and **more** words ");
    QTest::newRow("lines") << QString() << QStringLiteral("words and `more` words\n");
    QTest::newRow("list") << QString() << QStringLiteral("- an item of *some* length\n");
    QTest::newRow("nested list") << QString() << QStringLiteral("- a\n  - b\n    - c\n");
    QTest::newRow("table") << QStringLiteral("|a|b|\n|-|-|\n") << QStringLiteral("| one | two |\n");
    QTest::newRow("code") << QStringLiteral("```\n") << QStringLiteral("int a = 1;\n");
    QTest::newRow("quote") << QString() << QStringLiteral("> said somebody\n");
    QTest::newRow("mathematics") << QStringLiteral("$$\n") << QStringLiteral("x + y\n");
    QTest::newRow("one word") << QString() << QStringLiteral("w");
}

void TestMarkdownParser::workOfAnAppendIsBounded()
{
    QFETCH(QString, start);
    QFETCH(QString, unit);
    MarkdownParser parser;
    parser.append(start);
    const QString text = unit.repeated(40'000 / unit.size());
    qint64 most = 0;
    for (qsizetype from = 0; from < text.size(); from += 20) {
        const qint64 before = parser.charactersRead();
        parser.append(QStringView(text).mid(from, 20));
        most = std::max(most, parser.charactersRead() - before);
    }
    QVERIFY2(most <= 3 * (MarkdownParser::maxBlockLength + MarkdownParser::maxPiece),
             qPrintable(QString::number(most)));
    parser.finish();
    QVERIFY(parser.blocks() == blocksOf(start + text));
}

void TestMarkdownParser::nothingIsDropped()
{
    QRandomGenerator random(13);
    for (int sample = 0; sample < 500; ++sample) {
        const QString text = generated(random);
        QString shown;
        for (const MarkdownBlock &block : blocksOf(text)) {
            shown += block.language + block.text;
            for (const MarkdownSpan &span : block.spans)
                shown += span.target;
        }
        const auto letters = [](const QString &of) {
            return std::count_if(of.begin(), of.end(), [](QChar c) { return c.isLetter(); });
        };
        // The letters of <br> and of the x in a task are the only ones that turn into something else.
        const qsizetype marks =
            2 * text.count(QStringLiteral("<br>")) + text.count(QStringLiteral("[x]"));
        QVERIFY2(letters(shown) >= letters(text) - marks, qPrintable(text));
    }
}

void TestMarkdownParser::hugeBlocksAreCut()
{
    const QString words = QStringLiteral("word and word ").repeated(3000);
    const QString code = QStringLiteral("some line\n").repeated(4000);
    for (const QString &text : {words, QStringLiteral("```\n") + code}) {
        const QList<MarkdownBlock> blocks = blocksOf(text);
        QVERIFY(blocks.size() >= 7);
        QString shown;
        for (const MarkdownBlock &block : blocks) {
            QVERIFY(block.text.size() <= MarkdownParser::maxBlockLength);
            shown += block.text + block.joint;
        }
        QCOMPARE(shown, (text == words ? words : code).chopped(1));
        QVERIFY(!blocks.first().continues && blocks.first().isCut);
        QVERIFY(blocks.last().continues && !blocks.last().isCut);
    }
}

KAGURA_TEST(TestMarkdownParser)
#include "tst_markdownparser.moc"
