// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/ui/chat/samples.h"
#include "ui/chat/textleaf.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace kagura;

class TestTextLeaf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grownTextLooksLikeTheWhole_data();
    void grownTextLooksLikeTheWhole();
    void growthShapesTheLastChunkOnly();
    void linesAreEven();
    void shorterTextIsLaidOutAgain();
    void placesAreFoundAcrossChunks();
    void rightToLeftStandsRight();
};

namespace {

TextLeaf::Shape shapeOf(int width, bool isCode = false)
{
    const ChatStyle style = test::sampleStyle();
    return isCode ? style.codeShape(width) : style.textShape(width);
}

QImage picture(const TextLeaf &leaf, int width)
{
    QImage image(width, int(leaf.height()) + 1, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    leaf.draw(painter, {0, 0}, image.rect(), {Qt::black, Qt::cyan, {}});
    return image;
}

QString words(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QStringLiteral("word%1 ").arg(i % 97);
    return text;
}

} // namespace

void TestTextLeaf::grownTextLooksLikeTheWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one paragraph") << words(700);
    QTest::newRow("many lines") << words(700).replace(QStringLiteral("word7 "),
                                                      QStringLiteral("\n"));
    QTest::newRow("no spaces") << QString(5000, u'x');
    QTest::newRow("right to left")
        << QStringLiteral("\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd abc ").repeated(250);
    QTest::newRow("emoji") << QStringLiteral("\U0001F44B\U0001F3FD").repeated(900);
}

void TestTextLeaf::grownTextLooksLikeTheWhole()
{
    QFETCH(QString, text);
    TextLeaf whole;
    whole.setText(text);
    whole.layOut(shapeOf(500));
    TextLeaf grown;
    for (qsizetype length = 0; length < text.size(); length += 41) {
        grown.setText(text.left(length));
        grown.layOut(shapeOf(500));
    }
    grown.setText(text);
    grown.layOut(shapeOf(500));
    QCOMPARE(grown.height(), whole.height());
    QVERIFY(picture(grown, 500) == picture(whole, 500));
}

void TestTextLeaf::growthShapesTheLastChunkOnly()
{
    const QString text = words(900);
    TextLeaf leaf;
    leaf.setText(text);
    QVERIFY(leaf.layOut(shapeOf(500)) >= 4);
    QCOMPARE(leaf.layOut(shapeOf(500)), 0);
    for (int i = 1; i < 40; ++i) {
        leaf.setText(text + words(i));
        QVERIFY(leaf.layOut(shapeOf(500)) <= 2);
    }
}

void TestTextLeaf::linesAreEven()
{
    TextLeaf leaf;
    leaf.setText(QStringLiteral("one\ntwo\n\nfour"));
    leaf.layOut(shapeOf(500));
    QCOMPARE(leaf.height(), 4 * test::sampleStyle().textLine);
    leaf.setText(QString());
    leaf.layOut(shapeOf(500));
    QCOMPARE(leaf.height(), test::sampleStyle().textLine);
}

void TestTextLeaf::shorterTextIsLaidOutAgain()
{
    TextLeaf leaf;
    leaf.setText(words(900));
    leaf.layOut(shapeOf(500));
    leaf.setText(QStringLiteral("short"));
    QVERIFY(!leaf.isLaidOut());
    leaf.layOut(shapeOf(500));
    QCOMPARE(leaf.height(), test::sampleStyle().textLine);
}

void TestTextLeaf::placesAreFoundAcrossChunks()
{
    QString text;
    for (int i = 0; i < 300; ++i)
        text += QStringLiteral("line %1\n").arg(i, 3, 10, QLatin1Char('0'));
    text.chop(1);
    TextLeaf leaf;
    leaf.setText(text);
    leaf.layOut(shapeOf(500));
    for (const int line : {0, 1, 150, 299}) {
        const QPointF start(0, line * test::sampleStyle().textLine + 12);
        QCOMPARE(leaf.positionAt(start), qsizetype(line) * 9);
        QCOMPARE(leaf.positionAt(start + QPointF(490, 0)), qsizetype(line) * 9 + 8);
    }
    QCOMPARE(leaf.positionAt({490, 1e6}), text.size());
    QVERIFY(leaf.endCaret().top() > 298 * test::sampleStyle().textLine);
}

void TestTextLeaf::rightToLeftStandsRight()
{
    TextLeaf leaf;
    leaf.setText(QStringLiteral("\u05e9\u05dc\u05d5\u05dd"));
    leaf.layOut(shapeOf(500));
    QCOMPARE(leaf.positionAt({499, 5}), 0);
    QVERIFY(leaf.endCaret().left() > 300);
    TextLeaf code;
    code.setText(QStringLiteral("\u05e9\u05dc\u05d5\u05dd"));
    code.layOut(shapeOf(500, true));
    QVERIFY(code.endCaret().left() < 200);
}

KAGURA_TEST(TestTextLeaf)
#include "tst_textleaf.moc"
