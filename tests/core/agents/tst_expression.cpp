// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expression.h"
#include "tests/core/agents/fixedscope.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestExpression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatItMentions()
    {
        const Result<Expression> read = Expression::parse(
            u"default(nodes.a.error.type, inputs.b[item]) + nodes.c.output[loop.index]"_s);
        QVERIFY(read);
        using Reference = Expression::Reference;
        const QList<Reference> expected = {
            {u"nodes"_s, u"a"_s, u"error"_s, 8, true},    {u"item"_s, {}, {}, 37, false},
            {u"inputs"_s, u"b"_s, {}, 28, false},         {u"loop"_s, u"index"_s, {}, 61, false},
            {u"nodes"_s, u"c"_s, u"output"_s, 46, false},
        };
        QCOMPARE(read->references(), expected);
    }

    void aFunctionThatThereIsNotIsRefusedAtOnce()
    {
        const Result<Expression> unknown = Expression::parse(u"1 + now()"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().message, u"there is no function `now` (character 5)"_s);
        const Result<Expression> few = Expression::parse(u"default(a)"_s);
        QVERIFY(!few);
        QCOMPARE(few.error().message, u"`default` takes 2, not 1 values (character 1)"_s);
        const Result<Expression> many = Expression::parse(u"slice(a, 1, 2, 3)"_s);
        QVERIFY(!many);
        QCOMPARE(many.error().message, u"`slice` takes 2 to 3, not 4 values (character 1)"_s);
    }

    void isEvaluatedAgainAndAgain()
    {
        const Result<Expression> read = Expression::parse(u"item * 2"_s);
        QVERIFY(read);
        QCOMPARE(*read->evaluate(FixedScope("{'item':2}")), Json(4));
        QCOMPARE(*read->evaluate(FixedScope("{'item':3}")), Json(6));
        QVERIFY(!read->evaluate(FixedScope("{}")));
        QCOMPARE(*read, *Expression::parse(u"item * 2"_s));
    }
};

KAGURA_TEST(TestExpression)
#include "tst_expression.moc"
