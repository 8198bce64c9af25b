// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/support/testmain.h"
#include "ui/chat/plainblocksource.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kagura;

class TestPlainBlockSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesGiveTheSameAsTheWhole_data();
    void piecesGiveTheSameAsTheWhole();
    void splitsParagraphsAndCode();
    void holdsBackWhatMayBecomeAFence();
    void closedBlocksNeverChange();
    void hugeLineIsCutWithoutLoss();
    void megabyteIsLinear();
    void codeInsideAListIsOutdented();
};

namespace {

QList<MessageBlock> blocksOf(const QString &text, qsizetype piece)
{
    PlainBlockSource source;
    for (qsizetype from = 0; from < text.size(); from += piece)
        source.append(QStringView(text).mid(from, piece));
    source.finish();
    return source.blocks();
}

QString textOf(const QList<MessageBlock> &blocks)
{
    QString text;
    for (const MessageBlock &block : blocks)
        text += block.text + block.joint;
    return text;
}

} // namespace

void TestPlainBlockSource::piecesGiveTheSameAsTheWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraphs") << QStringLiteral("one\ntwo\n\n\nthree\n");
    QTest::newRow("code") << QStringLiteral("see:\n```cpp\nint a;\n\nint b;\n```\nafter");
    QTest::newRow("fence in a fence") << QStringLiteral("````\n```\nx\n```\n````\ny");
    QTest::newRow("open fence") << QStringLiteral("a\n```\nx\n");
    QTest::newRow("inline ticks") << QStringLiteral("```no fence``` here\n``also``\n`");
    QTest::newRow("tildes") << QStringLiteral("~~~\n```\n~~~\n");
    QTest::newRow("returns") << QStringLiteral("a\r\nb\r\n\r\n```\r\nc\r\n```\r\n");
    QTest::newRow("long") << QString(20'000, u'x') + QStringLiteral("\n\nend");
    QTest::newRow("blanks") << QStringLiteral("  \n \n");
}

void TestPlainBlockSource::piecesGiveTheSameAsTheWhole()
{
    QFETCH(QString, text);
    const QList<MessageBlock> whole = blocksOf(text, text.size());
    for (const qsizetype piece : {1, 2, 3, 5, 7, 64})
        QVERIFY2(blocksOf(text, piece) == whole, qPrintable(QString::number(piece)));
}

void TestPlainBlockSource::splitsParagraphsAndCode()
{
    using Kind = MessageBlock::Kind;
    const QList<MessageBlock> blocks =
        blocksOf(QStringLiteral("one\ntwo\n\n```py title\nx = 1\n\ny\n```\nthree"), 1000);
    QCOMPARE(blocks.size(), 3);
    QCOMPARE(blocks.at(0), (MessageBlock{.text = QStringLiteral("one\ntwo")}));
    QCOMPARE(blocks.at(1),
             (MessageBlock{.kind = Kind::Code,
                           .text = QStringLiteral("x = 1\n\ny"),
                           .language = QStringLiteral("py")}));
    QCOMPARE(blocks.at(2), (MessageBlock{.text = QStringLiteral("three")}));
}

void TestPlainBlockSource::holdsBackWhatMayBecomeAFence()
{
    PlainBlockSource source;
    source.append(u"text\n``");
    QCOMPARE(source.blocks().last().text, QStringLiteral("text"));
    source.append(u"`cpp");
    QCOMPARE(source.blocks().last().text, QStringLiteral("text"));
    source.append(u"\nint a;\n``");
    QCOMPARE(source.blocks().last().kind, MessageBlock::Kind::Code);
    QCOMPARE(source.blocks().last().text, QStringLiteral("int a;"));
    source.append(u" no end");
    QCOMPARE(source.blocks().last().text, QStringLiteral("int a;\n`` no end"));
}

void TestPlainBlockSource::closedBlocksNeverChange()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += QStringLiteral("para %1 ").arg(i).repeated(i * 9)
            + QStringLiteral("\n\n```\ncode\n```\n");
    PlainBlockSource source;
    QList<MessageBlock> closed;
    for (qsizetype from = 0; from < text.size(); from += 37) {
        source.append(QStringView(text).mid(from, 37));
        QVERIFY(source.firstOpen() >= closed.size());
        QVERIFY(source.blocks().first(closed.size()) == closed);
        QVERIFY(source.blocks().size() - source.firstOpen() <= 1);
        closed = source.blocks().first(source.firstOpen());
    }
}

void TestPlainBlockSource::hugeLineIsCutWithoutLoss()
{
    const QString words = QStringLiteral("word and word ").repeated(3000);
    const QString code = QStringLiteral("```\n") + QStringLiteral("some line\n").repeated(4000);
    const QList<MessageBlock> prose = blocksOf(words, 100'000);
    QCOMPARE(textOf(prose), words);
    QVERIFY(prose.size() >= 7);
    for (const MessageBlock &block : prose)
        QVERIFY(block.text.size() <= PlainBlockSource::maxBlockLength);
    QVERIFY(!prose.first().continues && prose.first().isCut);
    QVERIFY(prose.last().continues && !prose.last().isCut);
    QCOMPARE(textOf(blocksOf(code, 999)), code.mid(4).chopped(1));
    QString pairs;
    for (int i = 0; i < 8000; ++i)
        pairs += QStringLiteral("\U0001F44B");
    for (const MessageBlock &block : blocksOf(QStringLiteral("a") + pairs, 50'000))
        QVERIFY(!block.text.front().isLowSurrogate() && !block.text.back().isHighSurrogate());
}

void TestPlainBlockSource::megabyteIsLinear()
{
    const QString text(4'000'000, u'x');
    QElapsedTimer timer;
    timer.start();
    const qsizetype blocks = blocksOf(text, 1'000'000).size();
    QVERIFY2(timer.elapsed() < kagura::test::patiently(2000),
             qPrintable(QString::number(timer.elapsed())));
    QVERIFY(blocks > 600);
}

void TestPlainBlockSource::codeInsideAListIsOutdented()
{
    const QList<MessageBlock> blocks =
        blocksOf(QStringLiteral("1. first\n   ```sh\n   ls\n     -l\n   ```\n"), 4);
    QCOMPARE(blocks.size(), 2);
    QCOMPARE(blocks.at(1).text, QStringLiteral("ls\n  -l"));
}

KAGURA_TEST(TestPlainBlockSource)
#include "tst_plainblocksource.moc"
