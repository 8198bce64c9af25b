// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/markdown/markdownline.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestMarkdownLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markersSayWhereTheirContentStands();
    void tabsCountAsColumns();
    void fencesKnowTheirLanguage();
    void delimiterRowsOfAnyLengthAreRead();
    void cellsKeepEscapedBars();
};

void TestMarkdownLine::markersSayWhereTheirContentStands()
{
    MarkdownLine bullet(u"-   text");
    const auto marker = bullet.takeMarker();
    QVERIFY(marker && marker->number == -1);
    QCOMPARE(marker->contentIndent, 4);
    QCOMPARE(bullet.rest(), QStringLiteral("text"));
    MarkdownLine ordered(u"  12) text");
    const auto number = ordered.takeMarker();
    QVERIFY(number && number->number == 12 && number->mark == u')');
    QCOMPARE(number->contentIndent, 6);
    for (const QStringView no : {u"-text", u"1.text", u"12345678901. x", u"    - x", u"a. x"})
        QVERIFY(!MarkdownLine(no).takeMarker());
    MarkdownLine task(u"[x] done");
    QCOMPARE(task.takeTask(), MarkdownContainer::Task::Done);
    QCOMPARE(task.rest(), QStringLiteral("done"));
}

void TestMarkdownLine::tabsCountAsColumns()
{
    QCOMPARE(MarkdownLine(u"\tx").indent(), 4);
    QCOMPARE(MarkdownLine(u"  \tx").indent(), 4);
    QCOMPARE(MarkdownLine(u"\t\tx").code(4), QStringLiteral("\tx"));
    QCOMPARE(MarkdownLine(u"\tx").code(2), QStringLiteral("  x"));
}

void TestMarkdownLine::fencesKnowTheirLanguage()
{
    const auto fence = MarkdownLine(u"  ```cpp title=x").fence();
    QVERIFY(fence && fence->language == QStringLiteral("cpp") && fence->indent == 2);
    QVERIFY(MarkdownLine(u"````").closes(*fence));
    QVERIFY(!MarkdownLine(u"``").closes(*fence));
    QVERIFY(!MarkdownLine(u"``` x").closes(*fence));
    QVERIFY(!MarkdownLine(u"``` a`b").fence());
    QVERIFY(MarkdownLine(u"~~~ a`b").fence().has_value());
}

void TestMarkdownLine::delimiterRowsOfAnyLengthAreRead()
{
    using A = MarkdownBlock::Alignment;
    QCOMPARE(delimiterRow(u"|-|:-|-:|:-:|"), (QList<A>{A::None, A::Left, A::Right, A::Center}));
    QCOMPARE(delimiterRow(u"--- | ---").size(), 2);
    for (const QStringView no : {u"", u"|", u"| a |", u"|--|  |", u"||", u"-:-|-"})
        QVERIFY(delimiterRow(no).isEmpty());
}

void TestMarkdownLine::cellsKeepEscapedBars()
{
    QCOMPARE(tableCells(u"| a | b \\| c |"),
             (QStringList{QStringLiteral("a"), QStringLiteral("b | c")}));
    QCOMPARE(tableCells(u"a|b"), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(tableCells(u"| | x |"), (QStringList{QString(), QStringLiteral("x")}));
}

KAGURA_TEST(TestMarkdownLine)
#include "tst_markdownline.moc"
