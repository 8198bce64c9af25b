// SPDX-FileCopyrightText: 2026 The Kagura authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agents/expression.h"
#include "core/agents/expressionfunctions.h"
#include "tests/core/agents/fixedscope.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace kagura;
using namespace kagura::test;
using namespace Qt::StringLiterals;

class TestExpressionFunctions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsFoundInItsOrder()
    {
        const std::vector<std::string> names = expressionFunctionNames();
        QVERIFY(std::is_sorted(names.begin(), names.end()));
        for (const std::string &name : names) {
            const bool isSpecial = name == "default" || name == "has";
            QCOMPARE(expressionFunction(name) != nullptr, !isSpecial);
        }
        QCOMPARE(expressionFunction("eval"), nullptr);
        QCOMPARE(names.size(), std::size_t(32));
    }

    void convertOnlyWhatIsMeant_data()
    {
        QTest::addColumn<QString>("value");
        const auto row = [](const char *source, const char *value) {
            QTest::newRow(source) << QString::fromLatin1(value).replace(u'\'', u'"');
        };
        row("size('ab')", "2");
        row("size([1, 2])", "2");
        row("size({'a': 1})", "1");
        row("size('\\u00e4\\ud83d\\ude00')", "2");
        row("string([1, 'a'])", "'[1,\\'a\\']'");
        row("string(null)", "''");
        row("int('12')", "12");
        row("int(-1.9)", "-1");
        row("int(true)", "1");
        row("double('1.5')", "1.5");
        row("double(2)", "2.0");
        row("bool('true')", "true");
        row("json({'b': 1, 'a': 'x'})", "'{\\'a\\':\\'x\\',\\'b\\':1}'");
        row("parse_json('{\"a\": [1]}').a[0]", "1");
        row("contains('abc', 'bc')", "true");
        row("contains([1, 2.0], 2)", "true");
        row("slice('abcdef', 1, 3)", "'bc'");
        row("slice('abcdef', -2)", "'ef'");
        row("slice([1, 2, 3], 1)", "[2,3]");
        row("slice([1, 2, 3], 2, 1)", "[]");
        row("slice([1, 2, 3], -9, 9)", "[1,2,3]");
    }
    void convertOnlyWhatIsMeant()
    {
        QFETCH(const QString, value);
        const Result<Expression> read =
            Expression::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        const Result<Json> result = read->evaluate(FixedScope());
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(QString::fromUtf8(dumpJson(*result)), value);
    }

    void refuseTheRest_data()
    {
        QTest::addColumn<QString>("source");
        for (const char *source : {"size(1)", "int('1.5')", "int(1e19)", "int([])", "double('nan')",
                                   "double('')", "bool('yes')", "parse_json('{')", "parse_json(1)",
                                   "contains(1, 1)", "slice('a', 'b')", "slice(1, 1)", "string()"})
            QTest::newRow(source) << QString::fromLatin1(source);
    }
    void refuseTheRest()
    {
        QFETCH(const QString, source);
        const Result<Expression> read = Expression::parse(source);
        if (read)
            QVERIFY(!read->evaluate(FixedScope()));
        else
            QVERIFY(read.error().message.contains(u"takes"_s));
    }

    void jsonThatIsTooDeepIsRefused()
    {
        Json roots;
        roots["item"] = std::string(100, '[') + std::string(100, ']');
        const Result<Json> result =
            Expression::parse(u"parse_json(item)"_s)->evaluate(FixedScope(roots));
        QVERIFY(!result);
    }
};

KAGURA_TEST(TestExpressionFunctions)
#include "tst_expressionfunctions.moc"
