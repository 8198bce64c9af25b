// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/cache/schemacheck.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;

class TestSchemaCheck : public QObject
{
    Q_OBJECT

private:
    // Written with single quotes: moc loses its way in raw strings with brackets.
    static Json json(const char *text) { return *parseJson(QByteArray(text).replace('\'', '"')); }

private Q_SLOTS:
    void tellsWhatFollowsFromWhatDoesNot_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char *name, const char *schema, const char *good,
                            const char *bad) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(good) << QByteArray(bad);
        };
        row("type", "{'type':'string'}", "'x'", "1");
        row("one of several types", "{'type':['string','null']}", "null", "1");
        row("an integer", "{'type':'integer'}", "2.0", "2.5");
        row("a number", "{'type':'number'}", "2", "'2'");
        row("enum", "{'enum':['a',1]}", "1", "2");
        row("const", "{'const':{'a':[1]}}", "{'a':[1]}", "{'a':[2]}");
        row("required", "{'required':['a']}", "{'a':null}", "{'b':1}");
        row("properties", "{'properties':{'a':{'type':'string'}}}", "{'a':'x','b':1}", "{'a':1}");
        row("no other properties", "{'properties':{'a':{}},'additionalProperties':false}",
            "{'a':1}", "{'a':1,'b':1}");
        row("other properties of a kind", "{'additionalProperties':{'type':'number'}}", "{'a':1}",
            "{'a':'x'}");
        row("items", "{'items':{'type':'number'}}", "[1,2]", "[1,'x']");
        row("first items", "{'prefixItems':[{'type':'string'}],'items':{'type':'number'}}",
            "['x',1,2]", "['x','y']");
        row("how many items", "{'minItems':1,'maxItems':2}", "[1]", "[]");
        row("length counts characters, not bytes", "{'minLength':2,'maxLength':2}",
            "'\xc3\xa4\xf0\x9f\x98\x80'", "'abc'");
        row("bounds", "{'minimum':1,'maximum':3}", "3", "3.1");
        row("open bounds", "{'exclusiveMinimum':1,'exclusiveMaximum':3}", "2", "3");
        row("multiples", "{'multipleOf':0.1}", "0.3", "0.35");
        row("all", "{'allOf':[{'type':'number'},{'minimum':3}]}", "3", "2");
        row("any", "{'anyOf':[{'type':'number'},{'type':'null'}]}", "null", "'x'");
        row("exactly one", "{'oneOf':[{'minimum':1},{'minimum':5}]}", "3", "6");
        row("not", "{'not':{'type':'null'}}", "1", "null");
        row("a reference", "{'$ref':'#/$defs/a','$defs':{'a':{'type':'string'}}}", "'x'", "1");
        row("a tree",
            "{'type':'object','properties':{'kids':{'type':'array','items':{'$ref':'#'}}},"
            "'additionalProperties':false}",
            "{'kids':[{'kids':[]}]}", "{'kids':[{'kid':[]}]}");
        row("true and false", "{'properties':{'a':true,'b':false}}", "{'a':1}", "{'b':1}");
    }
    void tellsWhatFollowsFromWhatDoesNot()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, good);
        QFETCH(const QByteArray, bad);
        QVERIFY(followsSchema(json(good.constData()), json(schema.constData())));
        QVERIFY(!followsSchema(json(bad.constData()), json(schema.constData())));
    }

    void unknownRulesCondemnNobody()
    {
        QVERIFY(followsSchema(json("'x'"), json("{'pattern':'^y','format':'date','x-own':1}")));
        QVERIFY(followsSchema(json("1"), json("{'$ref':'https://elsewhere/schema'}")));
        QVERIFY(followsSchema(json("1"), json("{'$ref':'#/nowhere'}")));
        QVERIFY(followsSchema(json("1"), json("{'$ref':'#bad~pointer'}")));
        QVERIFY(followsSchema(json("1"), Json()));
    }

    void aSchemaThatOnlyMeansItselfEnds()
    {
        QVERIFY(!followsSchema(json("1"), json("{'$ref':'#'}")));
    }
};

KAGURA_TEST(TestSchemaCheck)
#include "tst_schemacheck.moc"
