// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/listfunctions.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestListFunctions : public QObject
{
    Q_OBJECT

private:
    using Function = const Json *(*)(const ExpressionArguments &, ExpressionRun &);

    static Json json(const char *text) { return *parseJson(QByteArray(text).replace('\'', '"')); }
    //! "null" with its reason where it failed.
    static QByteArray of(Function function, const char *first, const char *second = nullptr)
    {
        const Json one = json(first);
        const Json other = second != nullptr ? json(second) : Json();
        ExpressionArguments arguments = {&one};
        if (second != nullptr)
            arguments.push_back(&other);
        ExpressionRun run({100'000, 100'000});
        const Json *const result = function(arguments, run);
        if (result != nullptr)
            return dumpJson(*result);
        return run.failure()->isMissing ? "missing" : "failed";
    }

private Q_SLOTS:
    void joinPutsInTextsAsTheyAre()
    {
        QCOMPARE(of(&listfunctions::join, "['a',1,null,{'b':2}]", "'-'"), "\"a-1--{\\\"b\\\":2}\"");
        QCOMPARE(of(&listfunctions::join, "[]", "'-'"), "\"\"");
        QCOMPARE(of(&listfunctions::join, "'a'", "'-'"), "failed");
    }

    void anEmptyListMissesWhatItHasNot()
    {
        for (const Function function :
             {&listfunctions::first, &listfunctions::last, &listfunctions::average,
              &listfunctions::smallest, &listfunctions::largest})
            QCOMPARE(of(function, "[]"), "missing");
        QCOMPARE(of(&listfunctions::sum, "[]"), "0");
        QCOMPARE(of(&listfunctions::first, "[3,4]"), "3");
        QCOMPARE(of(&listfunctions::last, "[3,4]"), "4");
    }

    void flattenOpensOneLevel()
    {
        QCOMPARE(of(&listfunctions::flatten, "[1,[2,[3]],[]]"), "[1,2,[3]]");
    }

    void orderIsOfNumbersOrOfTexts()
    {
        QCOMPARE(of(&listfunctions::sort, "[10,9.5,-1]"), "[-1,9.5,10]");
        QCOMPARE(of(&listfunctions::sort, "['b','B','a']"), "[\"B\",\"a\",\"b\"]");
        QCOMPARE(of(&listfunctions::sort, "[1,'a']"), "failed");
        QCOMPARE(of(&listfunctions::largest, "[1,9007199254740993,9007199254740992.0]"),
                 "9007199254740993");
        QCOMPARE(of(&listfunctions::smallest, "3", "2"), "2");
    }

    void uniqueKeepsTheFirstOfEqualValues()
    {
        QCOMPARE(of(&listfunctions::unique, "[1,'1',1.0,[1],[1.0],null,null]"),
                 "[1,\"1\",[1],null]");
    }

    void sumsStayWholeWhereTheyAre()
    {
        QCOMPARE(of(&listfunctions::sum, "[1,2]"), "3");
        QCOMPARE(of(&listfunctions::sum, "[1,2.5]"), "3.5");
        QCOMPARE(of(&listfunctions::sum, "[9223372036854775807,1]"), "failed");
        QCOMPARE(of(&listfunctions::sum, "['1']"), "failed");
        QCOMPARE(of(&listfunctions::average, "[1,2]"), "1.5");
    }

    void mapsOpenInTheOrderOfTheirKeys()
    {
        QCOMPARE(of(&listfunctions::keys, "{'b':1,'a':2}"), "[\"a\",\"b\"]");
        QCOMPARE(of(&listfunctions::values, "{'b':1,'a':2}"), "[2,1]");
        QCOMPARE(of(&listfunctions::keys, "[]"), "failed");
    }
};

KAGURA_TEST(TestListFunctions)
#include "tst_listfunctions.moc"
