// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonicaljson.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace kagura;

namespace {

double fromBits(quint64 bits)
{
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    return number;
}

QByteArray canonical(QByteArrayView text)
{
    const Result<Json> json = parseUniqueJson(text);
    if (!json)
        return "refused: " + json.error().message.toUtf8();
    const Result<QByteArray> form = canonicalJson(*json);
    return form ? *form : "refused: " + form.error().message.toUtf8();
}

} // namespace

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfTheStandard()
    {
        const QByteArray given =
            R"({"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],)"
            R"( "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", )"
            R"( "literals": [null, true, false]})";
        const QByteArray expected = R"({"literals":[null,true,false],)"
                                    R"("numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
                                    "\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        QCOMPARE(canonical(given), expected);
    }

    void namesSortByTheirUtf16Units()
    {
        const QByteArray given =
            R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew",)"
            R"("1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"Latin"})";
        const QByteArray expected = "{\"\\r\":\"Carriage Return\",\"1\":\"One\","
                                    "\"\xc2\x80\":\"Control\",\"\xc3\xb6\":\"Latin\","
                                    "\"\xe2\x82\xac\":\"Euro Sign\","
                                    "\"\xf0\x9f\x98\x80\":\"Emoji\",\"\xef\xac\xb3\":\"Hebrew\"}";
        QCOMPARE(canonical(given), expected);
        const QByteArray nested = R"({"b":{"z":1,"aa":2,"a":3},"a":[{"y":1,"x":2}],"":0})";
        const QByteArray sorted = R"({"":0,"a":[{"x":2,"y":1}],"b":{"a":3,"aa":2,"z":1}})";
        QCOMPARE(canonical(nested), sorted);
    }

    void numbersOfTheStandard_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](quint64 bits, const char *text) {
            QTest::newRow(text) << bits << QByteArray(text);
        };
        row(0x0000000000000000, "0");
        QTest::newRow("minus zero") << quint64(0x8000000000000000) << QByteArray("0");
        row(0x0000000000000001, "5e-324");
        row(0x8000000000000001, "-5e-324");
        row(0x7fefffffffffffff, "1.7976931348623157e+308");
        row(0xffefffffffffffff, "-1.7976931348623157e+308");
        row(0x4340000000000000, "9007199254740992");
        row(0xc340000000000000, "-9007199254740992");
        row(0x4430000000000000, "295147905179352830000");
        row(0x44b52d02c7e14af5, "9.999999999999997e+22");
        row(0x44b52d02c7e14af6, "1e+23");
        row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
        row(0x444b1ae4d6e2ef4e, "999999999999999700000");
        row(0x444b1ae4d6e2ef4f, "999999999999999900000");
        row(0x444b1ae4d6e2ef50, "1e+21");
        row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
        row(0x3eb0c6f7a0b5ed8d, "0.000001");
        row(0x41b3de4355555553, "333333333.3333332");
        row(0x41b3de4355555554, "333333333.33333325");
        row(0x41b3de4355555555, "333333333.3333333");
        row(0x41b3de4355555556, "333333333.3333334");
        row(0x41b3de4355555557, "333333333.33333343");
        row(0xbecbf647612f3696, "-0.0000033333333333333333");
        row(0x43143ff3c1cb0959, "1424953923781206.2");
    }
    void numbersOfTheStandard()
    {
        QFETCH(const quint64, bits);
        QFETCH(const QByteArray, text);
        QCOMPARE(canonicalNumber(fromBits(bits)), text);
    }

    // Made by tests/vectors/canonicalnumbers.js, that is by another implementation.
    void numbersAreThoseOfAnotherImplementation()
    {
        QFile file(QStringLiteral(KAGURA_SOURCE_DIR "/tests/vectors/canonicalnumbers.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int count = 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.isEmpty())
                continue;
            const quint64 bits = line.left(16).toULongLong(nullptr, 16);
            QCOMPARE(canonicalNumber(fromBits(bits)), line.mid(17));
            ++count;
        }
        QCOMPARE(count, 1000);
    }

    void oneValueHasOneForm()
    {
        QCOMPARE(canonical("[1,1.0,10e-1,-0,-0.0,0]"), QByteArray("[1,1,1,0,0,0]"));
        QCOMPARE(canonical(" { \"b\" : 1 , \"a\" : \"\\u0041\\/\" } "),
                 QByteArray(R"({"a":"A/","b":1})"));
        QCOMPARE(canonical(R"(["\u0000\u001f\u007f\b\t\n\f\r"])"),
                 QByteArray("[\"\\u0000\\u001f\x7f\\b\\t\\n\\f\\r\"]"));
    }

    void integersBeyondADoubleKeepTheirDigits()
    {
        QCOMPARE(canonical("[9007199254740993,-9223372036854775808,18446744073709551615]"),
                 QByteArray("[9007199254740993,-9223372036854775808,18446744073709551615]"));
    }

    void textIsNotNormalised()
    {
        const QByteArray composed = canonical("[\"\xc3\xa9\"]"); // one code point
        const QByteArray decomposed = canonical("[\"e\xcc\x81\"]"); // two that look the same
        QCOMPARE(composed, QByteArray("[\"\xc3\xa9\"]"));
        QVERIFY(composed != decomposed);
        QCOMPARE(canonical("[\" a  b \"]"), QByteArray("[\" a  b \"]"));
    }

    void aNameSaidTwiceIsRefused()
    {
        QVERIFY(!parseUniqueJson(R"({"a":1,"b":{"c":1,"c":2}})"));
        QVERIFY(!parseUniqueJson(R"({"a":1,"\u0061":2})"));
        QVERIFY(parseUniqueJson(R"([{"a":1},{"a":2},{"b":{"a":3}}])"));
        QVERIFY(!parseUniqueJson(R"({"a":1)"));
    }

    void whatHasNoFormIsRefused()
    {
        QVERIFY(!canonicalJson(Json("a\xff")));
        QVERIFY(!canonicalJson(Json("\xed\xa0\x80"))); // half of a surrogate pair
        QVERIFY(!canonicalJson(Json(std::numeric_limits<double>::infinity())));
        QVERIFY(!canonicalJson(Json(std::nan(""))));
        QVERIFY(!canonicalJson(Json::binary({1, 2, 3})));
        Json deep = 1;
        for (int i = 0; i < 300; ++i)
            deep = Json::array({std::move(deep)});
        const Result<QByteArray> form = canonicalJson(deep);
        QVERIFY(!form);
        QCOMPARE(form.error().kind, Error::Kind::Protocol);
    }
};

KAGURA_TEST(TestCanonicalJson)
#include "tst_canonicaljson.moc"
