// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionarguments.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestExpressionArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWrongTypeSaysWhatItIs()
    {
        ExpressionRun texts({});
        QCOMPARE(textOf(Json::array(), texts), nullptr);
        QVERIFY(texts.failure()->message.contains(QLatin1String("not a list")));
        ExpressionRun lists({});
        QCOMPARE(listOf(Json::object(), lists), nullptr);
        QVERIFY(lists.failure()->message.contains(QLatin1String("not a map")));
        ExpressionRun numbers({});
        QCOMPARE(wholeOf(Json(1.5), numbers), std::nullopt);
        QVERIFY(numbers.failure());
    }

    void aListCostsItsLength()
    {
        ExpressionRun run({5, 1000});
        const Json list = Json::array({1, 2, 3});
        QCOMPARE(listOf(list, run), &list);
        QCOMPARE(listOf(list, run), nullptr);
    }

    void charactersAreCodePoints()
    {
        const std::string text = "a\xc3\xa4\xf0\x9f\x98\x80z";
        QCOMPARE(charactersIn(text), 4);
        QCOMPARE(charactersFrom(text, 1, 3), std::string("\xc3\xa4\xf0\x9f\x98\x80"));
        QCOMPARE(charactersFrom(text, 3, 99), std::string("z"));
    }
};

KAGURA_TEST(TestExpressionArguments)
#include "tst_expressionarguments.moc"
