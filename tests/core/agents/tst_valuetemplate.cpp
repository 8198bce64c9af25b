// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/valuetemplate.h"
#include "tests/core/agents/fixedscope.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestValueTemplate : public QObject
{
    Q_OBJECT

private:
    static Json json(const char *text) { return *parseJson(QByteArray(text).replace('\'', '"')); }

private Q_SLOTS:
    void textsBecomeValues_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("made");
        const auto row = [](const char *written, const char *made) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(made);
        };
        row("'plain'", "'plain'");
        row("'${inputs.n}'", "3");
        row("' ${inputs.n}'", "' 3'");
        row("'${inputs.n}${inputs.n}'", "'33'");
        row("'a ${inputs.list} b ${inputs.none}c'", "'a [1,2] b c'");
        row("{'a':['${inputs.list}',1,null],'b':true}", "{'a':[[1,2],1,null],'b':true}");
        row("'$${inputs.n} costs $5 and ${inputs.n}$'", "'${inputs.n} costs $5 and 3$'");
        row("'$'", "'$'");
        row("'{}'", "'{}'");
    }
    void textsBecomeValues()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const QByteArray, made);
        const FixedScope scope("{'inputs':{'n':3,'list':[1,2],'none':null}}");
        const ValueTemplate::Parsed parsed = ValueTemplate::parse(json(written.constData()));
        QVERIFY2(!parsed.fault, qPrintable(parsed.fault ? parsed.fault->message : QString()));
        const Result<Json> value = parsed.made.evaluate(scope);
        QVERIFY2(value, qPrintable(value ? QString() : value.error().message));
        QCOMPARE(dumpJson(*value), dumpJson(json(made.constData())));
    }

    void whatWasPutInIsNeverReadAgain()
    {
        Json roots;
        roots["item"] = "${inputs.secret} $${x}";
        roots["inputs"]["secret"] = "canary";
        const FixedScope scope(roots);
        const ValueTemplate review = ValueTemplate::parse(Json("Review: ${item}")).made;
        QCOMPARE(*review.text(scope), u"Review: ${inputs.secret} $${x}"_s);
        QCOMPARE(*ValueTemplate::parse(Json("${item}")).made.text(scope),
                 u"${inputs.secret} $${x}"_s);
    }

    void errorsPointIntoTheFile()
    {
        const ValueTemplate::Parsed parsed =
            ValueTemplate::parse(json("{'a':[1,{'b/c':'x ${1 +} y'}]}"), u"/nodes/plan/args"_s);
        QCOMPARE(parsed.fault,
                 std::optional(WorkflowFault{u"/nodes/plan/args/a/1/b~1c"_s,
                                             u"`}` is not expected here (character 8)"_s}));
    }

    void knowsItsExpressions()
    {
        const ValueTemplate read =
            ValueTemplate::parse(json("['${item} and ${index}', {'k': '${inputs.a}'}]"), u"/x"_s)
                .made;
        QStringList pointers;
        for (const ValueTemplate::Place &place : read.places())
            pointers.append(place.pointer);
        QCOMPARE(pointers, (QStringList{u"/x/0"_s, u"/x/0"_s, u"/x/1/k"_s}));
        QVERIFY(ValueTemplate::parse(Json("$${plain}")).made.isConstant());
    }
};

KAGURA_TEST(TestValueTemplate)
#include "tst_valuetemplate.moc"
