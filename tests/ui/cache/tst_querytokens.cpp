// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/cache/querytokens.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestQueryTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPieceHasItsKind()
    {
        using Kind = QueryToken::Kind;
        QCOMPARE(queryTokens(u"model:gpt-4o* -age:>7d word"_s),
                 (QList<QueryToken>{{0, 5, Kind::Field},
                                    {5, 1, Kind::Operator},
                                    {6, 7, Kind::Text},
                                    {14, 1, Kind::Operator},
                                    {15, 3, Kind::Field},
                                    {18, 2, Kind::Operator},
                                    {20, 2, Kind::Number},
                                    {23, 4, Kind::Word}}));
        QCOMPARE(queryTokens(u"nosuch:x"_s).first().kind, Kind::Word);
        QVERIFY(queryTokens({}).isEmpty());
        QCOMPARE(queryTokens(u"\"open phrase"_s).size(), 1);
    }

    void wordsToMarkAreThoseThatAreSearchedFor()
    {
        QCOMPARE(searchedWords(u"model:x lantern* -dark \"the stair\""_s),
                 (QStringList{u"lantern"_s, u"the stair"_s}));
    }

    void aFieldIsReplacedAddedAndTakenAway()
    {
        QCOMPARE(withField(u"model:a hits:0 word"_s, u"hits"_s, u"<3"_s),
                 u"model:a hits:<3 word"_s);
        QCOMPARE(withField(u"word"_s, u"agent"_s, u"the critic"_s), u"word agent:\"the critic\""_s);
        QCOMPARE(withField(u"hits:0 hits:1 -hits:2"_s, u"hits"_s, QString()), u"-hits:2"_s);
        QCOMPARE(fieldValue(u"-agent:x agent:\"the critic\""_s, u"agent"_s), u"the critic"_s);
        QCOMPARE(fieldValue(u"agent:x"_s, u"tag"_s), QString());
    }
};

KAGURA_TEST(TestQueryTokens)
#include "tst_querytokens.moc"
