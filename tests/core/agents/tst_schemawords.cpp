// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/schemawords.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

class TestSchemaWords : public QObject
{
    Q_OBJECT

private:
    static Json json(const char *text) { return *parseJson(QByteArray(text).replace('\'', '"')); }

private Q_SLOTS:
    void everyRuleHasItsWords_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *schema, const char *value, const char *says) {
            QTest::newRow(schema) << QByteArray(schema) << QByteArray(value)
                                  << QString::fromLatin1(says);
        };
        row("{'type':['string','null']}", "1", ": this must be a text or null, not a number");
        row("{'required':['a']}", "{}", ": `a` is missing");
        row("{'properties':{'model':{}},'additionalProperties':false}", "{'modle':1}",
            "/modle: there is no key `modle` here; did you mean `model`?");
        row("{'properties':{'a':{},'b':{}},'additionalProperties':false}", "{'zzzz':1}",
            "/zzzz: there is no key `zzzz` here; there are `a`, `b`");
        row("{'enum':['a','b','c']}", "'d'", ": this must be `a`, `b` or `c`, not `d`");
        row("{'const':'x'}", "'y'", ": this must be `x`");
        row("{'minimum':1}", "0", ": this must be at least 1");
        row("{'maximum':1}", "1.5", ": this must be at most 1");
        row("{'exclusiveMinimum':0}", "0", ": this must be more than 0");
        row("{'minItems':1}", "[]", ": this needs at least 1");
        row("{'maxItems':1}", "[1,2]", ": this holds at most 1, not 2");
        row("{'uniqueItems':true}", "['a','a']", "/1: `a` stands here twice");
        row("{'items':{'type':'number'}}", "[1,'x']", "/1: this must be a number, not a text");
        row("{'minLength':1}", "''", ": this must not be empty");
        row("{'maxLength':2}", "'abc'", ": this has at most 2 characters");
        row("{'pattern':'^a$'}", "'b'", ": `b` does not have the form ^a$");
        row("{'propertyNames':{'pattern':'^a$','description':'a name is a'}}", "{'b':1}",
            "/b: `b` is not right here: a name is a");
        row("{'oneOf':[{'type':'string'},{'type':'array'}]}", "1",
            ": this must be a text or a list");
        row("{'oneOf':[{'const':'x'},{'type':'object','required':['a']}]}", "{}",
            ": `a` is missing");
        row("{'$ref':'#/definitions/t','definitions':{'t':{'type':'string'}}}", "1",
            ": this must be a text, not a number");
    }
    void everyRuleHasItsWords()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, value);
        QFETCH(const QString, says);
        const Json rules = json(schema.constData());
        const WorkflowFaults faults =
            SchemaWords(rules).faults(rules, json(value.constData()), QString());
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().pointer + u": "_s + faults.first().message, says);
    }

    void whatIsRightHasNone()
    {
        const Json rules = json("{'type':'object','properties':{'a':{'oneOf':[{'type':'string'},"
                                "{'type':'number','minimum':1}]}},'additionalProperties':false}");
        QVERIFY(SchemaWords(rules).faults(rules, json("{'a':2}"), QString()).isEmpty());
    }

    void aFileFullOfFaultsGivesAListThatEnds()
    {
        const Json rules = json("{'items':{'type':'number'}}");
        const Json list = Json(std::vector<std::string>(5000, "x"));
        QCOMPARE(SchemaWords(rules).faults(rules, list, QString()).size(), 100);
    }
};

KAGURA_TEST(TestSchemaWords)
#include "tst_schemawords.moc"
