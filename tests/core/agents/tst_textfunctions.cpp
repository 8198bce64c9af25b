// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/textfunctions.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestTextFunctions : public QObject
{
    Q_OBJECT

private:
    using Function = const Json *(*)(const ExpressionArguments &, ExpressionRun &);

    static QByteArray of(Function function, const std::vector<Json> &values)
    {
        ExpressionArguments arguments;
        for (const Json &value : values)
            arguments.push_back(&value);
        ExpressionRun run({1000, 10'000});
        const Json *const result = function(arguments, run);
        return result != nullptr ? dumpJson(*result) : "failed";
    }

private Q_SLOTS:
    void caseAndSpacesFollowUnicode()
    {
        QCOMPARE(of(&textfunctions::upper,
                    {"stra\xc3\x9f"
                     "e \xc3\xa4"}),
                 "\"STRASSE \xc3\x84\"");
        QCOMPARE(of(&textfunctions::lower, {"\xc3\x84"}), "\"\xc3\xa4\"");
        QCOMPARE(of(&textfunctions::trim, {" \t\n a b \n"}), "\"a b\"");
        QCOMPARE(of(&textfunctions::trim, {1}), "failed");
    }

    void beginningsAndEndsAreCompared()
    {
        QCOMPARE(of(&textfunctions::startsWith, {"PASS: fine", "PASS"}), "true");
        QCOMPARE(of(&textfunctions::endsWith, {"PASS: fine", "PASS"}), "false");
    }

    void splitAndReplaceNeedSomethingToFind()
    {
        QCOMPARE(of(&textfunctions::split, {"a,b,", ","}), "[\"a\",\"b\",\"\"]");
        QCOMPARE(of(&textfunctions::split, {"a", ""}), "failed");
        QCOMPARE(of(&textfunctions::replace, {"aaa", "a", "aa"}), "\"aaaaaa\"");
        QCOMPARE(of(&textfunctions::replace, {"a", "", "b"}), "failed");
    }

    void aTextIsCutBetweenCharacters()
    {
        QCOMPARE(of(&textfunctions::truncate, {"\xc3\xa4\xf0\x9f\x98\x80z", 2}),
                 "\"\xc3\xa4\xf0\x9f\x98\x80\"");
        QCOMPARE(of(&textfunctions::truncate, {"abc", 9}), "\"abc\"");
        QCOMPARE(of(&textfunctions::truncate, {"abc", -1}), "\"\"");
    }

    void tokensAreEstimatedFromBytes()
    {
        QCOMPARE(of(&textfunctions::tokens, {""}), "0");
        QCOMPARE(of(&textfunctions::tokens, {"abcde"}), "2");
    }

    void manyReplacementsRunOutOfSteps()
    {
        QCOMPARE(of(&textfunctions::replace, {std::string(2000, 'a'), "a", "b"}), "failed");
    }
};

KAGURA_TEST(TestTextFunctions)
#include "tst_textfunctions.moc"
