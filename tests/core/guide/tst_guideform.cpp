// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/jsonschema.h"
#include "core/guide/guideform.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;

namespace {

Json json(QByteArray text)
{
    return *parseJson(text.replace('\'', '"'));
}

} // namespace

class TestGuideForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormIsFilledSoThatItFollowsItsSchema_data()
    {
        QTest::addColumn<QByteArray>("schema");
        for (const char *schema :
             {"{'type':'string'}", "{'type':'string','minLength':40,'maxLength':50}",
              "{'type':'string','maxLength':3}", "{'type':'integer','minimum':7}",
              "{'type':'number','maximum':-2}", "{'type':'integer','exclusiveMinimum':4}",
              "{'type':['null','string']}", "{'enum':['a','b']}", "{'const':{'x':1}}", "{}",
              "{'type':'array','items':{'type':'string'},'minItems':5}",
              "{'type':'array','items':{'type':'boolean'},'maxItems':1}",
              "{'type':'object','required':['a','b'],'properties':{'a':{'type':'string'},"
              "'b':{'type':'array','items':{'type':'integer'}}},'additionalProperties':false}",
              "{'oneOf':[{'type':'null'},{'type':'string'}]}",
              "{'$defs':{'n':{'type':'integer'}},'type':'object','properties':{'a':"
              "{'$ref':'#/$defs/n'}}}"})
            QTest::newRow(schema) << QByteArray(schema).replace('\'', '"');
    }
    void aFormIsFilledSoThatItFollowsItsSchema()
    {
        QFETCH(const QByteArray, schema);
        const Json json = *parseJson(schema);
        const Json form = filledForm(json, u"One sentence. And another one! A third?"_s);
        const JsonSchema::Faults faults = JsonSchema::read(json)->faults(form);
        QVERIFY2(faults.isEmpty(), qPrintable(faultSentence(faults)));
    }

    void eachTextIsTheNextSentence()
    {
        const Json list =
            filledForm(json("{'type':'array','items':{'type':'string'}}"), u"One. Two!\n- three"_s);
        QCOMPARE(list, (Json{"One.", "Two!", "- three"}));
    }

    void aSchemaThatNeverEndsIsLeft()
    {
        const Json endless = json("{'type':'object','properties':{'a':{'$ref':'#'}}}");
        QVERIFY(filledForm(endless, u"x"_s).is_object());
        QVERIFY(filledForm(json("{'type':'array','items':{'$ref':'#'}}"), u"x"_s).is_array());
        QVERIFY(filledForm(json("{'$ref':'#'}"), u"x"_s).is_null());
        QVERIFY(filledForm(Json(), QString()).is_null());
        QCOMPARE(filledForm(json("{'type':'array','minItems':1000000000}"), {}).size(),
                 std::size_t(100));
    }
};

KAGURA_TEST(TestGuideForm)
#include "tst_guideform.moc"
