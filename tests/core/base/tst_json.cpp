// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatItCannotReadWithoutThrowing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a word") << QByteArray("hello");
        QTest::newRow("cut in a string") << QByteArray("{\"a\":\"b");
        QTest::newRow("a lone surrogate") << QByteArray(R"({"a":"\ud800"})");
        QTest::newRow("a number too large for a double") << QByteArray("[1e999]");
        QTest::newRow("bytes that are no UTF-8") << QByteArray("\"\xff\xfe\"");
        QTest::newRow("a million open brackets") << QByteArray(1'000'000, '[');
        QTest::newRow("deep objects")
            << QByteArray("{\"a\":").repeated(300) + "1" + QByteArray("}").repeated(300);
    }

    void refusesWhatItCannotReadWithoutThrowing()
    {
        QFETCH(const QByteArray, text);
        const Result<Json> parsed = parseJson(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, Error::Kind::Protocol);
    }

    void errorsNeverQuoteTheInput()
    {
        const Result<Json> parsed = parseJson(R"({"key":"sk-canary-12345" oops})");
        QVERIFY(!parsed);
        QVERIFY(!parsed.error().message.contains(QStringLiteral("canary")));
    }

    void bracketsInsideStringsAreNoDepth()
    {
        QVERIFY(parseJson('"' + QByteArray(5000, '[') + '"'));
        QVERIFY(parseJson("[\"\\\"[[[[\", \"\\\\\"]", JsonLimits{1, 1000}));
        QVERIFY(!parseJson("[[1]]", JsonLimits{1, 1000}));
    }

    void equalObjectsDumpToEqualBytes()
    {
        QCOMPARE(dumpJson(*parseJson(R"({"b":1,"a":[true,null]})")),
                 dumpJson(*parseJson(R"({ "a":[true,null], "b":1 })")));
    }

    void dumpReplacesBrokenTextInsteadOfThrowing()
    {
        QCOMPARE(dumpJson(Json("a\xff")), QByteArray("\"a\xef\xbf\xbd\""));
    }

    void readsForeignObjectsWithDefaults()
    {
        const Json object = *parseJson(
            R"({"s":"text","n":12,"f":12.0,"h":12.5,"big":18446744073709551615,"null":null})");
        QCOMPARE(jsonString(object, "s"), QStringLiteral("text"));
        QCOMPARE(jsonString(object, "n", QStringLiteral("none")), QStringLiteral("none"));
        QCOMPARE(jsonInteger(object, "n"), std::optional<qint64>(12));
        QCOMPARE(jsonInteger(object, "f"), std::optional<qint64>(12));
        QCOMPARE(jsonInteger(object, "h"), std::nullopt);
        QCOMPARE(jsonInteger(object, "big"), std::nullopt);
        QCOMPARE(jsonInteger(object, "missing"), std::nullopt);
        QCOMPARE(jsonInteger(Json("no object"), "n"), std::nullopt);
        QVERIFY(jsonMember(object, "null").is_null());
    }
};

KAGURA_TEST(TestJson)
#include "tst_json.moc"
