// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/chat/displaytext.h"

#include <QTest>

using namespace kagura;

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatCouldDeceive_data();
    void showsWhatCouldDeceive();
    void piecesGiveTheSameAsTheWhole();
    void keepsTagsOfFlagsOnly();
    void spellsOutAllReorderingInCode();
    void titleIsOneLine();
};

void TestDisplayText::showsWhatCouldDeceive_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain text stays")
        << QStringLiteral("Grüße, 世界 👋") << QStringLiteral("Grüße, 世界 👋");
    QTest::newRow("ANSI escape is visible")
        << QStringLiteral("\u001b[31mred") << QStringLiteral("\u241b[31mred");
    QTest::newRow("NUL is visible")
        << QStringLiteral("a") + QChar(u'\0') + u'b' << QStringLiteral("a\u2400b");
    QTest::newRow("bell and delete are visible")
        << QStringLiteral("\u0007\u007f") << QStringLiteral("\u2407\u2421");
    QTest::newRow("C1 controls are replaced")
        << QStringLiteral("a\u009bb") << QStringLiteral("a\ufffdb");
    QTest::newRow("override is spelled out")
        << QStringLiteral("user\u202etxt.exe") << QStringLiteral("user\u27e6U+202E\u27e7txt.exe");
    QTest::newRow("isolates leave prose")
        << QStringLiteral("a \u2067b\u2069 c") << QStringLiteral("a b c");
    QTest::newRow("direction marks stay")
        << QStringLiteral("a\u200f\u200eb") << QStringLiteral("a\u200f\u200eb");
    QTest::newRow("joiners stay") << QStringLiteral("👩\u200d💻") << QStringLiteral("👩\u200d💻");
    QTest::newRow("byte order mark goes") << QStringLiteral("\ufeffa") << QStringLiteral("a");
    QTest::newRow("line ends become one kind")
        << QStringLiteral("a\r\nb\rc\u2028d") << QStringLiteral("a\nb\nc\nd");
    QTest::newRow("lonely surrogate is replaced")
        << QStringLiteral("a") + QChar(0xD83D) << QStringLiteral("a\ufffd");
}

void TestDisplayText::showsWhatCouldDeceive()
{
    QFETCH(QString, given);
    QFETCH(QString, shown);
    QCOMPARE(DisplayText::of(given), shown);
}

void TestDisplayText::piecesGiveTheSameAsTheWhole()
{
    const QString text = QStringLiteral("a\r\nb 👋 \r c\u202e\r\n\n");
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        DisplayText display;
        const QString first = display.next(QStringView(text).left(cut), DisplayText::Ground::Prose);
        const QString second = display.next(QStringView(text).mid(cut), DisplayText::Ground::Prose);
        QCOMPARE(first + second, DisplayText::of(text));
    }
}

void TestDisplayText::keepsTagsOfFlagsOnly()
{
    const char32_t flag[] = {0x1F3F4, 0xE0067, 0xE0062, 0xE007F, 'a', 0xE0041, 0};
    const char32_t shown[] = {0x1F3F4, 0xE0067, 0xE0062, 0xE007F, 'a', 0};
    QCOMPARE(DisplayText::of(QString::fromUcs4(flag)), QString::fromUcs4(shown));
}

void TestDisplayText::spellsOutAllReorderingInCode()
{
    QCOMPARE(DisplayText::of(u"if (\u2066x\u2069)", DisplayText::Ground::Code),
             QStringLiteral("if (\u27e6U+2066\u27e7x\u27e6U+2069\u27e7)"));
}

void TestDisplayText::titleIsOneLine()
{
    QCOMPARE(DisplayText::line(u" a\n\tb\u202c  c "), QStringLiteral("a b c"));
}

KAGURA_TEST(TestDisplayText)
#include "tst_displaytext.moc"
