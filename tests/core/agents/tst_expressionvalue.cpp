// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionvalue.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace kagura;

class TestExpressionValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersCompareByValueBeyondWhatADoubleHolds()
    {
        const Json odd = std::int64_t(9007199254740993); // 2^53 + 1
        const Json even = 9007199254740992.0;
        QVERIFY(std::is_gt(compareNumbers(odd, even)));
        QVERIFY(std::is_lt(compareNumbers(even, odd)));
        QVERIFY(!valuesEqual(odd, even));
        QVERIFY(valuesEqual(Json(1), Json(1.0)));
        QVERIFY(std::is_lt(compareNumbers(Json(1), Json(1.5))));
        QVERIFY(std::is_gt(compareNumbers(Json(-1), Json(-1.5))));
        QVERIFY(std::is_lt(compareNumbers(std::numeric_limits<std::int64_t>::max(), Json(1e300))));
        QVERIFY(std::is_gt(compareNumbers(std::numeric_limits<std::int64_t>::min(), Json(-1e300))));
    }

    void equalValuesHaveEqualMarks()
    {
        const Json values =
            *parseJson("[1,1.0,\"1\",[1],[1.0],{\"a\":1},{\"a\":1.0},null,true,1.5]");
        for (const Json &one : values) {
            for (const Json &other : values)
                QCOMPARE(valueMark(one) == valueMark(other), valuesEqual(one, other));
        }
    }

    void unsignedNumbersOfAFileAreWholeNumbers()
    {
        QCOMPARE(wholeNumber(*parseJson("7")), std::optional<std::int64_t>(7));
        QCOMPARE(wholeNumber(*parseJson("18446744073709551615")), std::nullopt);
        QCOMPARE(wholeNumber(*parseJson("7.0")), std::nullopt);
    }

    void onlyTextsArePutInAsTheyAre()
    {
        QCOMPARE(insertedText(Json("a\"b")), std::string("a\"b"));
        QCOMPARE(insertedText(Json()), std::string());
        QCOMPARE(insertedText(*parseJson("{\"b\":1,\"a\":[true]}")),
                 std::string("{\"a\":[true],\"b\":1}"));
    }
};

KAGURA_TEST(TestExpressionValue)
#include "tst_expressionvalue.moc"
