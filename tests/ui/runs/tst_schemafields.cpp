// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "ui/runs/fieldform.h"
#include "ui/runs/schemafields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace kagura;
using namespace Qt::StringLiterals;
using Kind = ShownField::Kind;

Q_DECLARE_METATYPE(ShownField::Kind)

class TestSchemaFields : public QObject
{
    Q_OBJECT

private:
    static Json json(const char *text) { return parseJson(text).value(); }

private Q_SLOTS:
    void aSchemaSaysWhatKindOfFieldItIs_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("text") << QByteArray(R"({"type":"string"})") << Kind::Text;
        QTest::newRow("short text")
            << QByteArray(R"({"type":"string","maxLength":80})") << Kind::Line;
        QTest::newRow("choice") << QByteArray(R"({"type":"string","enum":["a","b"]})")
                                << Kind::Choice;
        QTest::newRow("whole number") << QByteArray(R"({"type":"integer"})") << Kind::Integer;
        QTest::newRow("number") << QByteArray(R"({"type":"number"})") << Kind::Number;
        QTest::newRow("yes or no") << QByteArray(R"({"type":"boolean"})") << Kind::Boolean;
        QTest::newRow("list of texts")
            << QByteArray(R"({"type":"array","items":{"type":"string"}})") << Kind::Lines;
        QTest::newRow("list of files")
            << QByteArray(R"({"type":"array","items":{"type":"string","format":"path"}})")
            << Kind::Paths;
        QTest::newRow("list of anything") << QByteArray(R"({"type":"array"})") << Kind::Any;
        QTest::newRow("object") << QByteArray(R"({"type":"object"})") << Kind::Any;
        QTest::newRow("nothing is said") << QByteArray("{}") << Kind::Any;
    }

    void aSchemaSaysWhatKindOfFieldItIs()
    {
        QFETCH(const QByteArray, schema);
        QTEST(fieldOfSchema(u"x"_s, json(schema.constData())).kind, "kind");
    }

    void whatIsTypedBecomesAValueOfTheSchema()
    {
        const ShownField count = fieldOfSchema(
            u"most_clauses"_s, json(R"({"type":"integer","minimum":1,"maximum":50})"));
        QCOMPARE(count.label, u"Most clauses"_s);
        QCOMPARE(count.hint, u"1 to 50"_s);
        QCOMPARE(fieldValue(count, u" 12 "_s).value(), Json(12));
        QVERIFY(!fieldValue(count, u"51"_s));
        QVERIFY(!fieldValue(count, u"1.5"_s));
        QVERIFY(fieldValue(count, u"many"_s).error().message.startsWith(u"Most clauses: "_s));
        QVERIFY(fieldValue(count, {}).value().is_null());
        const ShownField lines =
            fieldOfSchema(u"topics"_s, json(R"({"type":"array","items":{"type":"string"}})"));
        QCOMPARE(fieldValue(lines, u"one\n\n two \n"_s).value(), json(R"(["one","two"])"));
        const ShownField any = fieldOfSchema(u"any"_s, json("{}"));
        QCOMPARE(fieldValue(any, u"{\"a\":1}"_s).value(), json(R"({"a":1})"));
        QVERIFY(!fieldValue(any, u"{"_s));
    }

    void whatIsRequiredCannotBeLeftOut()
    {
        ShownField field = fieldOfSchema(u"question"_s, json(R"({"type":"string"})"));
        field.isRequired = true;
        QVERIFY(!fieldValue(field, u"  "_s));
        QCOMPARE(fieldValue(field, u"Why?"_s).value(), Json("Why?"));
    }

    void valuesSurviveTheWayThroughText()
    {
        ShownField lines = fieldOfSchema(
            u"l"_s, json(R"({"type":"array","items":{"type":"string"},"default":["a","b"]})"));
        QCOMPARE(fieldText(lines), u"a\nb"_s);
        QCOMPARE(fieldValue(lines, fieldText(lines)).value(), lines.value);
        ShownField number = fieldOfSchema(u"n"_s, json(R"({"type":"number","default":0.25})"));
        QCOMPARE(fieldValue(number, fieldText(number)).value(), number.value);
    }

    void aFormGivesWhatWasFilledInAndNamesWhatIsWrong()
    {
        FieldForm form;
        form.setTheme(Theme());
        ShownField question = fieldOfSchema(u"question"_s, json(R"({"type":"string"})"));
        question.isRequired = true;
        form.setFields(
            {question, fieldOfSchema(u"n"_s, json(R"({"type":"integer","default":3})")),
             fieldOfSchema(u"deep"_s, json(R"({"type":"boolean"})")),
             fieldOfSchema(u"tone"_s, json(R"({"enum":["plain","warm"],"default":"warm"})"))});
        QVERIFY(form.values().error().message.startsWith(u"Question"_s));
        form.findChild<QPlainTextEdit *>(u"field.question"_s)->setPlainText(u"Why?"_s);
        form.findChild<QCheckBox *>(u"field.deep"_s)->setChecked(true);
        QCOMPARE(form.values().value(),
                 json(R"({"question":"Why?","n":3,"deep":true,"tone":"warm"})"));
        QCOMPARE(form.findChild<QLineEdit *>(u"field.n"_s)->accessibleName(), u"N"_s);
    }
};

KAGURA_TEST(TestSchemaFields)
#include "tst_schemafields.moc"
