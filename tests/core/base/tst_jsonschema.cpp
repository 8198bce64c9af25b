// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonschema.h"
#include "tests/support/patience.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

namespace {

Json json(QByteArray text)
{
    return *parseJson(text.replace('\'', '"'));
}

JsonSchema::Faults faultsOf(const Json &schema, const Json &value)
{
    const Result<JsonSchema> read = JsonSchema::read(schema);
    return read ? read->faults(value) : JsonSchema::Faults{{u"schema"_s, read.error().message}};
}

} // namespace

class TestJsonSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueFollowsOrItsFaultIsNamed_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("says"); // empty: it follows

        const auto row = [](const char *name, const char *schema, const char *value,
                            const char *says) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(value)
                                << QString::fromUtf8(says);
        };
        row("anything", "{}", "[1]", "");
        row("nothing", "false", "1", "nothing may stand here");
        row("a text", "{'type':'string'}", "'a'", "");
        row("a number for a text", "{'type':'string'}", "1",
            "this must be a text, not a whole number");
        row("a whole number with a point", "{'type':'integer'}", "2.0", "");
        row("a fraction for a whole number", "{'type':'integer'}", "2.5", "a whole number");
        row("one of several types", "{'type':['null','string']}", "null", "");
        row("none of several types", "{'type':['null','string']}", "[]",
            "this must be null or a text, not a list");
        row("a choice", "{'enum':['a',1]}", "1", "");
        row("no choice", "{'enum':['a',1]}", "'b'", "this must be `a` or `1`, not `b`");
        row("a constant", "{'const':{'a':1}}", "{'a':1.0}", "");
        row("a bound", "{'minimum':1,'exclusiveMaximum':3}", "3", "this must be less than 3");
        row("a multiple", "{'multipleOf':0.1}", "0.3", "");
        row("no multiple", "{'multipleOf':2}", "3", "a multiple of 2");
        row("a length in code points", "{'maxLength':1}", "'\xF0\x9F\x8E\xB5'", "");
        row("an empty text", "{'minLength':1}", "''", "this must not be empty");
        row("a pattern anywhere", "{'pattern':'b+'}", "'abc'", "");
        row("no pattern", "{'pattern':'^b'}", "'abc'", "`abc` does not have the form `^b`");
        row("items", "{'items':{'type':'integer'}}", "[1,'a']",
            "/1: this must be a whole number, not a text");
        row("first items and others", "{'prefixItems':[{'const':1}],'items':false}", "[1,2]",
            "/1: nothing may stand here");
        row("items of older drafts", "{'items':[{'const':1}],'additionalItems':false}", "[1,2]",
            "/1: nothing");
        row("twice", "{'uniqueItems':true}", "[1,2,1]", "/2: `1` stands here twice");
        row("contained", "{'contains':{'const':2}}", "[1,2]", "");
        row("not contained", "{'contains':{'const':2}}", "[1]", "none of this");
        row("a missing key", "{'required':['a']}", "{}", "`a` is missing");
        row("a missing key of another", "{'dependentRequired':{'a':['b']}}", "{'a':1}",
            "`b` is missing");
        row("another key", "{'properties':{'a':true},'additionalProperties':false}", "{'b':1}",
            "/b: `b` is not known here");
        row("a key by its form",
            "{'patternProperties':{'^x':{'type':'string'}},'additionalProperties':false}",
            "{'x1':1}", "/x1: this must be a text");
        row("the form of keys", "{'propertyNames':{'maxLength':1}}", "{'ab':1}", "/ab: this must");
        row("all", "{'allOf':[{'minimum':1},{'maximum':2}]}", "3", "at most 2");
        row("any", "{'anyOf':[{'const':1},{'const':2}]}", "2", "");
        row("not any", "{'anyOf':[{'const':1},{'const':2}]}", "3", "none of what is allowed");
        row("several of one", "{'oneOf':[{'minimum':1},{'maximum':2}]}", "1", "could be several");
        row("just not", "{'not':{'type':'null'}}", "null", "just this is not allowed");
        row("a condition",
            "{'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}}",
            "{'a':1}", "`b` is missing");
        row("a reference", "{'$defs':{'n':{'type':'null'}},'items':{'$ref':'#/$defs/n'}}", "[1]",
            "/0: this must be null");
        row("a tree",
            "{'type':'object','properties':{'in':{'$ref':'#'}},'additionalProperties':false}",
            "{'in':{'in':{'im':1}}}", "/in/in/im: `im` is not known here");
        row("what only describes", "{'title':'x','format':'date','$comment':'y','x-own':1}", "1",
            "");
    }
    void aValueFollowsOrItsFaultIsNamed()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, value);
        QFETCH(const QString, says);
        const QString found = faultSentence(faultsOf(json(schema), json(value)));
        QVERIFY2(says.isEmpty() ? found.isEmpty() : found.contains(says), qPrintable(found));
    }

    void aSchemaThatCannotBeKeptIsRefused_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("says");

        const auto row = [](const char *name, const char *schema, const char *says) {
            QTest::newRow(name) << QByteArray(schema) << QString::fromUtf8(says);
        };
        row("no schema", "1", "its top: a schema is an object");
        row("another type", "{'properties':{'a':{'type':'text'}}}", "/properties/a/type");
        row("a word that is not known", "{'unevaluatedProperties':false}", "not known here");
        row("a file elsewhere", "{'$ref':'https://example.org/x.json'}", "others are not loaded");
        row("a part that is not there", "{'$ref':'#/$defs/x'}", "names no part");
        row("a broken pattern", "{'pattern':'('}", "/pattern: this is no pattern");
        row("a pattern with its own limits", "{'pattern':'(*LIMIT_MATCH=9)a'}", "no pattern");
        row("a count below zero", "{'minItems':-1}", "/minItems");
        row("no list of schemas", "{'anyOf':{}}", "/anyOf: this must be a list");
    }
    void aSchemaThatCannotBeKeptIsRefused()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, says);
        const Result<JsonSchema> read = JsonSchema::read(json(schema));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadRequest);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    }

    void aDeepSchemaIsRefused()
    {
        Json schema = Json::object();
        for (int i = 0; i < 100; ++i)
            schema = Json{{"items", schema}};
        QVERIFY(!JsonSchema::read(schema));
        QVERIFY(!JsonSchema::read({{"pattern", std::string(1001, 'a')}}));
    }

    void whatWouldTakeForEverFollowsNothing_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");

        const QByteArray letters = '"' + QByteArray(50'000, 'a') + "!\"";
        QByteArray texts = "[";
        for (int i = 0; i < 10'000; ++i)
            texts += "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\",";
        texts.back() = ']';
        QTest::newRow("a pattern that tries for ever")
            << QByteArray("{'pattern':'^(a+)+$'}") << letters;
        QTest::newRow("a pattern that tries for ever, often")
            << QByteArray("{'items':{'pattern':'^(a+)+$'}}") << texts;
        QTest::newRow("a part that names itself") << QByteArray("{'$ref':'#'}") << QByteArray("1");
        QTest::newRow("a part that names itself twice")
            << QByteArray("{'anyOf':[{'$ref':'#'},{'$ref':'#'}]}") << QByteArray("1");
    }
    void whatWouldTakeForEverFollowsNothing()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, value);
        QElapsedTimer timer;
        timer.start();
        const JsonSchema::Faults faults = faultsOf(json(schema), *parseJson(value));
        QVERIFY(!faults.isEmpty());
        QVERIFY2(timer.elapsed() < patiently(2000), qPrintable(QString::number(timer.elapsed())));
    }

    void aLongTextThatFollowsIsFollowed()
    {
        const Json letters = std::string(1'000'000, 'a');
        QCOMPARE(faultsOf(json("{'pattern':'^a*$'}"), letters), JsonSchema::Faults());
    }

    void atMostTwentyFaultsAreNamed()
    {
        QCOMPARE(faultsOf(json("{'items':{'type':'null'}}"), Json(std::vector<int>(100, 1))).size(),
                 20);
    }
};

KAGURA_TEST(TestJsonSchema)
#include "tst_jsonschema.moc"
