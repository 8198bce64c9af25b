// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/chat/conversationtitle.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

class TestConversationTitle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheFirstLineWithWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("one line") << u"Why is the sky blue?"_s << u"Why is the sky blue?"_s;
        QTest::newRow("empty lines first") << u"\n\n  \nhello\nthere"_s << u"hello"_s;
        QTest::newRow("a heading") << u"## Plan **now**"_s << u"Plan now"_s;
        QTest::newRow("a list") << u"- first\n- second"_s << u"first"_s;
        QTest::newRow("code first") << u"```cpp\nint main()"_s << u"int main()"_s;
        QTest::newRow("a rule first") << u"-----\nreal"_s << u"real"_s;
        QTest::newRow("many blanks") << u"a \t  b"_s << u"a b"_s;
        QTest::newRow("not latin") << u"猫の名前は？"_s << u"猫の名前は？"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no words") << u"?!\n***"_s << QString();
        QTest::newRow("a number") << u"42"_s << u"42"_s;
    }
    void itIsTheFirstLineWithWords()
    {
        QFETCH(QString, text);
        QTEST(conversationTitle(text), "title");
    }

    void aLongLineIsCutBetweenWords()
    {
        const QString title = conversationTitle(u"seven words "_s.repeated(20));
        QVERIFY(title.size() <= 61);
        QVERIFY(title.endsWith(u"words…"_s) || title.endsWith(u"seven…"_s));
    }

    void aLongWordIsCutBetweenCharacters()
    {
        for (int before = 0; before < 3; ++before) {
            const QString title =
                conversationTitle(QString(before, u'a') + u"\U00020000"_s.repeated(100));
            QVERIFY(title.size() <= 61);
            QVERIFY(!title.chopped(1).back().isHighSurrogate());
        }
    }

    void aBookCostsNoMoreThanItsBeginning()
    {
        // 40 MB: anything that looked at all of it would be felt.
        const QString book(20'000'000, u'*');
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(conversationTitle(book), QString());
        QVERIFY2(clock.elapsed() < kagura::test::patiently(100),
                 qPrintable(QString::number(clock.elapsed())));
    }
};

} // namespace

KAGURA_TEST(TestConversationTitle)

#include "tst_conversationtitle.moc"
