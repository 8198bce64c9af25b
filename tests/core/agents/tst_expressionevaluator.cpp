// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expressionevaluator.h"
#include "core/agents/expressionparser.h"
#include "tests/core/agents/fixedscope.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestExpressionEvaluator : public QObject
{
    Q_OBJECT

private:
    const FixedScope m_scope{"{'inputs':{'n':3,'name':'Ada','none':null,'list':[1,2,3],"
                             "'map':{'a b':1}},"
                             "'item':'x','big':9223372036854775807,"
                             "'nodes':{'plan':{'output':{'ok':true,'questions':['q1','q2']}}}}"};

    [[nodiscard]] Result<Json> evaluate(const QString &source,
                                        const ExpressionRun::Limits &limits = {}) const
    {
        const Result<ExpressionNode> read = ExpressionParser::parse(source);
        return read ? ExpressionEvaluator(m_scope, limits).evaluate(*read)
                    : Result<Json>(read.error());
    }

private Q_SLOTS:
    void expressionsHaveTheseValues_data()
    {
        QTest::addColumn<QString>("value");
        const auto row = [](const char *source, const char *value) {
            QTest::newRow(source) << QString::fromLatin1(value).replace(u'\'', u'"');
        };
        row("inputs.n + 1", "4");
        row("inputs.n * 1.5", "4.5");
        row("7 / 2", "3");
        row("-7 % 3", "-1");
        row("7.0 / 2", "3.5");
        row("'a' + 'b'", "'ab'");
        row("[1] + [2]", "[1,2]");
        row("1 == 1.0", "true");
        row("[1, {'a': 2}] == [1.0, {'a': 2.0}]", "true");
        row("1 == '1'", "false");
        row("null == inputs.none", "true");
        row("2 < 10", "true");
        row("'B' < 'a'", "true");
        row("2 in inputs.list", "true");
        row("'a b' in inputs.map", "true");
        row("inputs.map['a b']", "1");
        row("inputs.list[inputs.n - 1]", "3");
        row("nodes.plan.output.questions[1]", "'q2'");
        row("nodes.plan.output.ok ? 'yes' : 'no'", "'yes'");
        row("{'k' + 'ey': [item]}", "{'key':['x']}");
        row("!nodes.plan.output.ok", "false");
        row("false && inputs.missing", "false");
        row("true || inputs.missing", "true");
        row("default(nodes.skipped.output, 'none')", "'none'");
        row("default(inputs.missing.deeper, 1)", "1");
        row("default(inputs.none, 2)", "2");
        row("default(inputs.n, 1 / 0)", "3");
        row("has(inputs.missing)", "false");
        row("has(nodes.plan)", "true");
        row("default(default(inputs.a, inputs.b), 3)", "3");
        row("default(inputs.list[7], 0)", "0");
    }
    void expressionsHaveTheseValues()
    {
        QFETCH(const QString, value);
        const Result<Json> result = evaluate(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(QString::fromUtf8(dumpJson(*result)), value);
    }

    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("message");
        const auto row = [](const char *source, const char *message) {
            QTest::newRow(source) << QString::fromLatin1(message);
        };
        row("inputs.missing", "there is no field `missing` (character 8)");
        row("nowhere", "there is no `nowhere` here (character 1)");
        row("nodes", "`nodes` is followed by the id of a node (character 1)");
        row("nodes.other.output", "the node `other` has no result (character 7)");
        row("inputs.list[3]", "there is no element 3 in a list of 3 (character 12)");
        row("inputs.list[-1]", "there is no element -1 in a list of 3 (character 12)");
        row("inputs.name.first", "`first` is asked of a text (character 13)");
        row("'1' + 1",
            "numbers are needed here, not a text and a number; string(), int() and double() "
            "convert (character 1)");
        row("1 < 'a'", "a number and a text have no order (character 1)");
        row("1 && true", "true or false is needed here, not a number (character 1)");
        row("inputs.n ? 1 : 2", "true or false is needed here, not a number (character 8)");
        row("1 / 0", "nothing can be divided by zero (character 1)");
        row("1 % 0.0", "nothing can be divided by zero (character 1)");
        row("big + 1", "the result has more than 64 bits (character 1)");
        row("(-big - 1) / -1", "the result has more than 64 bits (character 2)");
        row("1e308 * 10", "the result is no finite number (character 1)");
        row("{1: 2}", "the keys of a map are texts (character 2)");
        row("default(1 / 0, 2)", "nothing can be divided by zero (character 9)");
        row("1 in 'a'", "`in` needs a list or a map on its right, not a text (character 1)");
        row("inputs[0]", "a map cannot be asked for a number (character 7)");
    }
    void nothingIsGuessed()
    {
        QFETCH(const QString, message);
        const Result<Json> result = evaluate(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(!result, result ? dumpJson(*result).constData() : "");
        QCOMPARE(result.error().message, message);
    }

    void theSmallestNumberByMinusOneHasNoRemainder()
    {
        QCOMPARE(*evaluate(u"(-big - 1) % -1"_s), Json(0));
    }

    void whatTakesTooLongEnds()
    {
        const Result<Json> result = evaluate(u"1 + 1 + 1 + 1"_s, {3, 1000});
        QVERIFY(!result);
        QCOMPARE(result.error().message.section(u" ("_s, 0, 0),
                 u"the expression takes too many steps"_s);
    }

    void aTextThatDoublesIsStopped()
    {
        QString source = u"'0123456789abcdef'"_s;
        for (int i = 0; i < 7; ++i)
            source = u"(%1 + %1)"_s.arg(source);
        QVERIFY(evaluate(source));
        const Result<Json> result = evaluate(source, {100'000, 1000});
        QVERIFY(!result);
        QCOMPARE(result.error().message.section(u" ("_s, 0, 0),
                 u"the expression makes more text than is allowed"_s);
    }
};

KAGURA_TEST(TestExpressionEvaluator)
#include "tst_expressionevaluator.moc"
