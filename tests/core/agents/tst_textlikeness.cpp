// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/textlikeness.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestTextLikeness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endingsAndCommonWordsDoNotCount()
    {
        QCOMPARE(stemsIn(u"Translating the texts, translated"_s),
                 (QStringList{u"translat"_s, u"text"_s, u"translat"_s}));
        QCOMPARE(stemsIn(u"\u7ffb\u8a33\u3057"_s),
                 (QStringList{u"\u7ffb\u8a33"_s, u"\u8a33\u3057"_s}));
    }

    void likenessIsOneForTheSameAndZeroForNothingInCommon()
    {
        QVERIFY(textLikeness(u"find bugs in code"_s, u"Finding bugs in the code!"_s) > 0.999);
        QCOMPARE(textLikeness(u"wine"_s, u"translate"_s), 0.0);
        QCOMPARE(textLikeness(QString(), u"translate"_s), 0.0);
    }

    void nearerTextsAreMoreAlike()
    {
        const QString sample = u"How do you say good morning in German?"_s;
        const double near = textLikeness(u"How do you say good evening in German?"_s, sample);
        const double far = textLikeness(u"Is German beer good?"_s, sample);
        QVERIFY(near > far);
        QVERIFY(near > 0.3);
        QCOMPARE(textLikeness(sample, u"Is German beer good?"_s), far);
    }
};

KAGURA_TEST(TestTextLikeness)
#include "tst_textlikeness.moc"
